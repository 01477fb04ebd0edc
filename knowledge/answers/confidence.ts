import type { AnalysedQuestion } from '../search/analyse-question.ts'
import type { Ranked } from '../search/rank.ts'
import type { SearchIndex } from '../search/search-index.ts'

/** Weights of `confidenceFeatures` for: the first place is right. Fitted on the development questions (docs/decisions.md). */
export const CONFIDENCE_WEIGHTS: readonly number[] = [
  -1.909, 2.049, 0.248, -0.156, 1.625, 0.285, 0.845, 1.189, -1.578, 0.009, -0.012, 0.021, -0.649,
  0.591,
]

/** Weights of `confidenceFeatures` for: the right one is among the first four. */
export const RELEVANCE_WEIGHTS: readonly number[] = [
  -2.985, 2.8, -0.212, -0.17, 0.424, 0.428, 1.779, 1.403, -1.952, 0.398, -0.48, 0.063, 1.038, 0.18,
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
