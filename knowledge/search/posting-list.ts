import { PAIR_BASE } from './index-data.ts'

/** Postings of all terms, sorted by term: syllables by their number, then pairs by their key. */
export interface SortedPostings {
  /** Keys of the pairs, ascending. */
  pairs: Float64Array
  starts: Uint32Array
  docs: Uint32Array
  /** How often the term stands in the document, fields weighted; and in its name alone. */
  allCounts: Float32Array
  nameCounts: Float32Array
}

/** Collects postings document by document in flat arrays: objects would cost hundreds of megabytes. */
export interface PostingList {
  addSyllable(syllable: number, weight: number, isName: boolean): void
  addPair(first: number, second: number, weight: number, isName: boolean): void
  /** Ends the document: its terms become postings. */
  endDocument(doc: number): void
  /** @param syllables how many syllables were numbered; each is a term, also one without postings */
  sort(syllables: number): SortedPostings
}

/** Pair keys are stored shifted below zero, so that syllables and pairs share one numbering of terms. */
const pairKey = (first: number, second: number): number => -(first * PAIR_BASE + second) - 1

export function createPostingList(): PostingList {
  const termOf = new Map<number, number>()
  const keys: number[] = []
  const counts = { all: growing(), name: growing() }
  const postings = { term: growing(), doc: growing(), all: growing(), name: growing() }
  let touched: number[] = []

  const add = (key: number, weight: number, isName: boolean): void => {
    let term = termOf.get(key)
    if (term === undefined) {
      term = keys.push(key) - 1
      termOf.set(key, term)
    }
    const count = counts.all.get(term)
    if (count === 0) touched.push(term)
    counts.all.set(term, count + weight)
    if (isName) counts.name.set(term, counts.name.get(term) + 1)
  }
  return {
    addSyllable: add,
    addPair: (first, second, weight, isName) => add(pairKey(first, second), weight, isName),
    endDocument: (doc) => {
      for (const term of touched) {
        postings.term.push(term)
        postings.doc.push(doc)
        postings.all.push(counts.all.get(term))
        postings.name.push(counts.name.get(term))
        counts.all.set(term, 0)
        counts.name.set(term, 0)
      }
      touched = []
    },
    sort: (syllables) => sortPostings(keys, postings, syllables),
  }
}

type Postings = Record<'term' | 'doc' | 'all' | 'name', Growing>

function sortPostings(
  keys: readonly number[],
  postings: Postings,
  syllables: number,
): SortedPostings {
  const pairs = Float64Array.from(keys.filter((key) => key < 0).map((key) => -key - 1)).sort()
  const pairTerm = new Map(Array.from(pairs, (key, at) => [key, syllables + at]))
  const finalTerm = keys.map((key) => (key >= 0 ? key : (pairTerm.get(-key - 1) ?? 0)))
  const total = postings.term.length()
  const starts = new Uint32Array(syllables + pairs.length + 1)
  for (let at = 0; at < total; at += 1) {
    const term = finalTerm[postings.term.get(at)] ?? 0
    starts[term + 1] = (starts[term + 1] ?? 0) + 1
  }
  for (let term = 1; term < starts.length; term += 1) {
    starts[term] = (starts[term] ?? 0) + (starts[term - 1] ?? 0)
  }
  const next = starts.slice()
  const docs = new Uint32Array(total)
  const allCounts = new Float32Array(total)
  const nameCounts = new Float32Array(total)
  for (let at = 0; at < total; at += 1) {
    const term = finalTerm[postings.term.get(at)] ?? 0
    const place = next[term] ?? 0
    next[term] = place + 1
    docs[place] = postings.doc.get(at)
    allCounts[place] = postings.all.get(at)
    nameCounts[place] = postings.name.get(at)
  }
  return { pairs, starts, docs, allCounts, nameCounts }
}

/** An array of numbers that grows; reads beyond its end are 0. */
interface Growing {
  get(at: number): number
  set(at: number, value: number): void
  push(value: number): void
  length(): number
}

function growing(): Growing {
  let values = new Float32Array(1_024)
  let used = 0
  const reserve = (size: number): void => {
    if (size <= values.length) return
    const larger = new Float32Array(Math.max(size, values.length * 2))
    larger.set(values)
    values = larger
  }
  return {
    get: (at) => values[at] ?? 0,
    set: (at, value) => {
      reserve(at + 1)
      values[at] = value
    },
    push: (value) => {
      reserve(used + 1)
      values[used] = value
      used += 1
    },
    length: () => used,
  }
}
