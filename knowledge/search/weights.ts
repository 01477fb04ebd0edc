/** How many features `rank` measures of a document. */
export const FEATURE_COUNT = 13

/** Weights of the features in their order; fitted on the development questions (docs/decisions.md). */
export const WEIGHTS: readonly number[] = [0.578, 0.458, 0.409, -0.013, 2.055, 3.128, 0.34, -0.933, 1.508, -0.922, 0.121, 0.588, 0.351]

export function scoreLinear(features: Float64Array, weights: readonly number[]): number {
  let score = 0
  for (let at = 0; at < features.length; at += 1) score += (features[at] ?? 0) * (weights[at] ?? 0)
  return score
}
