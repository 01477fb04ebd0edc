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
  /** share of the title's words before what limits it that the question covers */
  coreShare: 16,
  /** rarity of the longest run of title words that the question has side by side, in tens */
  run: 17,
  /** share of the question's own words that stand anywhere in the document */
  documentShare: 18,
  /** how alike the question and the nearest phrase written for the entry are */
  likeness: 19,
  /** special cases that title and question both tell, and those told in everyday words that the title is not for */
  sharedCases: 20,
  missedCases: 21,
  procedure: 22,
  /** the lexicon names the document by words that stand right after a word of wishing */
  wished: 23,
  /** the question is the title, word for word */
  exact: 24,
  /** nameUni and namePair of documents with question lines of their own: there names say how people ask */
  lineUni: 25,
  linePair: 26,
  /** the document has such lines */
  lines: 27,
} as const

export const FEATURE_COUNT = Object.keys(FEATURE).length

/** The weighted sum of the features. */
export function scoreLinear(features: ArrayLike<number>, weights: readonly number[]): number {
  let score = 0
  for (let at = 0; at < features.length; at += 1) score += (features[at] ?? 0) * (weights[at] ?? 0)
  return score
}
