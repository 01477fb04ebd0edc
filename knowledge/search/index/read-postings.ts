import type { IndexData } from '../index-data.ts'
import { isDense } from './posting-format.ts'

/** Sums of one search and what is added to counts in the divisors, by position in the opened index. */
export interface ScoreTarget {
  sums: Float32Array
  norms: Float64Array
  /** Position in the opened index of the segment's first document. */
  offset: number
}

/** Reads the lists of one segment. */
export interface PostingReader {
  /** How many documents have the term, in any field and in their name. */
  documents: Uint32Array
  names: Uint32Array
  /** Adds `scale × count / (count + norm)` for each document of the term, over all fields. */
  addScores(term: number, scale: number, target: ScoreTarget): void
  /** The same for at least these documents, by their positions in the opened index; others may go without. */
  addScoresOf(term: number, scale: number, docs: Uint32Array, target: ScoreTarget): void
  /** The same for all documents that have the term in their name, over the names. */
  addNameScores(term: number, scale: number, target: ScoreTarget): void
  /** Whether the document (by its position in the segment) has the term in any field. */
  has(term: number, doc: number): boolean
  /** How many of the marked documents have the term, in any field and in their name. */
  countMarked(term: number, marked: Uint8Array): { documents: number; names: number }
}

export function createPostingReader(data: IndexData): PostingReader {
  const { postings: bytes, postingStarts: starts } = data
  const size = data.ids.length
  const terms = starts.length - 1
  const documents = new Uint32Array(terms)
  const names = new Uint32Array(terms)
  /** Where the postings of each term begin, of the names and of all fields. */
  const nameStarts = new Uint32Array(terms)
  const bodies = new Uint32Array(terms)
  const cursor = { at: 0 }
  for (let term = 0; term < terms; term += 1) {
    cursor.at = starts[term] ?? 0
    documents[term] = readVarint(bytes, cursor)
    const named = readVarint(bytes, cursor)
    const nameBytes = named === 0 ? 0 : readVarint(bytes, cursor)
    names[term] = named
    nameStarts[term] = cursor.at
    bodies[term] = cursor.at + nameBytes
  }
  const isTermDense = (term: number): boolean => isDense(documents[term] ?? 0, size)
  const members = createMembers(size, (term, take) =>
    forEachDoc(bytes, bodies[term] ?? 0, documents[term] ?? 0, take),
  )

  const addScores: PostingReader['addScores'] = (term, scale, target) => {
    const body = bodies[term] ?? 0
    if (isTermDense(term)) addDense(bytes, body, size, scale, target)
    else addSparse(bytes, body, documents[term] ?? 0, scale, target)
  }
  return {
    documents,
    names,
    addScores,
    addScoresOf: (term, scale, docs, target) => {
      if (!isTermDense(term)) return addScores(term, scale, target)
      const { sums, norms, offset } = target
      const first = (bodies[term] ?? 0) - offset
      for (let at = 0; at < docs.length; at += 1) {
        const place = docs[at] ?? 0
        if (place < offset || place >= offset + size) continue
        const count = bytes[first + place] ?? 0
        sums[place] = (sums[place] ?? 0) + (scale * count) / (count + (norms[place] ?? 0))
      }
    },
    addNameScores: (term, scale, target) =>
      addSparse(bytes, nameStarts[term] ?? 0, names[term] ?? 0, scale, target),
    has: (term, doc) => {
      if (doc < 0 || doc >= size) return false
      return isTermDense(term) ? (bytes[(bodies[term] ?? 0) + doc] ?? 0) > 0 : members(term, doc)
    },
    countMarked: (term, marked) => {
      let found = 0
      const count = (doc: number): void => {
        if (marked[doc] === 1) found += 1
      }
      if (!isTermDense(term)) forEachDoc(bytes, bodies[term] ?? 0, documents[term] ?? 0, count)
      else {
        marked.forEach((mark, doc) => {
          if (mark === 1 && (bytes[(bodies[term] ?? 0) + doc] ?? 0) > 0) found += 1
        })
      }
      const all = found
      forEachDoc(bytes, nameStarts[term] ?? 0, names[term] ?? 0, count)
      return { documents: all, names: found - all }
    },
  }
}

/** So many terms are remembered as sets: the words of some questions. */
const MAX_MEMBERS = 256

/**
 * Whether a document is in a list with gaps. The words of one question are looked up in a hundred documents each,
 * so the list is read once, into one bit per document.
 */
function createMembers(
  size: number,
  read: (term: number, take: (doc: number) => void) => void,
): (term: number, doc: number) => boolean {
  const sets = new Map<number, Uint8Array>()
  return (term, doc) => {
    let set = sets.get(term)
    if (set === undefined) {
      const bits = new Uint8Array((size + 7) >> 3)
      read(term, (member) => (bits[member >> 3] = (bits[member >> 3] ?? 0) | (1 << (member & 7))))
      if (sets.size >= MAX_MEMBERS) sets.clear()
      sets.set(term, (set = bits))
    }
    return (((set[doc >> 3] ?? 0) >> (doc & 7)) & 1) === 1
  }
}

function readVarint(bytes: Uint8Array, cursor: { at: number }): number {
  let value = 0
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[cursor.at] ?? 0
    cursor.at += 1
    value |= (byte & 127) << shift
    if (byte < 128) return value
  }
}

/* The two loops that every question spends its time in: no objects, no calls. */

function addDense(
  bytes: Uint8Array,
  at: number,
  size: number,
  scale: number,
  { sums, norms, offset }: ScoreTarget,
): void {
  for (let doc = 0; doc < size; doc += 1) {
    const count = bytes[at + doc] ?? 0
    const place = offset + doc
    // where the term does not stand this adds nothing, which is quicker than to ask
    sums[place] = (sums[place] ?? 0) + (scale * count) / (count + (norms[place] ?? 0))
  }
}

function addSparse(
  bytes: Uint8Array,
  start: number,
  having: number,
  scale: number,
  { sums, norms, offset }: ScoreTarget,
): void {
  let at = start
  let place = offset - 1
  for (let left = having; left > 0; left -= 1) {
    let gap = bytes[at] ?? 0
    at += 1
    if (gap >= 128) {
      gap &= 127
      for (let shift = 7; ; shift += 7) {
        const byte = bytes[at] ?? 0
        at += 1
        gap |= (byte & 127) << shift
        if (byte < 128) break
      }
    }
    const count = bytes[at] ?? 0
    at += 1
    place += gap
    sums[place] = (sums[place] ?? 0) + (scale * count) / (count + (norms[place] ?? 0))
  }
}

function forEachDoc(
  bytes: Uint8Array,
  start: number,
  having: number,
  take: (doc: number) => void,
): void {
  const cursor = { at: start }
  let doc = -1
  for (let left = having; left > 0; left -= 1) {
    doc += readVarint(bytes, cursor)
    cursor.at += 1
    take(doc)
  }
}
