import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { foldText } from '../../../core/index.ts'
import type { Answer, Knowledge } from '../../../knowledge/index.ts'
import { joinWishes, type PracticeQuestion } from '../../support/knowledge/joined-wishes.ts'
import {
  knowledgeOf,
  shippedEntries,
  shippedLexicon,
  TODAY,
} from '../../support/knowledge/shipped.ts'

let knowledge: Knowledge
let practice: PracticeQuestion[]
beforeAll(async () => {
  knowledge = knowledgeOf(await shippedEntries(), await shippedLexicon())
  const file = new URL('../../bench/practice-questions.jsonl', import.meta.url)
  const lines = (await readFile(file, 'utf8')).trim().split('\n')
  practice = lines.map((line) => JSON.parse(line) as PracticeQuestion)
})
const ask = (text: string): Answer => knowledge.ask(text, { day: TODAY })
/** The entries of the wishes; none when the text was read as one question. */
const wishesOf = (answer: Answer): string[] =>
  answer.outcome === 'choose' && answer.areWishes === true
    ? answer.choices.map(({ entry }) => entry.id)
    : []

test.each([
  [
    'em vừa muốn làm khai sinh cho con vừa nhập khẩu cho cháu, với lại xin giấy xác nhận độc thân cho em gái',
    ['1.001193', '1.004222', '1.004873'],
  ],
  ['1. đổi bằng lái xe\n2. xin lý lịch tư pháp', ['3.000347', '3.000333']],
  ['Tách hộ thì cần gì? Ngoài ra cho em hỏi làm hộ chiếu bao nhiêu tiền', ['1.010038', '1.001456']],
  ['đăng ký tạm trú ở đâu, còn mất cà vẹt xe thì sao', ['1.004194', '1.013080']],
  ['hộ chiếu mất thì báo ai và đăng ký kết hôn cần gì', ['1.010386', '1.000894']],
])('%j: one candidate a wish, in the asker’s order', (text, ids) => {
  for (const typed of [text, foldText(text)]) {
    const answer = ask(typed)
    expect(wishesOf(answer), typed).toEqual(ids)
    expect(answer.candidates.slice(0, ids.length).map(({ entry }) => entry.id)).toEqual(ids)
  }
})

test.each([
  'chứng thực hợp đồng, giao dịch',
  'nhận cha, mẹ, con',
  'kết hôn với người nước ngoài cần giấy tờ gì, nộp ở đâu và mất bao lâu',
  'căn cước hết hạn rồi, đổi ở đâu. Có mất tiền không?',
  'làm khai sinh, nhập khẩu, bảo hiểm cùng lúc cho con',
  'bố em mất rồi và em muốn xin tiền mai táng cho cựu chiến binh',
])('%j is one question', (text) => {
  expect(wishesOf(ask(text))).toEqual([])
})

test('wishes made of practice questions are found in order', () => {
  const short = practice.filter(({ question }) => question.split(/\s+/).length <= 22)
  const messages = joinWishes(short, 200, 7)
  const isFound = (ids: readonly string[], wanted: readonly ReadonlySet<string>[]): boolean =>
    ids.length === wanted.length && wanted.every((right, at) => right.has(ids[at] ?? ''))
  const found = messages.filter(({ text, wanted }) => isFound(wishesOf(ask(text)), wanted))
  const fair = messages.filter(({ parts, wanted }) =>
    isFound(
      parts.map((part) => ask(part).candidates[0]?.entry.id ?? ''),
      wanted,
    ),
  )
  // measured: 156 of 200, where the parts by themselves have the right one first in 178
  expect(found.length).toBeGreaterThanOrEqual(140)
  expect(found.length / fair.length).toBeGreaterThan(0.8)
}, 120_000)

test('single questions are hardly ever read as several wishes', () => {
  const split = practice.filter(({ question }) => wishesOf(ask(question)).length > 0)
  // measured: 3 of 328
  expect(split.length / practice.length, split.map((one) => one.question).join('\n')).toBeLessThan(
    0.02,
  )
}, 60_000)
