/** How many features `rank` measures of a document. */
export const FEATURE_COUNT = 14

/** The feature that compares with phrases written for the entry; portal records have none to fit it on. */
export const PHRASE_FEATURE = 13
const PHRASE_WEIGHT = 4

/** Weights of the features in their order; fitted on the development questions (docs/decisions.md). */
export const WEIGHTS: readonly number[] = [
  0.544,
  0.473,
  0.341,
  0.026,
  2.117,
  2.56,
  0.355,
  -1.022,
  1.392,
  -1.007,
  0.122,
  0.618,
  0.316,
  PHRASE_WEIGHT,
]

export function scoreLinear(features: Float64Array, weights: readonly number[]): number {
  let score = 0
  for (let at = 0; at < features.length; at += 1) score += (features[at] ?? 0) * (weights[at] ?? 0)
  return score
}
