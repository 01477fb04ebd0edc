/** Places of the features that `rank` measures of a document. */
export const FEATURE = {
  /** BM25 of single syllables over all fields; the next three alike */
  uni: 0,
  pair: 1,
  nameUni: 2,
  namePair: 3,
  /** share of the title that the question covers, by syllables and by pairs */
  nameShare: 4,
  namePairShare: 5,
  /** share of the question that the title covers */
  questionShare: 6,
  titleLength: 7,
  atCommune: 8,
  onlyAtMinistry: 9,
  /** marks of the title against marks of the question */
  tone: 10,
  /** the lexicon names the document by its code */
  boosted: 11,
  length: 12,
  /** a phrase written for the entry stands in the question */
  phrase: 13,
  /** words of special cases in the title alone, and in the question alone */
  titleVariants: 14,
  askedVariants: 15,
} as const

export const FEATURE_COUNT = Object.keys(FEATURE).length

/** Portal records have no phrases to fit this on. */
const PHRASE_WEIGHT = 4
/** The questions to fit on have no two names that differ in marks alone. */
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

/** The weighted sum of the features. */
export function scoreLinear(features: ArrayLike<number>, weights: readonly number[]): number {
  let score = 0
  for (let at = 0; at < features.length; at += 1) score += (features[at] ?? 0) * (weights[at] ?? 0)
  return score
}
