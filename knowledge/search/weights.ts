/** How many features `rank` measures of a document. */
export const FEATURE_COUNT = 16

/** The feature that says which share of the name the question covers. */
export const NAME_FEATURE = 4

/** The feature that says which share of the question the name covers. */
export const QUESTION_FEATURE = 6

/** The feature that compares with phrases written for the entry; portal records have none to fit it on. */
export const PHRASE_FEATURE = 13
const PHRASE_WEIGHT = 4

/** Weights of the features in their order; fitted on the development questions (docs/decisions.md). */
export const WEIGHTS: readonly number[] = [
  0.481,
  0.504,
  0.223,
  0.157,
  2.212,
  2.247,
  0.243,
  -0.554,
  1.399,
  -1.088,
  0.05,
  1.046,
  0.476,
  PHRASE_WEIGHT,
  -1.155,
  -1.418,
]

export function scoreLinear(features: Float64Array, weights: readonly number[]): number {
  let score = 0
  for (let at = 0; at < features.length; at += 1) score += (features[at] ?? 0) * (weights[at] ?? 0)
  return score
}
