/**
 * The search index as plain data: typed arrays and strings only, so that it can be built in a worker,
 * moved between threads and written to a file as it is.
 *
 * Terms are folded syllables and pairs of neighbouring syllables. Term `t` owns the postings
 * `starts[t] … starts[t + 1]`: a document position, its BM25 weight over all fields, and over the name alone
 * (both with the inverse document frequency already in them).
 */
export interface IndexData {
  format: number
  ids: readonly string[]
  /** Folded syllables; the position is the syllable's number, and its term number. */
  syllables: readonly string[]
  /** Pairs: `first * PAIR_BASE + second` (syllable numbers), sorted; term number = syllables.length + position. */
  pairs: Float64Array
  starts: Uint32Array
  docs: Uint16Array | Uint32Array
  allWeights: Float32Array
  nameWeights: Float32Array
  /** Inverse document frequency of each term over all fields. */
  idf: Float32Array
  /** Names of each document, its title first, then its phrases: `docNames[d] … docNames[d + 1]`. */
  docNames: Uint32Array
  /** Syllable numbers of each name in order: `nameStarts[n] … nameStarts[n + 1]`. */
  nameStarts: Uint32Array
  nameSyllables: Uint32Array
  /** The same as tone-exact forms, numbered in `toned`. */
  nameToned: Uint32Array
  toned: readonly string[]
  /** How many syllables each document has over all fields. */
  lengths: Float32Array
  /** Bit 1: done at the commune; bit 2: only at a ministry. */
  flags: Uint8Array
}

export const INDEX_FORMAT = 2
export const PAIR_BASE = 2 ** 21
export const AT_COMMUNE = 1
export const ONLY_AT_MINISTRY = 2
