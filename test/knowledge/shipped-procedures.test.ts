import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { currentValue, type Aspect, type Entry, type Knowledge } from '../../knowledge/index.ts'
import { TODAY, knowledgeOf, shippedEntries, shippedLexicon } from '../support/knowledge/shipped.ts'

/** A procedure in the study of what citizens ask for; the study is not part of the repository. */
interface StudiedProcedure {
  code: string
  name: string
  time: string
  fee: string
  channels: string
}

const STUDY = join(import.meta.dirname, '../../../shared/facts/procedures.json')
const hasStudy = existsSync(STUDY)
if (!hasStudy) console.log('Skipped: the studied procedures are not beside the program.')

const studied = hasStudy
  ? (JSON.parse(readFileSync(STUDY, 'utf8')) as readonly StudiedProcedure[])
  : []

const CODE = /\d\.\d{6}/g

const codesOf = ({ code, name }: StudiedProcedure): string[] =>
  [...`${code} ${name}`.matchAll(CODE)].map(([found]) => found)

/** Codes that have no entry of their own, with the reason. */
const CODES_WITHOUT_ENTRY: Readonly<Record<string, string>> = {
  '1.116214': 'only the new code is known, not its name: 1.011607 names it in its note',
}

/** Procedures of which the study itself says nothing more than that they exist. */
const NOT_STUDIED: Readonly<Record<string, string>> = {
  '1.115377': 'the study knows neither name nor time, fee, papers and channels ("chưa xác minh")',
}

const ESSENTIAL: readonly Aspect[] = [
  ...(['place_hours', 'duration', 'fee', 'components', 'legal_basis'] as const),
  ...(['online', 'postal'] as const),
]

/** A number of the study that our text leaves out on purpose, as `code time|fee number`, with the reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  '1.004873 fee 3.000': 'the rate of Hà Nội alone: no other province may read it as its own',
  '1.004859 fee 5.000': 'the rates of Hà Nội alone',
  '1.004859 fee 25.000': 'the rates of Hà Nội alone',
  '1.013225 fee 75.000': 'the rate of Hải Phòng alone',
  '1.013227 fee 15.000': 'the rate of Hải Phòng alone',
  '1.001612 fee 100.000': 'the rate of Hà Nội alone',
  '1.014063 fee 50': 'the reduction in percent; the amount is said',
  '1.014064 fee 50': 'the reduction in percent; the amount is said',
  '1.014064 fee 8': 'the first day of the free reissue, past',
  '1.014064 fee 15': 'the first day of the free reissue, past',
  '2.000815 time 2': 'own knowledge of the study (K): said without a number',
  '2.000815 fee 3': 'written as a word: from the third page',
  '1.010041 time 2': 'written as words: half a day',
  '1.010028 time 2026': 'a year of the source',
  '3.000348 time 3': 'months after which the test is taken again: in its own aspect',
  '1.013978 time 3': 'the step inside the 20 days, said as 17 and 20',
  '1.013080 time 3': 'the source key R3',
  '1.001266 time 3': 'the record on the portal says 5: told as 5, with a doubt',
  '1.011441 fee 0': 'the fee of striking a mortgage out is told by 1.011443',
  '1.011022 time 1': 'the threshold of the revenue in tỷ đ, told with the fee',
  '1.011022 fee 01': 'the day on which lump-sum tax ended: in the change of validity',
  '1.011022 fee 2026': 'the day on which lump-sum tax ended: in the change of validity',
  '1.013855 fee 67': 'the number of a circular',
  '1.013855 fee 2021': 'the year of a circular',
  '1.013855 fee 50': 'the reduction in percent: "giảm một nửa"',
  '1.002759 time 2': 'the lower end of 2–5 days; the longest is promised',
  '2.002481 time 10': 'the term of primary schools, told by 1.005099',
  '2.000693 time 3': 'own knowledge of the study (K)',
  '2.000693 fee 45': 'the last day to file: in the conditions, not in the fee',
  '2.000821 fee 10': 'own knowledge of the study (K): what is received, not paid',
}

/** Channels of which the study contradicts itself. */
const CHANNELS_IN_DOUBT: Readonly<Record<string, string>> = {
  '1.013134': 'one row for four procedures: which of them go online is not told',
  '1.013833': 'channels name the counter alone, the level says "một phần": told with a doubt',
}

let knowledge: Knowledge
let entries: readonly Entry[]
beforeAll(async () => {
  entries = await shippedEntries()
  knowledge = knowledgeOf(entries, await shippedLexicon())
})

/** The first code of a row, which names its procedure; rows without one are services and rights. */
const withCode = studied.flatMap((row) => {
  const [code] = codesOf(row)
  return code === undefined ? [] : [{ ...row, code }]
})

