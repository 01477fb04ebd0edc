import { coverageOf } from '../search/coverage.ts'
import type { AnalysedQuestion } from '../search/analyse-question.ts'
import type { Ranked } from '../search/rank.ts'
import type { SearchIndex } from '../search/search-index.ts'
import { FEATURE } from '../search/weights.ts'

/** Leads beyond this say no more. */
const LARGEST_LEAD = 4
/** What the winner has. */
const OWN = [
  'nameShare',
  'namePairShare',
  'coreShare',
  'questionShare',
  'tone',
  'boosted',
  'pair',
  'likeness',
  'phrase',
  'missedCases',
  'titleVariants',
  'askedVariants',
  'procedure',
] as const
/** What the winner has more of than the second. */
const AHEAD = ['nameShare', 'coreShare', 'likeness', 'sharedCases'] as const

/**
 * What tells a right first place from a wrong one: lead over the second, how much of the question the
 * winner's name and text cover, and how much of the question is understood at all.
 */
export function confidenceFeatures(
  index: SearchIndex,
  question: AnalysedQuestion,
  ranked: readonly Ranked[],
): number[] {
  const [first, second, third] = ranked
  const score = first?.score ?? 0
  const total = ranked.reduce((sum, { score: other }) => sum + Math.exp(other - score), 0)
  const leadOver = (other: Ranked | undefined): number =>
    Math.min(LARGEST_LEAD, score - (other?.score ?? score))
  const of = (ranking: Ranked | undefined, name: keyof typeof FEATURE): number =>
    ranking?.features[FEATURE[name]] ?? 0
  const coverage = first === undefined ? null : coverageOf(index, first.doc, question.tokens)
  return [
    1,
    total === 0 ? 0 : 1 / total,
    leadOver(second),
    leadOver(third),
    score / 10,
    ...OWN.map((name) => of(first, name)),
    ...AHEAD.map((name) => of(first, name) - of(second, name)),
    question.knownShare,
    Math.log(1 + question.contentCount),
    Math.log(1 + question.tokens.length),
    question.aspects.length > 0 ? 1 : 0,
    question.everyday.length,
    coverage?.words ?? 0,
    coverage?.pairs ?? 0,
  ]
}
