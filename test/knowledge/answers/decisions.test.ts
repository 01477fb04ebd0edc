import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { foldText, splitWords } from '../../../core/index.ts'
import type { Answer, Knowledge, Lexicon } from '../../../knowledge/index.ts'
import { readLexiconFolder } from '../../../adapters/files/index.ts'
import { OFF_TOPIC } from '../../bench/off-topic.ts'
import { lexiconOf, sampleEntry } from '../../support/knowledge/sample.ts'
import {
  knowledgeOf,
  shippedEntries,
  shippedLexicon,
  TODAY,
} from '../../support/knowledge/shipped.ts'

let lexicon: Lexicon
let knowledge: Knowledge
beforeAll(async () => {
  lexicon = await shippedLexicon()
  knowledge = knowledgeOf(await shippedEntries(), lexicon)
})
const ask = (question: string): Answer => knowledge.ask(question, { day: TODAY })

test('words that fit several procedures lead to a choice among just these', async () => {
  const folder = fileURLToPath(new URL('../../../content/lexicon', import.meta.url))
  const { everyday } = await readLexiconFolder(folder)
  const questions = knowledge.entries().flatMap((entry) => [entry.shortTitle, ...entry.questions])
  /** An entry may keep these words as a question of its own. */
  const kept = new Set(questions.map((text) => splitWords(foldText(text)).join(' ')))
  const rows = everyday.filter(({ ask: isAsk, codes }) => {
    return isAsk && codes.filter((code) => knowledge.find(code) !== null).length > 1
  })
  expect(rows.length).toBeGreaterThan(0)
  for (const { phrases, codes } of rows) {
    const open = phrases.filter((phrase) => !kept.has(splitWords(foldText(phrase)).join(' ')))
    for (const phrase of open) {
      const answer = ask(phrase)
      expect(answer.outcome, phrase).toBe('choose')
      const ids = answer.outcome === 'choose' ? answer.choices.map(({ entry: { id } }) => id) : []
      expect(codes, phrase).toEqual(expect.arrayContaining(ids))
    }
  }
})

test('who says the whole name of one of them is not asked back', () => {
  const row = {
    phrases: ['căn cước'],
    means: ['thẻ căn cước'],
    codes: ['1.000001', '1.000002'],
    ask: true,
    isOutOfScope: false,
    isAmbiguous: false,
  }
  const list = [
    sampleEntry('1.000001', 'Cấp thẻ căn cước cho trẻ mới sinh'),
    sampleEntry('1.000002', 'Cấp đổi thẻ căn cước hết hạn'),
    sampleEntry('1.000003', 'Thông báo lưu trú'),
  ]
  const cards = knowledgeOf(list, lexiconOf({ everyday: [row] }))
  expect(cards.ask('làm căn cước', { day: TODAY }).outcome).toBe('choose')
  for (const { title, id } of list.slice(0, 2)) {
    expect(cards.ask(title, { day: TODAY }), title).toMatchObject({
      outcome: 'answer',
      entry: { id },
    })
  }
})

test.each(OFF_TOPIC)('%j is not answered', (question) => {
  expect(ask(question).outcome).not.toBe('answer')
})

test('most of what is no question about a procedure is not even offered a choice', () => {
  const offered = OFF_TOPIC.filter((question) => ask(question).outcome === 'choose')
  // measured: 6 of 70
  expect(offered.length, offered.join('\n')).toBeLessThanOrEqual(10)
})

test('a choice has two to five entries, best first, taken from the candidates', () => {
  const questions = knowledge
    .entries()
    .flatMap(({ keywords }) => keywords)
    .filter((_, at) => at % 4 === 0)
  const choices = questions.flatMap((question) => {
    const answer = ask(question)
    return answer.outcome === 'choose' ? [answer] : []
  })
  expect(choices.length).toBeGreaterThan(20)
  for (const { choices: offered } of choices) {
    expect(offered.length).toBeGreaterThanOrEqual(2)
    expect(offered.length).toBeLessThanOrEqual(5)
    expect(new Set(offered.map(({ entry }) => entry.id)).size).toBe(offered.length)
  }
})

describe('names that differ in their marks alone', () => {
  test.each([
    ['Đăng ký đất', 'Đăng ký dát'],
    ['Nộp thuế nhà', 'Nộp thuê nhà'],
    ['Xác nhận hộ', 'Xác nhận hồ'],
    ['Đăng ký khai tử', 'Đăng ký khai tú'],
    ['Cấp sổ nhà', 'Cấp số nhà'],
    ['Xóa án', 'Xóa ăn'],
    ['Đổi bằng', 'Đổi bảng'],
  ])('%s, %s', (one, other) => {
    const list = [
      sampleEntry('1.000001', one),
      sampleEntry('1.000002', other),
      sampleEntry('1.000003', 'Cấp hộ chiếu phổ thông'),
      sampleEntry('1.000004', 'Thông báo lưu trú'),
    ]
    for (const order of [list, list.toReversed()]) {
      const both = knowledgeOf(order, lexicon)
      const first = (text: string) => both.ask(text, { day: TODAY }).candidates[0]?.entry.title
      expect(first(one)).toBe(one)
      expect(first(other)).toBe(other)
    }
  })

  test('without marks both are offered', () => {
    const both = knowledgeOf(
      [
        sampleEntry('1.000001', 'Đăng ký khai tử'),
        sampleEntry('1.000002', 'Đăng ký khai tu'),
        sampleEntry('1.000003', 'Cấp hộ chiếu phổ thông'),
      ],
      lexicon,
    )
    const answer = both.ask('dang ky khai tu', { day: TODAY })
    expect(answer.outcome).toBe('choose')
    expect(answer.candidates.slice(0, 2).map(({ entry }) => entry.id)).toEqual([
      '1.000001',
      '1.000002',
    ])
  })
})

test.each([
  ['bị phạt bao nhiêu tiền khi vượt đèn đỏ', 'out_of_scope'],
  ['trộm cắp đi tù mấy năm', 'out_of_scope'],
  ['giết người phạt tù bao nhiêu năm', 'out_of_scope'],
])('%j is not ours: %s', (question, reason) => {
  expect(ask(question)).toMatchObject({ outcome: 'none', reason })
})

test.each([
  ['mật khẩu', '1.004222'],
  ['quên mật khẩu zalo', '1.004222'],
])('%j says nothing of %s', (question, id) => {
  expect(ask(question).candidates[0]?.entry.id).not.toBe(id)
})
