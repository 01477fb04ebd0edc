import { beforeAll, describe, expect, test } from 'vitest'
import { foldText } from '../../../core/index.ts'
import type { Answer, Entry, Lexicon } from '../../../knowledge/index.ts'
import { sampleEntry } from '../../support/knowledge/sample.ts'
import {
  knowledgeOf,
  shippedEntries,
  shippedLexicon,
  TODAY,
} from '../../support/knowledge/shipped.ts'

let entries: Entry[]
let lexicon: Lexicon
beforeAll(async () => {
  entries = await shippedEntries()
  lexicon = await shippedLexicon()
})

const idOf = (answer: Answer): string | null =>
  answer.outcome === 'answer' ? answer.entry.id : null

describe('a code in the question', () => {
  test.each([
    '1.001193',
    'mã 1.001193?',
    'MÃ TTHC: 1.001193.',
    'thủ tục 1.001193 cần giấy tờ gì',
    '(1.001193)',
    'mã số 1.001193.000.00.00.H15 nộp ở đâu',
    'so sánh 1.001193 và 1.000894',
    '1001193',
    'mã 1001193 nộp ở đâu',
    '1-001193',
    '1 001193',
    '1,001193',
    'TTHC 1_001193',
    'MÃ 1.001193.H15',
  ])('%j names the procedure outright', (question) => {
    const answer = knowledgeOf(entries, lexicon).ask(question, { day: TODAY })
    expect(idOf(answer)).toBe('1.001193')
    expect(answer).toMatchObject({ replacedCode: null, candidates: [{ score: 1 }] })
  })

  test.each([
    '11.001193',
    '1.0011934',
    '0.001193',
    '1.00119',
    '2026.001193',
    '10011930',
    '1001193 đồng',
    '1001193đ',
    '1.001.193',
    '4001193',
  ])('%j is no code', (question) => {
    expect(idOf(knowledgeOf(entries, lexicon).ask(question, { day: TODAY }))).toBeNull()
  })

  test('keeps the aspects asked for', () => {
    const answer = knowledgeOf(entries, lexicon).ask('1.001193 lệ phí bao nhiêu', { day: TODAY })
    expect(answer.aspects).toEqual(['fee'])
  })

  test('of every shipped procedure is answered', () => {
    const knowledge = knowledgeOf(entries, lexicon)
    const coded = entries.filter(({ code }) => code !== null)
    expect(coded.length).toBeGreaterThan(40)
    for (const { code, id } of coded) {
      expect(idOf(knowledge.ask(`mã ${code}?`, { day: TODAY }))).toBe(id)
    }
  })

  test('that nobody has is searched for like other words', () => {
    const knowledge = knowledgeOf(entries, lexicon)
    expect(knowledge.ask('9.999999', { day: TODAY })).toMatchObject({
      outcome: 'none',
      reason: 'not_found',
    })
    expect(idOf(knowledge.ask('đăng ký khai sinh 9.999999', { day: TODAY }))).not.toBeNull()
  })
})

describe('the number of a legal document', () => {
  /** Numbers of the shipped documents, each with its identifier: those that one document alone has in its title. */
  const numbered = (): { kind: string; number: string; year: string; id: string }[] => {
    const found = entries
      .filter(({ kind }) => kind === 'legal-document')
      .flatMap(({ id, title }) =>
        [
          ...title.matchAll(
            /(Luật|Nghị định|Thông tư|Nghị quyết)[^\d]{0,60}? số (\d+)\/(20\d\d)/gu,
          ),
        ].map(([, kind = '', number = '', year = '']) => ({ kind, number, year, id })),
      )
    const isAlone = ({ number, year }: (typeof found)[number]): boolean =>
      found.filter((other) => other.number === number && other.year === year).length === 1
    return found.filter(isAlone)
  }

  test.each([
    ['in full', (kind: string, number: string, year: string) => `${kind} số ${number}/${year}`],
    ['without marks', (kind, number, year) => foldText(`${kind} ${number}/${year}`)],
    ['with the year in words', (kind, number, year) => `${kind} ${number} năm ${year}`],
    ['with a dash', (kind, number, year) => `${kind} ${number}-${year}`],
    ['without its kind', (_kind, number, year) => `số ${number}/${year} còn hiệu lực không`],
  ] satisfies [string, (kind: string, number: string, year: string) => string][])(
    '%s leads to it',
    (_how, write) => {
      const knowledge = knowledgeOf(entries, lexicon)
      const list = numbered()
      expect(list.length).toBeGreaterThan(15)
      const lost = list.filter(
        ({ kind, number, year, id }) =>
          knowledge.ask(write(kind, number, year), { day: TODAY }).candidates[0]?.entry.id !==
          successor(id),
      )
      expect(lost).toEqual([])
    },
  )

  test.each([
    ['nd 23 2015 nd-cp', 'nghi-dinh-23-2015-va-280-2025'],
    ['NĐ23/2015', 'nghi-dinh-23-2015-va-280-2025'],
    ['qd 766/2022', 'quyet-dinh-766-2022'],
    ['QĐ766/QĐ-TTg', 'quyet-dinh-766-2022'],
  ])('%j leads to %s', (question, id) => {
    const { candidates } = knowledgeOf(entries, lexicon).ask(question, { day: TODAY })
    expect(candidates[0]?.entry.id).toBe(id)
  })

  test.each([
    'đăng ký khai sinh theo luật hộ tịch 60/2014 cần giấy tờ gì',
    'sinh ngày 23/2015 chưa làm khai sinh',
  ])('%j asks for something else', (question) => {
    const answer = knowledgeOf(entries, lexicon).ask(question, { day: TODAY })
    expect(answer.candidates[0]?.entry.kind).not.toBe('legal-document')
  })

  /** What is answered today for an entry that has ended. */
  const successor = (id: string): string => {
    const entry = entries.find((one) => one.id === id)
    const isEnded = (entry?.validTo ?? '9') < TODAY || entry?.isRepealed === true
    return isEnded && entry?.replacedBy ? successor(entry.replacedBy) : id
  }
})

