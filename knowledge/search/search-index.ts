import { AT_COMMUNE, ONLY_AT_MINISTRY, PAIR_BASE, type IndexData } from './index-data.ts'

/** Lookups over `IndexData`; holds the few maps that are cheaper to rebuild than to store. */
export interface SearchIndex {
  readonly data: IndexData
  readonly size: number
  /** Number of a folded syllable; undefined when no document has it. */
  syllable(folded: string): number | undefined
  /** Number of a tone-exact form; undefined when no document's name has it. */
  toned(form: string): number | undefined
  /** Term number of two neighbouring syllables; undefined when they never stand together. */
  pair(first: number, second: number): number | undefined
  /** Terms of the pairs inside names: at the position of the second syllable; -1 where no pair ends. */
  namePairs: Int32Array
  /** Whether the term stands in the document, in any field. */
  has(term: number, doc: number): boolean
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
  return {
    data,
    size: data.ids.length,
    syllable: (folded) => syllables.get(folded),
    toned: (form) => toned.get(form),
    pair,
    namePairs: findNamePairs(data, pair),
    has: (term, doc) => {
      const list = data.docs.subarray(data.starts[term] ?? 0, data.starts[term + 1] ?? 0)
      return findSorted(list, doc) >= 0
    },
    position: (id) => positions.get(id),
    isAtCommune: (doc) => ((data.flags[doc] ?? 0) & AT_COMMUNE) !== 0,
    isOnlyAtMinistry: (doc) => ((data.flags[doc] ?? 0) & ONLY_AT_MINISTRY) !== 0,
  }
}

/** Looked up once, because every question compares the names of many documents. */
function findNamePairs(data: IndexData, pair: SearchIndex['pair']): Int32Array {
  const terms = new Int32Array(data.nameSyllables.length).fill(-1)
  for (let name = 0; name + 1 < data.nameStarts.length; name += 1) {
    const start = data.nameStarts[name] ?? 0
    for (let at = start + 1; at < (data.nameStarts[name + 1] ?? start); at += 1) {
      terms[at] = pair(data.nameSyllables[at - 1] ?? 0, data.nameSyllables[at] ?? 0) ?? -1
    }
  }
  return terms
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