const allTexts = (entry: Entry, aspect: Aspect): string =>
  (entry.values[aspect] ?? []).map(({ text, short }) => `${text} ${short ?? ''}`).join(' ')

/** `25.000`, `10`, both ends of `50–150 nghìn`; codes are no numbers. */
const numbersOf = (text: string): string[] => [
  ...new Set(
    text
      .replaceAll(CODE, '')
      .replace(/(\d+)–(\d+) nghìn/g, '$1.000–$2.000')
      .match(/\d+(?:\.\d+)*/g) ?? [],
  ),
]

const names = (text: string, number: string): boolean =>
  new RegExp(`(?<![\\d.])0?${number.replaceAll('.', '\\.')}(?![\\d]|\\.\\d)`).test(text)

// the study is not part of the repository
describe.skipIf(!hasStudy)('the procedures that citizens ask for most', () => {
  it('are 139', () => {
    expect(studied).toHaveLength(139)
    expect(withCode.length).toBeGreaterThanOrEqual(135)
  })

  it('are found by every code, also those in brackets', () => {
    const missing = studied.flatMap(codesOf).filter((code) => knowledge.find(code) === null)
    expect(missing).toEqual(Object.keys(CODES_WITHOUT_ENTRY))
  })

  it('with a code that has no entry, are named where citizens find it', () => {
    for (const code of Object.keys(CODES_WITHOUT_ENTRY)) {
      expect(entries.some((entry) => JSON.stringify(entry.values).includes(code))).toBe(true)
    }
  })

  it('each tell place, time, fee, papers, law and the channels, or that it is not known', () => {
    const missing = withCode.flatMap(({ code }) => {
      const entry = knowledge.find(code)
      if (entry === null || NOT_STUDIED[code] !== undefined) return []
      return ESSENTIAL.filter((aspect) => currentValue(entry, aspect, TODAY) === undefined).map(
        (aspect) => `${code} ${aspect}`,
      )
    })
    expect(missing).toEqual([])
  })

  it('keep the place and the law even where nothing more was studied', () => {
    for (const code of Object.keys(NOT_STUDIED)) {
      const entry = knowledge.find(code)
      expect(entry).not.toBeNull()
      expect(currentValue(entry!, 'place_hours', TODAY)).toBeDefined()
      expect(currentValue(entry!, 'legal_basis', TODAY)).toBeDefined()
    }
  })

  it.each([
    ['time', 'duration'],
    ['fee', 'fee'],
  ] as const)('say every number of the %s that was studied', (column, aspect) => {
    const missing = withCode.flatMap((row) => {
      const entry = knowledge.find(row.code)
      if (entry === null || NOT_STUDIED[row.code] !== undefined) return []
      const text = allTexts(entry, aspect)
      return numbersOf(row[column])
        .filter((number) => !names(text, number))
        .filter((number) => LEFT_OUT[`${row.code} ${column} ${number}`] === undefined)
        .map((number) => `${row.code} ${column} ${number}: ${row[column]} ← ${text}`)
    })
    expect(missing).toEqual([])
  })

  it('leave out only numbers that were studied', () => {
    const stale = Object.keys(LEFT_OUT).filter((key) => {
      const [code = '', column = '', number = ''] = key.split(' ')
      const row = withCode.find((one) => one.code === code)
      return row === undefined || !numbersOf(row[column as 'time' | 'fee']).includes(number)
    })
    expect(stale).toEqual([])
  })

  it('with channels in doubt say so', () => {
    for (const code of Object.keys(CHANNELS_IN_DOUBT)) {
      const entry = knowledge.find(code)
      expect(currentValue(entry!, 'online', TODAY)?.doubt).toBeDefined()
    }
  })

  it('are not called online where the study knows the counter only', () => {
    const wrong = withCode.flatMap(({ code, channels }) => {
      const entry = knowledge.find(code)
      if (entry === null || CHANNELS_IN_DOUBT[code] !== undefined) return []
      if (!/^[TOB](?:,[TOB])*$/.test(channels)) return []
      const says = (aspect: Aspect) => currentValue(entry, aspect, TODAY)?.text ?? ''
      const online = says('online').startsWith('được')
      return [
        ...(online && !channels.includes('O') ? [`${code}: nộp mạng`] : []),
        ...(says('postal').startsWith('được') && !channels.includes('B')
          ? [`${code}: bưu chính`]
          : []),
        ...(/^(?:chưa|không)/.test(says('online')) && channels.includes('O')
          ? [`${code}: chưa được nộp mạng`]
          : []),
      ]
    })
    expect(wrong).toEqual([])
  })
})
