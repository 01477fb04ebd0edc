import { beforeAll, describe, expect, test } from 'vitest'
import { foldText } from '../../../core/index.ts'
import type { Answer, Entry, Knowledge } from '../../../knowledge/index.ts'
import {
  knowledgeOf,
  shippedEntries,
  shippedLexicon,
  TODAY,
} from '../../support/knowledge/shipped.ts'
import { inTelex, inVni, withSlip } from '../../support/knowledge/slips.ts'

let entries: Entry[]
let knowledge: Knowledge
beforeAll(async () => {
  entries = await shippedEntries()
  knowledge = knowledgeOf(entries, await shippedLexicon())
})

const ask = (question: string): Answer => knowledge.ask(question, { day: TODAY })

/** Every question line of the content with its entry. */
const lines = (): { entry: Entry; question: string }[] =>
  entries.flatMap((entry) => entry.questions.map((question) => ({ entry, question })))

/** A part of the questions that is spread over all entries. */
const every = (step: number) => lines().filter((_, at) => at % step === 0)

const placeOf = (entry: Entry, answer: Answer): number => {
  const at = answer.candidates.findIndex(({ entry: { id } }) => id === entry.id)
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1
}

/** Questions whose outcome is not just their entry, for the message of a failed test. */
const notAnswered = (questions: { entry: Entry; question: string }[]): string[] =>
  questions.flatMap(({ entry, question }) => {
    const answer = ask(question)
    // what ended is answered by what replaced it
    const hasEnded = entry.isRepealed || (entry.validTo ?? '9') < TODAY
    const right = hasEnded ? entry.replacedBy : entry.id
    if (answer.outcome === 'answer' && answer.entry.id === right) return []
    return [`${question} (${entry.id}): ${answer.outcome} ${answer.candidates[0]?.entry.id}`]
  })

test('the content has entries of every kind with questions', () => {
  expect(entries.length).toBeGreaterThan(100)
  expect(lines().length).toBeGreaterThan(400)
  expect(new Set(entries.map(({ kind }) => kind)).size).toBe(5)
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
})

// all of them, written in other ways, too: test/long/slips.test.ts
test('questions kept with an entry are answered by it', () => {
  expect(notAnswered(every(4))).toEqual([])
})

test('no two entries keep the same question', () => {
  const byText = Map.groupBy(lines(), ({ question }) => foldText(question))
  const shared = [...byText].filter(([, list]) => new Set(list.map((l) => l.entry.id)).size > 1)
  expect(shared.map(([question]) => question)).toEqual([])
})

test('the title and the short title of every entry are answered by it', () => {
  const titles = entries.flatMap((entry) =>
    [entry.title, entry.shortTitle, foldText(entry.title)].map((question) => ({ entry, question })),
  )
  expect(notAnswered(titles)).toEqual([])
})

describe.each([
  // share with the entry first, among the first three, answered wrongly; slips of the finger: test/long/slips.test.ts
  ['without marks', foldText, { first: 0.99, three: 0.995, wrong: 0.005 }], // 1.000 1.000 0.000
  [
    'decomposed, in capitals',
    (text: string) => text.normalize('NFD').toUpperCase(),
    { first: 0.99, three: 0.995, wrong: 0.005 }, // 1.000 1.000 0.000
  ],
  ['as Telex keys', inTelex, { first: 0.97, three: 0.98, wrong: 0.01 }], // 1.000 1.000 0.000
  ['as VNI keys', inVni, { first: 0.97, three: 0.98, wrong: 0.01 }], // 0.998 1.000 0.000
] as const)('questions written %s', (_how, write, floors) => {
  test('lead to their entry', () => {
    const asked = every(12).map(({ entry, question }) => {
      const answer = ask(write(question))
      return { question: write(question), entry, answer, place: placeOf(entry, answer) }
    })
    const share = (holds: (one: (typeof asked)[number]) => boolean): number =>
      asked.filter(holds).length / asked.length
    const isWrong = ({ answer, entry }: (typeof asked)[number]): boolean =>
      answer.outcome === 'answer' && answer.entry.id !== entry.id
    const lost = asked.filter(({ place }) => place > 3).map(({ question }) => question)
    const wrong = asked.filter(isWrong).map(({ question }) => question)
    expect(
      share(({ place }) => place <= 3),
      lost.join('\n'),
    ).toBeGreaterThanOrEqual(floors.three)
    expect(share(({ place }) => place === 1)).toBeGreaterThanOrEqual(floors.first)
    expect(share(isWrong), wrong.join('\n')).toBeLessThanOrEqual(floors.wrong)
  })
})

/** An answer without the whole entries: quick to compare. */
const inShort = ({ outcome, aspects, candidates }: Answer) => ({
  outcome,
  aspects,
  candidates: candidates.map(({ entry, score }) => `${entry.id} ${score}`),
})

test('the place of the tone mark and y or i change nothing', () => {
  const moved = (text: string): string =>
    text
      .normalize('NFD')
      .replace(/([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])(?!\p{L})/gu, '$1$3$2')
      .normalize('NFC')
      .replace(/(?<=[hklmst])ý(?!\p{L})/gu, 'í')
      .replace(/(?<=[hklmst])ỹ(?!\p{L})/gu, 'ĩ')
  const changed = every(6).filter(({ question }) => moved(question) !== question)
  expect(changed.length).toBeGreaterThan(20)
  for (const { question } of changed) {
    expect(inShort(ask(moved(question)))).toEqual(inShort(ask(question)))
  }
})

test('the same question twice has the same answer, whatever was asked between', () => {
  const questions = every(15).map(({ question }) => withSlip(foldText(question)))
  const first = questions.map((question) => inShort(ask(question)))
  const second = questions
    .toReversed()
    .map((question) => inShort(ask(question)))
    .toReversed()
  expect(second).toEqual(first)
})

test('candidates are at most ten, best first, each once, with probabilities', () => {
  for (const { question } of every(15)) {
    const { candidates } = ask(foldText(question))
    const scores = candidates.map(({ score }) => score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true)
    expect(scores.reduce((sum, score) => sum + score, 0)).toBeLessThan(1.000_001)
    expect(candidates.length).toBeLessThanOrEqual(10)
    expect(new Set(candidates.map(({ entry }) => entry.id)).size).toBe(candidates.length)
  }
})

test('an entry is found by its id, its code and the codes that it replaced', () => {
  for (const entry of entries) {
    expect(knowledge.find(entry.id)).toBe(entry)
    if (entry.code !== null) expect(knowledge.find(entry.code)).toBe(entry)
  }
  expect(knowledge.find('9.999999')).toBeNull()
  expect(knowledge.find('')).toBeNull()
  expect(knowledge.entries()).toEqual(entries)
})
