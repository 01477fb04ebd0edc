/** How many features `rank` measures of a document. */
export const FEATURE_COUNT = 14

/** The feature that compares with phrases written for the entry; portal records have none to fit it on. */
export const PHRASE_FEATURE = 13
const PHRASE_WEIGHT = 4

/** Weights of the features in their order; fitted on the development questions (docs/decisions.md). */
export const WEIGHTS: readonly number[] = [
  0.55,
  0.473,
  0.473,
  -0.023,
  1.992,
  3.031,
  0.071,
  -1.08,
  1.462,
  -0.925,
  0.067,
  0.607,
  0.282,
  PHRASE_WEIGHT,
]

export function scoreLinear(features: Float64Array, weights: readonly number[]): number {
  let score = 0
  for (let at = 0; at < features.length; at += 1) score += (features[at] ?? 0) * (weights[at] ?? 0)
  return score
}
