import type { AnalysedQuestion } from '../search/analyse-question.ts'
import type { Ranked } from '../search/rank.ts'
import type { SearchIndex } from '../search/search-index.ts'

/** Weights of `confidenceFeatures`, fitted on the development questions (docs/decisions.md). */
export const CONFIDENCE_WEIGHTS: readonly number[] = [
  -1.319, 2.317, 0.212, -0.134, 1.701, 0.206, 0.853, 1.75, -1.364, -0.299, 0.071, -0.01, -0.766, -0.644,
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
  return [
    1,
    total === 0 ? 0 : 1 / total,
    Math.min(4, score - (second?.score ?? score)),
    Math.min(4, score - (third?.score ?? score)),
    score / 10,
    features?.[4] ?? 0,
    features?.[5] ?? 0,
    features?.[6] ?? 0,
    question.knownShare,
    features?.[10] ?? 0,
    features?.[11] ?? 0,
    features?.[1] ?? 0,
    Math.log(1 + question.contentCount),
    question.aspects.length > 0 ? 1 : 0,
  ]
}
