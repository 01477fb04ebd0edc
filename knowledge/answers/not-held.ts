import type { AnalysedQuestion } from '../search/analyse-question.ts'
import { coverageOf } from '../search/coverage.ts'
import type { EverydayRow } from '../search/lexicon.ts'
import type { DecideContext } from './decide-context.ts'

/** An entry is about a thing when it holds this share of the pairs in its name. */
const HELD_FROM = 0.6

/** What the lexicon knows by name although no entry is held of it; null when an entry may be meant. */
export function subjectNotHeld(
  { everyday }: AnalysedQuestion,
  context: DecideContext,
): { name: string; code: string | null } | null {
  const named = everyday.filter(({ codes, isOutOfScope }) => codes.length > 0 || isOutOfScope)
  if (named.some((row) => isHeld(row, context))) return null
  const [row] = named
  const [name] = row?.means ?? []
  return name === undefined ? null : { name, code: row?.codes[0] ?? null }
}

/** By its codes; what has none in the lexicon is held when some entry speaks of most of its name. */
function isHeld({ codes, means }: EverydayRow, { find, search }: DecideContext): boolean {
  if (codes.length > 0) return codes.some((code) => find(code) !== null)
  const name = search.analyse(means[0] ?? '')
  const [best] = search.rank(name)
  return best !== undefined && coverageOf(search.index, best.doc, name.tokens).pairs >= HELD_FROM
}
