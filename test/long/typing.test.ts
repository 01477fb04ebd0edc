import { beforeAll, expect, test } from 'vitest'
import type { Entry, Knowledge } from '../../knowledge/index.ts'
import { NOISES } from '../support/knowledge/noise.ts'
import { knowledgeOf, shippedEntries, shippedLexicon, TODAY } from '../support/knowledge/shipped.ts'

/** Every so many of the questions of the shipped content. */
const STEP = 4

let lines: { entry: Entry; question: string }[]
let knowledge: Knowledge
beforeAll(async () => {
  const entries = await shippedEntries()
  lines = entries
    .flatMap((entry) => entry.questions.map((question) => ({ entry, question })))
    .filter((_, at) => at % STEP === 0)
  knowledge = knowledgeOf(entries, await shippedLexicon())
})

/** Share with the entry first, among the first three, answered wrongly; beside it what was measured on 2026-11-21. */
const FLOORS: Readonly<Record<string, { first: number; three: number; wrong: number }>> = {
  unaccented: { first: 0.99, three: 0.99, wrong: 0.01 },
  decomposed: { first: 1, three: 1, wrong: 0 },
  hoiNga: { first: 0.98, three: 0.99, wrong: 0.01 },
  wrongTone: { first: 0.97, three: 0.98, wrong: 0.01 },
  missingHats: { first: 0.97, three: 0.98, wrong: 0.01 },
  telex: { first: 0.98, three: 0.98, wrong: 0.01 },
  vni: { first: 0.97, three: 0.98, wrong: 0.01 },
  slip: { first: 0.89, three: 0.93, wrong: 0.02 },
  twoSlips: { first: 0.87, three: 0.91, wrong: 0.03 },
  slipBare: { first: 0.9, three: 0.93, wrong: 0.03 },
  twoSlipsBare: { first: 0.88, three: 0.92, wrong: 0.03 },
  twoSlipsInWord: { first: 0.93, three: 0.96, wrong: 0.02 },
  otherWord: { first: 0.89, three: 0.92, wrong: 0.03 },
  otherWordBare: { first: 0.89, three: 0.92, wrong: 0.03 },
  noSpace: { first: 0.95, three: 0.97, wrong: 0.01 },
  noSpaceBare: { first: 0.91, three: 0.93, wrong: 0.01 },
  spaceShifted: { first: 0.92, three: 0.94, wrong: 0.02 },
  spaceAdded: { first: 0.96, three: 0.97, wrong: 0.01 },
  spaceAddedBare: { first: 0.95, three: 0.97, wrong: 0.01 },
  sounds: { first: 0.81, three: 0.86, wrong: 0.05 },
  soundsBare: { first: 0.8, three: 0.86, wrong: 0.05 },
  stretched: { first: 0.98, three: 0.98, wrong: 0.01 },
}

test.each(Object.entries(NOISES))('questions typed with %s lead to their entry', (kind, write) => {
  const floors = FLOORS[kind] ?? { first: 1, three: 1, wrong: 0 }
  const asked = lines.map(({ entry, question }) => {
    const { outcome, candidates } = knowledge.ask(write(question), { day: TODAY })
    const right = (entry.validTo ?? '9') < TODAY ? entry.replacedBy : entry.id
    const place = candidates.findIndex((candidate) => candidate.entry.id === right)
    return { question: write(question), place, isWrong: outcome === 'answer' && place !== 0 }
  })
  const share = (holds: (one: (typeof asked)[number]) => boolean): number =>
    asked.filter(holds).length / asked.length
  const lost = asked.filter(({ place }) => place < 0 || place > 2).map(({ question }) => question)
  const figures = {
    first: share(({ place }) => place === 0),
    three: 1 - lost.length / asked.length,
    wrong: share(({ isWrong }) => isWrong),
  }
  console.log(kind, figures)
  expect(figures.three, lost.join('\n')).toBeGreaterThanOrEqual(floors.three)
  expect(figures.first).toBeGreaterThanOrEqual(floors.first)
  expect(figures.wrong).toBeLessThanOrEqual(floors.wrong)
})
