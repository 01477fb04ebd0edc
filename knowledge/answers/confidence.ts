import type { AnalysedQuestion } from '../search/analyse-question.ts'
import type { Ranked } from '../search/rank.ts'
import type { SearchIndex } from '../search/search-index.ts'

/** Weights of `confidenceFeatures` for: the first place is right. Fitted on the development questions (docs/decisions.md). */
export const CONFIDENCE_WEIGHTS: readonly number[] = [-2.015, 1.956, 0.256, -0.184, 1.504, 0.412, 0.933, 1.405, -1.661, -0.015, 0.077, 0.018, -0.585, 0.525]

/** Weights of `confidenceFeatures` for: the right one is among the first four. */
export const RELEVANCE_WEIGHTS: readonly number[] = [-3.015, 2.56, -0.253, -0.122, 0.4, 0.445, 1.85, 1.351, -1.969, 0.387, -0.333, 0.059, 1.069, 0.286]

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
