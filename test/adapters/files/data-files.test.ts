import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readCalendarFile, readLexiconFolder } from '../../../adapters/files/index.ts'
import { createWorkingCalendar, isSyllableShaped, splitWords } from '../../../core/index.ts'

const CONTENT = fileURLToPath(new URL('../../../content/', import.meta.url))
const LEXICON = join(CONTENT, 'lexicon')
const CALENDAR = join(CONTENT, 'calendar', 'working-calendar.yaml')

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cchc-data-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The one line that people read about a file that is wrong. */
const problemWith = async (reading: Promise<unknown>): Promise<string> => {
  const failure: unknown = await reading.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(failure).toMatchObject({ name: 'Failure', kind: 'input' })
  return (failure as Error).message
}

describe('the shipped lexicon', () => {
  test('is read whole', async () => {
    const lexicon = await readLexiconFolder(LEXICON)
    expect(lexicon.everyday.length).toBeGreaterThan(1000)
    const closing = lexicon.everyday.find(({ phrases }) => phrases.includes('đóng cửa công ty'))
    expect(closing).toMatchObject({ codes: [], ask: false, isOutOfScope: false })
    expect(closing?.means.join()).toContain('giải thể doanh nghiệp')
    expect(lexicon.chat.length).toBeGreaterThan(50)
    expect(lexicon.asking).toEqual(expect.arrayContaining(['như thế nào', 'gi']))
    expect(lexicon.outOfScope).toContain('xử phạt')
    expect(lexicon.foreign).toContain('how')
    expect(Object.keys(lexicon.aspects)).toEqual(
      expect.arrayContaining(['components', 'fee', 'place_hours', 'postal', 'online']),
    )
    expect(lexicon.everyday.filter(({ ask }) => ask).length).toBeGreaterThan(3)
    expect(lexicon.everyday.filter(({ isAmbiguous }) => isAmbiguous).length).toBeGreaterThan(1)
  })

  test('no phrase of professions stands in two rows, where one of them would be forgotten', async () => {
    const rows = parse(await readFile(join(LEXICON, 'professional-words.yaml'), 'utf8')) as {
      phrases: unknown[]
    }[]
    const phrases = rows.flatMap((row) =>
      row.phrases.map((text) => splitWords(String(text)).join(' ')),
    )
    expect(phrases.length).toBeGreaterThan(2000)
    expect(phrases.filter((text, at) => phrases.indexOf(text) !== at)).toEqual([])
  })

  test('no word of another language is a syllable that people type without marks', async () => {
    const { foreign, asking } = await readLexiconFolder(LEXICON)
    const words = new Set(asking.flatMap(splitWords))
    expect(foreign.filter((word) => words.has(word))).toEqual([])
    const everyday = ['the', 'can', 'to', 'a', 'do', 'it', 'that', 'me', 'my', 'in', 'co', 'on']
    expect(foreign.filter((word) => everyday.includes(word))).toEqual([])
    expect(foreign.filter((word) => word !== word.toLowerCase())).toEqual([])
    expect(foreign.filter(isSyllableShaped).length).toBeLessThan(foreign.length / 3)
  })
})

describe('a wrong lexicon', () => {
  let copy = ''
  beforeEach(async () => {
    copy = join(folder, 'lexicon')
    await rm(copy, { recursive: true, force: true })
    await cp(LEXICON, copy, { recursive: true })
  })

  test.each([
    'everyday-words.yaml',
    'professional-words.yaml',
    'chat-words.yaml',
    'question-words.yaml',
    'aspects.yaml',
    'aspect-patterns.yaml',
  ])('a missing %s is named', async (name) => {
    await rm(join(copy, name))
    const problem = await problemWith(readLexiconFolder(copy))
    expect(problem).toContain(name)
    expect(problem).not.toContain('\n')
  })

  test.each([
    ['everyday-words.yaml', '- { phrases: [a, means: b }'],
    ['everyday-words.yaml', '- { means: [khai sinh] }'],
    ['everyday-words.yaml', '- { phrases: [khai sinh], codes: [1.001193] }'],
    ['everyday-words.yaml', '- { phrases: [khai sinh], ask: perhaps }'],
    ['professional-words.yaml', '- { section: Xe, phrases: [phù hiệu], codes: ["1.000002"] }'],
    ['professional-words.yaml', '- { section: Xe, phrases: [] }'],
    ['chat-words.yaml', 'words: []'],
    ['question-words.yaml', ''],
    ['aspects.yaml', 'papers: [giấy tờ gì]'],
    ['aspect-patterns.yaml', 'patterns: { papers: [giấy tờ gì] }'],
  ])('%s that says %j is named with what is wrong', async (name, text) => {
    await writeFile(join(copy, name), text)
    const problem = await problemWith(readLexiconFolder(copy))
    expect(problem).toContain(name)
    expect(problem).not.toContain('\n')
  })
})

describe('the working calendar', () => {
  test('knows the holidays of the unit, the day of culture included', async () => {
    const days = await readCalendarFile(CALENDAR)
    const { isWorkingDay } = createWorkingCalendar(days)
    expect(isWorkingDay('2026-11-24')).toBe(false)
    expect(isWorkingDay('2026-11-23')).toBe(true)
    expect(isWorkingDay('2026-11-22')).toBe(false)
    expect(isWorkingDay('2027-01-01')).toBe(false)
    expect(days.holidays.some(({ isTentative }) => isTentative)).toBe(true)
    expect(days.holidays.every(({ name }) => name.length > 3)).toBe(true)
  })

  test('may come without swaps', async () => {
    const file = join(folder, 'plain.yaml')
    await writeFile(
      file,
      'holidays:\n  - { on: 2026-09-02, name: Quốc khánh, confidence: high, source: Bộ luật }\n',
    )
    expect(await readCalendarFile(file)).toMatchObject({
      holidays: [{ on: '2026-09-02', name: 'Quốc khánh', isTentative: false }],
      swaps: [],
    })
    await writeFile(file, 'holidays: []\nswaps:\n')
    expect((await readCalendarFile(file)).swaps).toEqual([])
  })

  test.each([
    'holidays: [{ on: 2026-02-30, name: Không có, confidence: high, source: Bộ luật }]',
    'holidays: [{ on: 2/9/2026, name: Quốc khánh, confidence: high, source: Bộ luật }]',
    'holidays: [{ on: 2026-09-02, confidence: high, source: Bộ luật }]',
    'holidays: [{ on: 2026-09-02, name: Quốc khánh, confidence: sure, source: Bộ luật }]',
    'swaps: []',
    '- a',
    '',
    'holidays: [',
  ])('a file that says %j is named', async (text) => {
    const file = join(folder, 'wrong.yaml')
    await writeFile(file, text)
    expect(await problemWith(readCalendarFile(file))).toContain('wrong.yaml')
    expect(await readFile(file, 'utf8')).toBe(text)
  })

  test('a missing file is named', async () => {
    expect(await problemWith(readCalendarFile(join(folder, 'none.yaml')))).toContain('none.yaml')
  })
})
