import { coverageOf } from '../search/coverage.ts'
import type { AnalysedQuestion } from '../search/analyse-question.ts'
import type { Ranked } from '../search/rank.ts'
import type { SearchIndex } from '../search/search-index.ts'

/** Weights of `confidenceFeatures` for: the first place is right. Fitted on the development questions (docs/decisions.md). */
export const CONFIDENCE_WEIGHTS: readonly number[] = [
  -2.304, 1.937, 0.278, -0.168, 1.367, 0.571, 0.947, 0.428, -2.174, -0.146, 0.484, -0.033, -0.501,
  0.412, 0.919, 2.235,
]

/** Weights of `confidenceFeatures` for: the right one is among the first four. */
export const RELEVANCE_WEIGHTS: readonly number[] = [
  -2.912, 2.79, -0.275, -0.081, 0.725, 0.656, 1.284, 0.817, -2.222, 0.271, -0.141, -0.025, 1.086,
  0.107, -0.457, 2.533,
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
