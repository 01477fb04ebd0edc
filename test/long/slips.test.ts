import { beforeAll, expect, test } from 'vitest'
import { foldText } from '../../core/index.ts'
import type { Entry, Knowledge } from '../../knowledge/index.ts'
import { knowledgeOf, shippedEntries, shippedLexicon, TODAY } from '../support/knowledge/shipped.ts'
import { withSlip } from '../support/knowledge/slips.ts'

let lines: { entry: Entry; question: string }[]
let knowledge: Knowledge
beforeAll(async () => {
  const entries = await shippedEntries()
  lines = entries.flatMap((entry) => entry.questions.map((question) => ({ entry, question })))
  knowledge = knowledgeOf(entries, await shippedLexicon())
})

test('every question kept with an entry is answered by it', () => {
  const missed = lines.filter(({ entry, question }) => {
    const answer = knowledge.ask(question, { day: TODAY })
    // what ended is answered by what replaced it
    const hasEnded = entry.isRepealed || (entry.validTo ?? '9') < TODAY
    const right = hasEnded ? entry.replacedBy : entry.id
    return answer.outcome !== 'answer' || answer.entry.id !== right
  })
  expect(missed.map(({ entry, question }) => `${question} (${entry.id})`)).toEqual([])
})

// all questions of the shipped content: share with the entry first, among the first three, answered wrongly
test.each([
  // 2026-11-21: 0.829 0.938 0.053 of 2,802 (0.855 0.955 0.042 of 840)
  ['a slip', withSlip, { first: 0.8, three: 0.93, wrong: 0.07 }],
  // 2026-11-21: 0.866 0.955 0.050 of 2,802 (0.892 0.975 0.044 of 840)
  [
    'no marks and a slip',
    (text: string) => withSlip(foldText(text)),
    { first: 0.83, three: 0.94, wrong: 0.07 },
  ],
] as const)('questions written with %s lead to their entry', (_how, write, floors) => {
  const asked = lines.map(({ entry, question }) => {
    const { outcome, candidates } = knowledge.ask(write(question), { day: TODAY })
    const right = (entry.validTo ?? '9') < TODAY ? entry.replacedBy : entry.id
    const place = candidates.findIndex((candidate) => candidate.entry.id === right)
    return { question, place, isWrong: outcome === 'answer' && place !== 0 }
  })
  const share = (holds: (one: (typeof asked)[number]) => boolean): number =>
    asked.filter(holds).length / asked.length
  const lost = asked.filter(({ place }) => place < 0 || place > 2).map(({ question }) => question)
  expect(1 - lost.length / asked.length, lost.join('\n')).toBeGreaterThanOrEqual(floors.three)
  expect(share(({ place }) => place === 0)).toBeGreaterThanOrEqual(floors.first)
  expect(share(({ isWrong }) => isWrong)).toBeLessThanOrEqual(floors.wrong)
})
