/** How many features `rank` measures of a document. */
export const FEATURE_COUNT = 13

/** Weights of the features in their order; fitted on the development questions (docs/decisions.md). */
export const WEIGHTS: readonly number[] = [
  0.655, 0.477, 0.325, -0.071, 2.406, 3.2, 1.147, -0.876, 1.372, -0.721, 0.294, 0.147, 0.383,
]

export function scoreLinear(features: Float64Array, weights: readonly number[]): number {
  let score = 0
  for (let at = 0; at < features.length; at += 1) score += (features[at] ?? 0) * (weights[at] ?? 0)
  return score
}
