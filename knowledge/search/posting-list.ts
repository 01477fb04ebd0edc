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
  const syllableTerms: number[] = []
  /** Pairs by their first syllable: small whole numbers are looked up much faster than one large key. */
  const pairTerms: Map<number, number>[] = []
  const keys: number[] = []
  /** Of the document in hand, by term; 0 between documents. */
  const allCounts: number[] = []
  const nameCounts: number[] = []
  const postings = { term: growing(), doc: growing(), all: growing(), name: growing() }
  let touched: number[] = []

  const count = (term: number, weight: number, isName: boolean): void => {
    const before = allCounts[term] ?? 0
    if (before === 0) touched.push(term)
    allCounts[term] = before + weight
    if (isName) nameCounts[term] = (nameCounts[term] ?? 0) + 1
  }
  const newTerm = (key: number): number => {
    allCounts.push(0)
    nameCounts.push(0)
    return keys.push(key) - 1
  }
  const termOfPair = (first: number, second: number): number => {
    const seconds = (pairTerms[first] ??= new Map())
    let term = seconds.get(second)
    if (term === undefined) {
      term = newTerm(pairKey(first, second))
      seconds.set(second, term)
    }
    return term
  }
  return {
    addSyllable: (syllable, weight, isName) =>
      count((syllableTerms[syllable] ??= newTerm(syllable)), weight, isName),
    addPair: (first, second, weight, isName) => count(termOfPair(first, second), weight, isName),
    endDocument: (doc) => {
      for (const term of touched) {
        postings.term.push(term)
        postings.doc.push(doc)
        postings.all.push(allCounts[term] ?? 0)
        postings.name.push(nameCounts[term] ?? 0)
        allCounts[term] = 0
        nameCounts[term] = 0
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
    push: (value) => {
      reserve(used + 1)
      values[used] = value
      used += 1
    },
    length: () => used,
  }
}