describe('what ended', () => {
  const other = sampleEntry('1.000009', 'Cấp hộ chiếu phổ thông')
  const ask = (list: readonly Entry[], question: string, day = TODAY): Answer =>
    knowledgeOf(list, lexicon).ask(question, { day })
  const idsOf = (answer: Answer): string[] => answer.candidates.map(({ entry: { id } }) => id)

  test('an old code leads to what replaced it and is named', () => {
    const current = sampleEntry('1.000002', 'Đăng ký khai sinh', { replaces: ['1.000001'] })
    expect(ask([current, other], 'mã 1.000001 còn dùng không')).toMatchObject({
      outcome: 'answer',
      entry: { id: '1.000002' },
      replacedCode: '1.000001',
    })
  })

  test('a repealed entry is answered as what replaced it, over several steps', () => {
    const list = [
      sampleEntry('1.000001', 'Cấp giấy chứng sinh', { isRepealed: true, replacedBy: '1.000002' }),
      sampleEntry('1.000002', 'Cấp giấy khai sanh', { isRepealed: true, replacedBy: '1.000003' }),
      sampleEntry('1.000003', 'Đăng ký khai sinh'),
      other,
    ]
    expect(ask(list, '1.000001')).toMatchObject({
      entry: { id: '1.000003' },
      replacedCode: '1.000001',
    })
    expect(idsOf(ask(list, 'cấp giấy chứng sinh'))[0]).toBe('1.000003')
    expect(idsOf(ask(list, 'cấp giấy chứng sinh'))).not.toContain('1.000001')
  })

  test('an entry is current up to and on its last day', () => {
    const list = [sampleEntry('1.000001', 'Đăng ký khai sinh', { validTo: '2026-12-31' }), other]
    expect(idOf(ask(list, 'đăng ký khai sinh', '2026-12-31'))).toBe('1.000001')
    const after = ask(list, 'đăng ký khai sinh', '2027-01-01')
    expect(after.outcome).not.toBe('answer')
    expect(idsOf(after)).not.toContain('1.000001')
  })

  test('an end that is announced with a successor holds from the day after', () => {
    const list = [
      sampleEntry('1.000001', 'Đăng ký khai sinh', {
        validTo: '2026-12-31',
        replacedBy: '1.000002',
      }),
      sampleEntry('1.000002', 'Ghi danh trẻ mới sinh'),
      other,
    ]
    expect(ask(list, '1.000001', '2026-12-31')).toMatchObject({
      entry: { id: '1.000001' },
      replacedCode: null,
    })
    expect(ask(list, '1.000001', '2027-01-01')).toMatchObject({
      entry: { id: '1.000002' },
      replacedCode: '1.000001',
    })
    expect(idsOf(ask(list, 'đăng ký khai sinh', '2027-01-01'))[0]).toBe('1.000002')
  })

  test('a repealed entry without a successor is never found by its name or its questions', () => {
    const gone = sampleEntry('1.000001', 'Đăng ký khai sinh', {
      isRepealed: true,
      questions: ['làm khai sinh cần giấy tờ gì'],
    })
    for (const question of ['đăng ký khai sinh', 'làm khai sinh cần giấy tờ gì']) {
      const answer = ask([gone, other], question)
      expect(answer.outcome).toBe('none')
      expect(idsOf(answer)).not.toContain('1.000001')
    }
  })

  test('the question of an ended entry is not answered by whatever comes next', () => {
    const expired = sampleEntry('1.000001', 'Đăng ký khai sinh', {
      validTo: '2026-01-01',
      questions: ['làm khai sinh cho con cần giấy tờ gì'],
    })
    const answer = ask([expired, other], 'làm khai sinh cho con cần giấy tờ gì')
    expect(answer.outcome).not.toBe('answer')
  })

  test('successors that point at each other lead nowhere, and end', () => {
    const list = [
      sampleEntry('1.000001', 'Đăng ký khai sinh', { isRepealed: true, replacedBy: '1.000002' }),
      sampleEntry('1.000002', 'Đăng ký khai tử', { isRepealed: true, replacedBy: '1.000001' }),
    ]
    expect(ask(list, 'đăng ký khai sinh')).toMatchObject({ outcome: 'none', candidates: [] })
    // a code that somebody types is shown with what it is: an entry that says itself that it ended
    expect(ask(list, '1.000001')).toMatchObject({ entry: { isRepealed: true } })
  })

  test('choices of the lexicon leave out what ended', () => {
    const list = [
      sampleEntry('2.000635', 'Cấp bản sao trích lục hộ tịch'),
      sampleEntry('1.004884', 'Đăng ký lại khai sinh', {
        isRepealed: true,
        replacedBy: '1.999999',
      }),
      sampleEntry('1.999999', 'Khôi phục việc khai sinh'),
      sampleEntry('1.004859', 'Thay đổi hộ tịch', { validTo: '2026-01-01' }),
      other,
    ]
    const answer = ask(list, 'mất giấy khai sinh')
    expect(answer.outcome).toBe('choose')
    const ids = answer.outcome === 'choose' ? answer.choices.map(({ entry: { id } }) => id) : []
    expect(ids).toEqual(['2.000635', '1.999999'])
  })
})
