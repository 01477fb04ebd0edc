/**
 * A search index as plain data: typed arrays and strings only, so that it can be built in a worker, shared
 * between threads and written to a file as it is. It holds what was counted in its documents and nothing that
 * depends on other documents (no rarity, no mean length): those are taken when it is opened, over all segments.
 *
 * Terms are folded syllables and pairs of neighbouring syllables. Syllable `s` is term `s`; pairs follow them.
 */
export interface IndexData {
  format: number
  /** Ids of the documents; the place is the document's position. */
  ids: readonly string[]
  /** Folded syllables in order; the place is the syllable's number, and its term number. */
  syllables: readonly string[]
  /** Pairs that begin with syllable `s`: places `pairStarts[s] … pairStarts[s + 1]` of `pairSeconds`. */
  pairStarts: Uint32Array
  /** Second syllables, ascending within one first; term number = syllables.length + place. */
  pairSeconds: Uint16Array | Uint32Array
  /** Term `t` has the list of postings `postings[postingStarts[t]] … postings[postingStarts[t + 1]]`. */
  postingStarts: Uint32Array
  /** Lists as `index/posting-format.ts` writes them. */
  postings: Uint8Array
  /** Names of each document, its title first, then its phrases: `docNames[d] … docNames[d + 1]`. */
  docNames: Uint32Array
  /** Words of each name in order: `nameStarts[n] … nameStarts[n + 1]`. */
  nameStarts: Uint32Array
  /** Number of each word's syllable. */
  nameSyllables: Uint16Array | Uint32Array
  /** Number of its tone-exact form in `toned`. */
  nameToned: Uint16Array | Uint32Array
  /** Term of the pair that ends with the word; -1 where none does. */
  namePairs: Int32Array
  /** Tone-exact forms of the words of names, in order. */
  toned: readonly string[]
  /** How many syllables each document has over all fields, and in its name and aliases. */
  lengths: Uint16Array
  nameLengths: Uint16Array
  /** Bit 1: done at the commune; bit 2: only at a ministry; bit 3: a procedure. */
  flags: Uint8Array
}

/**
 * What changed since an index was built: documents that are new or other than they were, as a segment of their
 * own, and documents of the base that are gone or were replaced.
 */
export interface IndexDelta {
  segment: IndexData
  /** Ids of the base's documents that no longer count. */
  removed: readonly string[]
  /** For each term of the segment its number in the opened index: the base's, or one after all of the base's. */
  terms: Uint32Array
  /** Terms of the base that removed documents have, and how many of them in any field and in the name. */
  lostTerms: Uint32Array
  lostDocuments: Uint32Array
  lostNames: Uint32Array
}

export const INDEX_FORMAT = 3
export const AT_COMMUNE = 1
export const ONLY_AT_MINISTRY = 2
export const PROCEDURE = 4

/** How many terms a segment numbers. */
export const termCount = (data: IndexData): number => data.postingStarts.length - 1

/** Term of two neighbouring syllables by their numbers; -1 when they never stand together. */
export function findPair(data: IndexData, first: number, second: number): number {
  const { pairStarts, pairSeconds } = data
  let low = pairStarts[first] ?? 0
  let high = (pairStarts[first + 1] ?? 0) - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = pairSeconds[middle] ?? 0
    if (found === second) return data.syllables.length + middle
    if (found < second) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Bytes of an index in memory: its arrays, and its strings at a byte a letter. */
export const indexBytes = (data: IndexData): number =>
  Object.values(data).reduce<number>((sum, part) => sum + bytesOf(part), 0)

function bytesOf(part: unknown): number {
  if (ArrayBuffer.isView(part)) return part.byteLength
  return Array.isArray(part) ? (part as string[]).reduce((sum, text) => sum + text.length, 0) : 0
}
