import { larger } from './pair-numbers.ts'
import { MAX_COUNT } from './scoring.ts'
import type { Postings } from './posting-format.ts'

/** Counts terms document by document; terms are any numbers from 0 without great gaps. */
export interface TermCounter {
  /** @param isName the term stands in the name or an alias */
  add(term: number, weight: number, isName: boolean): void
  /** Ends the document in hand: its terms become postings of the next position. */
  endDocument(): void
  /**
   * All postings, term by term, in the order of the final numbers.
   * @param order the final number of each term, from 0 to before `terms`; the counter is used up
   */
  forEachTerm(order: Uint32Array, terms: number, take: (postings: Postings) => void): void
}

/** Postings of one chunk: few enough to waste little, enough to be few. */
const CHUNK = 2 ** 16
/** Postings are sorted in so many parts, so that there is never a second copy of all of them. */
const PARTS = 3
const FIRST_CAPACITY = 2 ** 12

interface Chunk {
  terms: Uint32Array
  counts: Uint8Array
  nameCounts: Uint8Array
}

export function createTermCounter(): TermCounter {
  let counts = new Uint32Array(FIRST_CAPACITY)
  let nameCounts = new Uint32Array(FIRST_CAPACITY)
  let touched = new Uint32Array(FIRST_CAPACITY)
  let touchedCount = 0
  const chunks: Chunk[] = []
  let total = 0
  /** Where the postings of each document end. */
  const ends: number[] = []

  const reserve = (term: number): void => {
    while (term >= counts.length) {
      counts = larger(counts)
      nameCounts = larger(nameCounts)
      touched = larger(touched)
    }
  }
  const keep = (term: number): void => {
    const place = total % CHUNK
    if (place === 0) chunks.push(newChunk())
    const chunk = chunks.at(-1)
    if (chunk === undefined) return
    chunk.terms[place] = term
    chunk.counts[place] = Math.min(MAX_COUNT, counts[term] ?? 0)
    chunk.nameCounts[place] = Math.min(MAX_COUNT, nameCounts[term] ?? 0)
    total += 1
  }
  return {
    add: (term, weight, isName) => {
      if (term >= counts.length) reserve(term)
      const before = counts[term] ?? 0
      if (before === 0) {
        touched[touchedCount] = term
        touchedCount += 1
      }
      counts[term] = before + weight
      if (isName) nameCounts[term] = (nameCounts[term] ?? 0) + 1
    },
    endDocument: () => {
      for (let at = 0; at < touchedCount; at += 1) {
        const term = touched[at] ?? 0
        keep(term)
        counts[term] = 0
        nameCounts[term] = 0
      }
      touchedCount = 0
      ends.push(total)
    },
    forEachTerm: (order, terms, take) => sortByTerm({ chunks, ends, total, terms }, order, take),
  }
}

const newChunk = (): Chunk => ({
  terms: new Uint32Array(CHUNK),
  counts: new Uint8Array(CHUNK),
  nameCounts: new Uint8Array(CHUNK),
})

interface Collected {
  chunks: readonly Chunk[]
  ends: readonly number[]
  total: number
  terms: number
}

/** Counting sort by final number, a range of terms at a time; positions stay ascending within a term. */
function sortByTerm(all: Collected, order: Uint32Array, take: (postings: Postings) => void): void {
  const starts = renumber(all, order)
  const most = Math.ceil(all.total / PARTS)
  for (let from = 0; from < all.terms;) {
    let to = from + 1
    while (to < all.terms && (starts[to + 1] ?? 0) - (starts[from] ?? 0) <= most) to += 1
    const part = sortPart(all, starts.subarray(from, to + 1), from)
    for (let term = from; term < to; term += 1) {
      const start = (starts[term] ?? 0) - (starts[from] ?? 0)
      const end = (starts[term + 1] ?? 0) - (starts[from] ?? 0)
      take({
        docs: part.docs.subarray(start, end),
        counts: part.counts.subarray(start, end),
        nameCounts: part.nameCounts.subarray(start, end),
      })
    }
    from = to
  }
}

/** Where the postings of each term will stand; gives the terms their final numbers on the way. */
function renumber({ chunks, total, terms }: Collected, order: Uint32Array): Uint32Array {
  const starts = new Uint32Array(terms + 1)
  chunks.forEach((chunk, number) => {
    const used = Math.min(CHUNK, total - number * CHUNK)
    for (let at = 0; at < used; at += 1) {
      const term = order[chunk.terms[at] ?? 0] ?? 0
      chunk.terms[at] = term
      starts[term + 1] = (starts[term + 1] ?? 0) + 1
    }
  })
  for (let term = 1; term < starts.length; term += 1) {
    starts[term] = (starts[term] ?? 0) + (starts[term - 1] ?? 0)
  }
  return starts
}

/** The postings of the terms from `from` on, of which `starts` tells where they stand among all. */
function sortPart({ chunks, ends }: Collected, starts: Uint32Array, from: number): Postings {
  const base = starts[0] ?? 0
  const size = (starts.at(-1) ?? 0) - base
  const to = from + starts.length - 1
  const next = starts.map((start) => start - base)
  const docs = new Uint32Array(size)
  const counts = new Uint8Array(size)
  const nameCounts = new Uint8Array(size)
  let posting = 0
  ends.forEach((end, doc) => {
    for (; posting < end; posting += 1) {
      const chunk = chunks[Math.floor(posting / CHUNK)]
      const at = posting % CHUNK
      const term = chunk?.terms[at] ?? 0
      if (chunk === undefined || term < from || term >= to) continue
      const place = next[term - from] ?? 0
      next[term - from] = place + 1
      docs[place] = doc
      counts[place] = chunk.counts[at] ?? 0
      nameCounts[place] = chunk.nameCounts[at] ?? 0
    }
  })
  return { docs, counts, nameCounts }
}
