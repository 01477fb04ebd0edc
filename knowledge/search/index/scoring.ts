/** How much one occurrence counts, by field. */
export const FIELD_WEIGHTS = { title: 6, alias: 5, text: 1 }

/** How fast repeats stop counting, and how far long documents and long names count less (BM25's k1 and b). */
export const SATURATION = 1.2
const LENGTH_SHARE = 0.4
const NAME_LENGTH_SHARE = 0.3

/** A document's text beyond this many syllables adds nothing that helps to find it. */
export const MAX_SYLLABLES = 6_000
/** Names of a document that are compared with a question word by word. */
export const MAX_PHRASES = 60
/** Counts are kept in a byte: more occurrences than these make no difference to a saturated score. */
export const MAX_COUNT = 255

/** Procedures of the whole country, on which the ranking weights were fitted. */
const COUNTRY_SIZE = 4_431

/** All numbers by which scores are made; an index that was built by others is another index. */
export const SCORING = {
  FIELD_WEIGHTS,
  SATURATION,
  LENGTH_SHARE,
  NAME_LENGTH_SHARE,
  MAX_SYLLABLES,
  MAX_PHRASES,
  MAX_COUNT,
  COUNTRY_SIZE,
}

/**
 * Inverse document frequency on the scale of the whole country's procedures, so that weights fitted there
 * also hold for the hundred entries of one commune.
 */
export const inverseFrequency = (total: number, having: number): number =>
  Math.log(1 + (total - having + 0.5) / (having + 0.5)) *
  (Math.log(1 + COUNTRY_SIZE) / Math.log(1 + Math.max(total, 2)))

/**
 * What is added to a count in the divisor of BM25: `count × (k1 + 1) / (count + norm)`.
 * @param relative the length as a multiple of the mean
 */
export const normOf = (relative: number): number =>
  SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * relative)
export const nameNormOf = (relative: number): number =>
  SATURATION * (1 - NAME_LENGTH_SHARE + NAME_LENGTH_SHARE * relative)
