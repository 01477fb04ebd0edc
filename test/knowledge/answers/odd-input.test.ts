import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { foldText } from '../../../core/index.ts'
import type { Answer, Knowledge } from '../../../knowledge/index.ts'
import { createSeeded } from '../../support/seeded.ts'
import {
  knowledgeOf,
  shippedEntries,
  shippedLexicon,
  TODAY,
} from '../../support/knowledge/shipped.ts'
import { withSlip } from '../../support/knowledge/slips.ts'

let knowledge: Knowledge
let questions: string[]
beforeAll(async () => {
  const entries = await shippedEntries()
  questions = entries.flatMap((entry) => entry.questions)
  knowledge = knowledgeOf(entries, await shippedLexicon())
})
const ask = (question: string): Answer => knowledge.ask(question, { day: TODAY })

test.each([
  '',
  '   ',
  '\n\t\r',
  '?!…',
  '👶🏽👶🏽🎂',
  '\u0000\u0007\u001b',
  '\u200b\ufeff',
  '--- *** ---',
])('nothing to search for: %j', (question) => {
  expect(ask(question)).toMatchObject({ outcome: 'none', reason: 'empty', candidates: [] })
})

test.each([
  'how to register a birth',
  'hello how are you',
  'I need a passport please',
  'where can I get a birth certificate',
  'what documents do I need to register my marriage',
  'can foreigners marry here',
  'how much does it cost',
  'marriage registration',
  'comment obtenir un passeport',
  'necesito un pasaporte',
  'как получить паспорт',
  '如何登记出生',
  '出生届の出し方',
  '출생 신고 방법',
  'ວິທີລົງທະບຽນ',
  'วิธีแจ้งเกิด',
  'كيف أسجل مولودا',
])('another language: %j', (question) => {
  expect(ask(question)).toMatchObject({ outcome: 'none', reason: 'foreign_language' })
})

test.each(['1', '123456', '2026', '0', '1.000000', '12/3/2026'])(
  'numbers alone are no other language: %j',
  (question) => {
    expect(ask(question)).toMatchObject({ outcome: 'none', reason: 'not_found' })
  },
)

test.each([
  'lam the can cuoc',
  'dk kết hôn',
  'kahi sinh cho con',
  'làm cccd',
  'xin cho hỏi passport',
  'đk tạm trú online',
  'chung thuc ban sao',
  'vneid',
])('short and careless Vietnamese is no other language: %j', (question) => {
  const answer = ask(question)
  expect(answer.outcome === 'none' ? answer.reason : '').not.toBe('foreign_language')
})

test('HTML, Markdown, SQL and format characters are only words', () => {
  const dressed = [
    '<b>làm khai sinh cho con cần giấy tờ gì</b>',
    '**làm khai sinh cho con cần giấy tờ gì**',
    '"làm khai sinh cho con cần giấy tờ gì";',
    'làm\u0000 khai sinh\u0007 cho con cần giấy tờ gì',
    'làm\u00a0khai\u2003sinh cho\ncon\tcần giấy tờ gì???',
  ]
  for (const question of dressed) {
    expect(ask(question).candidates[0]?.entry.id, question).toBe('1.001193')
  }
})

describe('10,000 characters take less than 60 ms', () => {
  const { int, pick } = createSeeded(7)
  const noise = (): string => {
    let text = ''
    while (text.length < 10_000) {
      text += `${Array.from({ length: int(3, 9) }, () => pick([...'abcdefghiklmnopqrstuvxy'])).join('')} `
    }
    return text
  }
  const joined = () => questions.join('. ')
  test.each<[string, () => string]>([
    ['words that nobody knows', noise],
    ['questions', joined],
    ['questions without marks', () => foldText(joined())],
    ['questions with a slip each', () => questions.map(withSlip).join('. ')],
    ['one word', () => 'x'.repeat(10_000)],
    ['one letter with many marks', () => 'a\u0301\u0302'.repeat(3_400)],
    ['digits and dots', () => '1.0'.repeat(3_400)],
    ['something like dossier codes', () => 'H33.05.'.repeat(1_500)],
    ['letters and digits', () => 'a1'.repeat(5_000)],
    ['emoji', () => '👶🏽'.repeat(2_500)],
    ['spaces', () => ' \u200b'.repeat(5_000)],
  ])('%s', (_name, write) => {
    const text = write().slice(0, 10_000)
    ask('làm khai sinh cho con')
    const times = [1, 2, 3].map((round) => {
      // another word each time, so that nothing is remembered
      const question = `${'q'.repeat(round)} ${text}`
      const start = performance.now()
      ask(question)
      return performance.now() - start
    })
    expect(Math.min(...times)).toBeLessThan(60)
  })
})

test('a letter of 10,000 characters ends in an outcome like any other', () => {
  const letter = `Kính gửi ủy ban. ${'Gia đình tôi rất khó khăn. '.repeat(400)}`
  expect(letter.length).toBeGreaterThan(10_000)
  expect(['choose', 'none']).toContain(ask(letter).outcome)
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(fc.constantFrom('khai', 'sinh', 'tử', 'ko', 'đk', '1.001193', '?', 'ddawng', 'ky1'))
    .map((words) => words.join(' ')),
)

test('any text has an answer, twice the same', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const answer = ask(text)
      expect(ask(text)).toEqual(answer)
      expect(['answer', 'choose', 'none']).toContain(answer.outcome)
      expect(answer.candidates.length).toBeLessThanOrEqual(10)
      expect(knowledge.aspectsOf(text)).toEqual(answer.aspects)
    }),
    { numRuns: 400 },
  )
})
