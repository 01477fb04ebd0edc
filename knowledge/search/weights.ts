/** How many features `rank` measures of a document. */
export const FEATURE_COUNT = 16

/** The feature that says which share of the name the question covers. */
export const NAME_FEATURE = 4

/** The feature that says which share of the question the name covers. */
export const QUESTION_FEATURE = 6

/** The feature that compares with phrases written for the entry; portal records have none to fit it on. */
export const PHRASE_FEATURE = 13
const PHRASE_WEIGHT = 4

/** The feature that compares marks; the questions to fit on have no two names that differ in marks alone. */
export const TONE_FEATURE = 10
const TONE_WEIGHT = 0.4

/** Weights of the features in their order; fitted on the development questions (docs/decisions.md). */
export const WEIGHTS: readonly number[] = [
  0.561,
  0.465,
  0.067,
  0.187,
  2.296,
  2.135,
  0.547,
  -0.383,
  1.256,
  -0.842,
  TONE_WEIGHT,
  1.522,
  0.382,
  PHRASE_WEIGHT,
  -1.087,
  -1.376,
]

export function scoreLinear(features: Float64Array, weights: readonly number[]): number {
  let score = 0
  for (let at = 0; at < features.length; at += 1) score += (features[at] ?? 0) * (weights[at] ?? 0)
  return score
}
