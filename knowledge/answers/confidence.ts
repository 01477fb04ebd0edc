import { coverageOf } from '../search/coverage.ts'
import type { AnalysedQuestion } from '../search/analyse-question.ts'
import type { Ranked } from '../search/rank.ts'
import type { SearchIndex } from '../search/search-index.ts'

/** Weights of `confidenceFeatures` for: the first place is right. Fitted on the development questions (docs/decisions.md). */
export const CONFIDENCE_WEIGHTS: readonly number[] = [
  -2.593, 1.926, 0.057, 0.102, 1.43, 0.834, 0.702, 0.256, -2.469, -0.254, 0.8, -0.039, -0.411,
  0.338, 0.896, 1.964,
]

/** Weights of `confidenceFeatures` for: the right one is among the first four. */
export const RELEVANCE_WEIGHTS: readonly number[] = [
  -2.972, 2.631, -0.195, -0.237, 1.402, 0.514, 1.849, 0.803, -2.272, 0.155, 0.486, -0.017, 0.889,
  0.191, -0.331, 1.803,
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
    features?.[4] ?? 0,
    features?.[5] ?? 0,
    features?.[6] ?? 0,
    question.knownShare,
    features?.[10] ?? 0,
    features?.[11] ?? 0,
    features?.[1] ?? 0,
    Math.log(1 + question.contentCount),
    question.aspects.length > 0 ? 1 : 0,
    coverage?.words ?? 0,
    coverage?.pairs ?? 0,
  ]
}
