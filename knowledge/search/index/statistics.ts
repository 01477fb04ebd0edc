import { termCount, type IndexData, type IndexDelta } from '../index-data.ts'
import type { PostingReader } from './read-postings.ts'
import { inverseFrequency, nameNormOf, normOf } from './scoring.ts'

/** What depends on all documents together: rarity of terms, and lengths against the mean. */
export interface Statistics {
  /** How many documents there are. */
  total: number
  /** How many documents have each term in any field, and in their name; removed ones not counted. */
  documents: Uint32Array
  names: Uint32Array
  /** Inverse document frequencies of the same; 0 for a term that no document has. */
  idf: Float32Array
  nameIdf: Float32Array
  /** By position; of removed documents infinite, so that nothing ever adds to their scores. */
  norms: Float64Array
  nameNorms: Float64Array
}

/** A segment with its reader. */
export interface OpenSegment {
  data: IndexData
  reader: PostingReader
}

/** @param isGone marks (1) by position in the base */
export function gatherStatistics(
  base: OpenSegment,
  added: OpenSegment | null,
  delta: IndexDelta | null,
  isGone: Uint8Array,
): Statistics {
  const terms = Math.max(termCount(base.data), ...largest(delta))
  const documents = new Uint32Array(terms)
  const names = new Uint32Array(terms)
  documents.set(base.reader.documents)
  names.set(base.reader.names)
  delta?.lostTerms.forEach((term, at) => {
    documents[term] = (documents[term] ?? 0) - (delta.lostDocuments[at] ?? 0)
    names[term] = (names[term] ?? 0) - (delta.lostNames[at] ?? 0)
  })
  delta?.terms.forEach((term, local) => {
    documents[term] = (documents[term] ?? 0) + (added?.reader.documents[local] ?? 0)
    names[term] = (names[term] ?? 0) + (added?.reader.names[local] ?? 0)
  })
  const lengths = joined(base.data.lengths, added?.data.lengths, isGone)
  const nameLengths = joined(base.data.nameLengths, added?.data.nameLengths, isGone)
  const total = lengths.reduce((count, length) => count + (length < Infinity ? 1 : 0), 0)
  return {
    total,
    documents,
    names,
    idf: frequenciesOf(documents, total),
    nameIdf: frequenciesOf(names, total),
    norms: norms(lengths, total, normOf),
    nameNorms: norms(nameLengths, total, nameNormOf),
  }
}

/** The number after the segment's last one, among those of the opened index. */
const largest = (delta: IndexDelta | null): number[] =>
  delta === null ? [] : [delta.terms.reduce((most, term) => Math.max(most, term + 1), 0)]

/** Lengths by position; of removed documents infinite. */
function joined(
  base: Uint16Array,
  added: Uint16Array | undefined,
  isGone: Uint8Array,
): Float64Array {
  const lengths = new Float64Array(base.length + (added?.length ?? 0))
  lengths.set(base)
  isGone.forEach((gone, doc) => {
    if (gone === 1) lengths[doc] = Infinity
  })
  lengths.set(added ?? [], base.length)
  return lengths
}

/** Many terms stand in equally many documents: each logarithm is taken once. */
function frequenciesOf(having: Uint32Array, total: number): Float32Array {
  const known = new Float32Array(total + 1).fill(-1)
  const frequencies = new Float32Array(having.length)
  having.forEach((count, term) => {
    if (count === 0) return
    if (known[count] === -1) known[count] = inverseFrequency(total, count)
    frequencies[term] = known[count] ?? 0
  })
  return frequencies
}

/** Lengths are whole numbers, so that their sum is the same in whatever order. */
function norms(
  lengths: Float64Array,
  total: number,
  normFor: (relative: number) => number,
): Float64Array {
  const sum = lengths.reduce((all, length) => all + (length < Infinity ? length : 0), 0)
  const mean = Math.max(1, sum / Math.max(1, total))
  return lengths.map((length) => normFor(length / mean))
}
