import { AT_COMMUNE, ONLY_AT_MINISTRY, PAIR_BASE, type IndexData } from './index-data.ts'

/** All names of all documents, one behind the other: each document's title first, then its phrases. */
export interface NameTable {
  /** Document `d` has the names `firsts[d] … firsts[d + 1]`. */
  firsts: Uint32Array
  /** Name `n` has the words `starts[n] … starts[n + 1]`. */
  starts: Uint32Array
  /** Number of each word's syllable, and of its tone-exact form. */
  syllables: Uint32Array
  toned: Uint32Array
  /** Term of the pair that ends with the word; -1 where none does. */
  pairs: Int32Array
}

/**
 * What ranking asks of an index. Documents are positions from 0; terms are numbers of syllables and of pairs of
 * neighbouring syllables. A term that no document has is unknown, however it came to be numbered.
 */
export interface SearchIndex {
  /** How many positions there are. */
  readonly size: number
  /** The syllables that some document has. */
  readonly vocabulary: readonly string[]
  /** Inverse document frequency of each term over all fields. */
  readonly idf: Float32Array
  readonly names: NameTable
  /** How many syllables each document has over all fields. */
  readonly lengths: Float32Array
  /** Number of a folded syllable; undefined when no document has it. */
  syllable(folded: string): number | undefined
  nameOfSyllable(syllable: number): string
  /** Number of a tone-exact form; undefined when no document's name has it. */
  toned(form: string): number | undefined
  nameOfToned(toned: number): string
  /** Term number of two neighbouring syllables; undefined when they never stand together. */
  pair(first: number, second: number): number | undefined
  /** How many documents have the term in any field, and in their names. */
  documentsWith(term: number): number
  namesWith(term: number): number
  /** Adds `weight` times the term's BM25 score to each document that has it, over all fields and over the names. */
  addScores(term: number, weight: number, all: Float32Array, name: Float32Array): void
  /** Whether the term stands in the document, in any field. */
  has(term: number, doc: number): boolean
  id(doc: number): string
  position(id: string): number | undefined
  isAtCommune(doc: number): boolean
  isOnlyAtMinistry(doc: number): boolean
}

/** Makes the lookups; a few milliseconds for a whole country's procedures. */
export function openIndex(data: IndexData): SearchIndex {
  const syllables = new Map(data.syllables.map((name, number) => [name, number]))
  const toned = new Map(data.toned.map((name, number) => [name, number]))
  const positions = new Map(data.ids.map((id, position) => [id, position]))
  const pair = (first: number, second: number): number | undefined => {
    const at = findSorted(data.pairs, first * PAIR_BASE + second)
    return at < 0 ? undefined : data.syllables.length + at
  }
  const documentsWith = (term: number): number =>
    (data.starts[term + 1] ?? 0) - (data.starts[term] ?? 0)
  return {
    size: data.ids.length,
    vocabulary: data.syllables,
    idf: data.idf,
    names: openNames(data, pair),
    lengths: data.lengths,
    syllable: (folded) => syllables.get(folded),
    nameOfSyllable: (syllable) => data.syllables[syllable] ?? '',
    toned: (form) => toned.get(form),
    nameOfToned: (form) => data.toned[form] ?? '',
    pair,
    documentsWith,
    namesWith: (term) => {
      let count = 0
      for (let at = data.starts[term] ?? 0; at < (data.starts[term + 1] ?? 0); at += 1) {
        if ((data.nameWeights[at] ?? 0) > 0) count += 1
      }
      return count
    },
    addScores: (term, weight, all, name) => {
      const end = data.starts[term + 1] ?? 0
      for (let at = data.starts[term] ?? 0; at < end; at += 1) {
        const doc = data.docs[at] ?? 0
        all[doc] = (all[doc] ?? 0) + weight * (data.allWeights[at] ?? 0)
        name[doc] = (name[doc] ?? 0) + weight * (data.nameWeights[at] ?? 0)
      }
    },
    has: (term, doc) => {
      const list = data.docs.subarray(data.starts[term] ?? 0, data.starts[term + 1] ?? 0)
      return findSorted(list, doc) >= 0
    },
    id: (doc) => data.ids[doc] ?? '',
    position: (id) => positions.get(id),
    isAtCommune: (doc) => ((data.flags[doc] ?? 0) & AT_COMMUNE) !== 0,
    isOnlyAtMinistry: (doc) => ((data.flags[doc] ?? 0) & ONLY_AT_MINISTRY) !== 0,
  }
}

/** Pairs are looked up once, because every question compares the names of many documents. */
function openNames(data: IndexData, pair: SearchIndex['pair']): NameTable {
  const pairs = new Int32Array(data.nameSyllables.length).fill(-1)
  for (let name = 0; name + 1 < data.nameStarts.length; name += 1) {
    const start = data.nameStarts[name] ?? 0
    for (let at = start + 1; at < (data.nameStarts[name + 1] ?? start); at += 1) {
      pairs[at] = pair(data.nameSyllables[at - 1] ?? 0, data.nameSyllables[at] ?? 0) ?? -1
    }
  }
  return {
    firsts: data.docNames,
    starts: data.nameStarts,
    syllables: data.nameSyllables,
    toned: data.nameToned,
    pairs,
  }
}

function findSorted(values: Float64Array | IndexData['docs'], wanted: number): number {
  let low = 0
  let high = values.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const value = values[middle] ?? 0
    if (value === wanted) return middle
    if (value < wanted) low = middle + 1
    else high = middle - 1
  }
  return -1
}
