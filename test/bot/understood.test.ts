import { beforeAll, expect, test } from 'vitest'
import { renderPlain } from '../../core/index.ts'
import type { Card } from '../../core/index.ts'
import { answerCard } from '../../bot/cards/answer-card.ts'
import { chooseCard } from '../../bot/cards/choose-card.ts'
import type { Knowledge } from '../../knowledge/index.ts'
import { calendar } from '../support/bot/calendar.ts'
import { birth, birthLinked, identityCard } from '../support/bot/entries.ts'
import { knowledgeOf, shippedEntries, shippedLexicon, TODAY } from '../support/knowledge/shipped.ts'

let knowledge: Knowledge
beforeAll(async () => {
  knowledge = knowledgeOf(await shippedEntries(), await shippedLexicon())
})

const firstLine = (card: Card): string | undefined => card.paragraphs[0]?.[0]

test('an answer says how a question was read when a word was put right', () => {
  const answer = knowledge.ask('đăng ký hết hôn cần giấy tờ gì', { day: TODAY })
  expect(answer).toMatchObject({
    outcome: 'answer',
    entry: { title: 'Đăng ký kết hôn' },
    understood: 'đăng ký kết hôn cần giấy tờ gì',
  })
})

test.each([
  'đăng ký kết hôn cần giấy tờ gì',
  'dang ky ket hon can giay to gi',
  'ddawng kys keets hoon',
])('and nothing for %j', (question) => {
  expect(knowledge.ask(question, { day: TODAY })).not.toHaveProperty('understood')
})

const shown = {
  entry: birth,
  aspects: [],
  day: TODAY,
  calendar,
  replacedCode: null,
  page: 1,
  ratingFor: null,
}

test('it is the first line of the answer card, within its length', () => {
  const card = answerCard({ ...shown, understood: 'đăng ký khai sinh cho con' })
  expect(firstLine(card)).toBe('Tôi hiểu là: Đăng ký khai sinh cho con.')
  const long = answerCard({ ...shown, understood: 'đăng ký khai sinh cho con '.repeat(20).trim() })
  expect(renderPlain(long).length).toBeLessThanOrEqual(600)
  expect(firstLine(long)).toMatch(/^Tôi hiểu là: Đăng ký khai sinh .*…\.$/u)
  expect(firstLine(answerCard(shown))).not.toMatch(/Tôi hiểu/)
})

test('it is the first line of the question back, instead of the words as typed', () => {
  const entries = [birth, birthLinked, identityCard]
  const card = chooseCard(entries, [], 'khia sinh cho bé', TODAY, 'khai sinh cho bé')
  expect(firstLine(card)).toBe('Tôi hiểu là: Khai sinh cho bé.')
  expect(renderPlain(card)).not.toContain('khia')
  expect(renderPlain(card).length).toBeLessThanOrEqual(600)
  expect(renderPlain(chooseCard(entries, [], 'khai sinh', TODAY))).not.toMatch(/Tôi hiểu/)
})
