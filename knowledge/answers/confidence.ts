import { coverageOf } from '../search/coverage.ts'
import type { AnalysedQuestion } from '../search/analyse-question.ts'
import type { Ranked } from '../search/rank.ts'
import type { SearchIndex } from '../search/search-index.ts'
import { FEATURE } from '../search/weights.ts'

/** Weights of `confidenceFeatures` for: the first place is right. Fitted on the development questions (docs/decisions.md). */
export const CONFIDENCE_WEIGHTS: readonly number[] = [
  -2.593, 2.311, 0.21, 0.009, 1.442, 0.991, 0.293, 0.315, -2.462, -0.309, 0.771, -0.045, -0.492,
  0.17, 0.863, 2.383,
]

/** Weights of `confidenceFeatures` for: the right one is among the first four. */
export const RELEVANCE_WEIGHTS: readonly number[] = [
  -3.256, 2.781, 0.001, -0.345, 0.789, 0.649, 1.57, 0.77, -2.721, 0.17, 0.893, 0.071, 1.059, -0.452,
  0.097, 2.236,
]

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
  const features = first?.features
  const coverage = first === undefined ? null : coverageOf(index, first.doc, question.tokens)
  return [
    1,
    total === 0 ? 0 : 1 / total,
    Math.min(4, score - (second?.score ?? score)),
    Math.min(4, score - (third?.score ?? score)),
    score / 10,
    features?.[FEATURE.nameShare] ?? 0,
    features?.[FEATURE.namePairShare] ?? 0,
    features?.[FEATURE.questionShare] ?? 0,
    question.knownShare,
    features?.[FEATURE.tone] ?? 0,
    features?.[FEATURE.boosted] ?? 0,
    features?.[FEATURE.pair] ?? 0,
    Math.log(1 + question.contentCount),
    question.aspects.length > 0 ? 1 : 0,
    coverage?.words ?? 0,
    coverage?.pairs ?? 0,
  ]
}
