import { atOnce, type Parts } from '../../core/index.ts'
import {
  AT_COMMUNE,
  findPair,
  ONLY_AT_MINISTRY,
  PROCEDURE,
  termCount,
  type IndexData,
  type IndexDelta,
} from './index-data.ts'
import { openNames, type NameTable } from './index/open-names.ts'
import { createPostingReader, type PostingReader } from './index/read-postings.ts'
import { SATURATION } from './index/scoring.ts'
import { gatherStatistics, type OpenSegment, type Statistics } from './index/statistics.ts'

export type { NameTable } from './index/open-names.ts'

/**
 * What ranking asks of an index. Documents are positions from 0; terms are numbers of syllables and of pairs of
 * neighbouring syllables. A term that no document has is unknown, however it came to be numbered. Positions and
 * numbers depend on how the index came to be; ids, forms and all figures do not.
 */
export interface SearchIndex {
  /** How many positions there are; those of removed documents have no id, no names, no length and no score. */
  readonly size: number
  /** The syllables that some document has, in order. */
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
  /**
   * The same in two halves, for a term that most documents have: over the names; and over all fields, but for no
   * more than these documents for certain, since it says little about any.
   */
  addNameScores(term: number, weight: number, name: Float32Array): void
  addScoresOf(term: number, weight: number, docs: Uint32Array, all: Float32Array): void
  /** More than half of all documents have the term. */
  isCommon(term: number): boolean
  /** No document gets as much as this from the term over all fields. */
  ceilingOf(term: number): number
  /** Whether the term stands in the document, in any field. */
  has(term: number, doc: number): boolean
  id(doc: number): string
  position(id: string): number | undefined
  isAtCommune(doc: number): boolean
  isOnlyAtMinistry(doc: number): boolean
  isProcedure(doc: number): boolean
}

/**
 * Opens an index to be asked: takes the statistics over all documents and makes the lookups; about 30 ms for a
 * whole country's procedures. A base with a delta gives the same figures, bit for bit, as an index of all
 * current documents.
 */
export const openIndex = (base: IndexData, delta: IndexDelta | null = null): SearchIndex =>
  atOnce(openIndexParts(base, delta))

/** The same in parts of some milliseconds. */
export function* openIndexParts(base: IndexData, delta: IndexDelta | null): Parts<SearchIndex> {
  const removed = new Set(delta?.removed)
  const isGone = Uint8Array.from(base.ids, (id) => (removed.has(id) ? 1 : 0))
  const first: OpenSegment = { data: base, reader: createPostingReader(base) }
  const second: OpenSegment | null =
    delta === null ? null : { data: delta.segment, reader: createPostingReader(delta.segment) }
  yield
  const statistics = gatherStatistics(first, second, delta, isGone)
  yield
  const names = namesOf(base, delta, isGone)
  yield
  const documents = openDocuments(base, delta, isGone)
  yield
  return {
    ...documents,
    ...openTerms(base, delta, statistics.documents),
    ...names,
    ...openScores(first, second, delta, statistics),
    idf: statistics.idf,
    documentsWith: (term) => statistics.documents[term] ?? 0,
    namesWith: (term) => statistics.names[term] ?? 0,
  }
}

type Documents = Pick<
  SearchIndex,
  'size' | 'lengths' | 'id' | 'position' | 'isAtCommune' | 'isOnlyAtMinistry' | 'isProcedure'
>

function openDocuments(base: IndexData, delta: IndexDelta | null, isGone: Uint8Array): Documents {
  const offset = base.ids.length
  const added = delta?.segment
  const ids = [...base.ids, ...(added?.ids ?? [])]
  const lengths = new Float32Array(ids.length)
  const flags = new Uint8Array(ids.length)
  lengths.set(base.lengths)
  lengths.set(added?.lengths ?? [], offset)
  flags.set(base.flags)
  flags.set(added?.flags ?? [], offset)
  const positions = new Map<string, number>()
  ids.forEach((id, position) => {
    if (isGone[position] !== 1) positions.set(id, position)
    else {
      ids[position] = ''
      lengths[position] = 0
      flags[position] = 0
    }
  })
  return {
    size: ids.length,
    lengths,
    id: (doc) => ids[doc] ?? '',
    position: (id) => positions.get(id),
    isAtCommune: (doc) => ((flags[doc] ?? 0) & AT_COMMUNE) !== 0,
    isOnlyAtMinistry: (doc) => ((flags[doc] ?? 0) & ONLY_AT_MINISTRY) !== 0,
    isProcedure: (doc) => ((flags[doc] ?? 0) & PROCEDURE) !== 0,
  }
}

function namesOf(base: IndexData, delta: IndexDelta | null, isGone: Uint8Array) {
  const { table, tonedNames, tonedNumbers } = openNames(base, delta, isGone)
  return {
    names: table,
    toned: (form: string) => tonedNumbers.get(form),
    nameOfToned: (toned: number) => tonedNames[toned] ?? '',
  }
}

type Terms = Pick<SearchIndex, 'vocabulary' | 'syllable' | 'nameOfSyllable' | 'pair'>

/** Lookups of terms; those that only removed documents have are unknown. */
function openTerms(base: IndexData, delta: IndexDelta | null, documents: Uint32Array): Terms {
  const numbers = new Map<string, number>()
  const names = new Map<number, string>()
  const note = (name: string, number: number): void => {
    names.set(number, name)
    if ((documents[number] ?? 0) > 0) numbers.set(name, number)
  }
  base.syllables.forEach(note)
  delta?.segment.syllables.forEach((name, local) => note(name, delta.terms[local] ?? 0))
  const localOf = localNumbers(delta, documents.length)
  const findTerm = (first: number, second: number): number => {
    const inBase = findPair(base, first, second)
    if (inBase >= 0 || delta === null) return inBase
    const local = findPair(delta.segment, localOf[first] ?? -1, localOf[second] ?? -1)
    return local < 0 ? -1 : (delta.terms[local] ?? -1)
  }
  return {
    vocabulary: [...numbers.keys()].toSorted(),
    syllable: (folded) => numbers.get(folded),
    nameOfSyllable: (syllable) => names.get(syllable) ?? '',
    pair: (first, second) => {
      const term = findTerm(first, second)
      return term < 0 || documents[term] === 0 ? undefined : term
    },
  }
}

/** Number in the delta's segment of each term; -1 where it has none. */
function localNumbers(delta: IndexDelta | null, terms: number): Int32Array {
  const numbers = new Int32Array(delta === null ? 0 : terms).fill(-1)
  delta?.terms.forEach((term, local) => (numbers[term] = local))
  return numbers
}

type Scores = Pick<
  SearchIndex,
  'addScores' | 'addNameScores' | 'addScoresOf' | 'isCommon' | 'ceilingOf' | 'has'
>

function openScores(
  base: OpenSegment,
  added: OpenSegment | null,
  delta: IndexDelta | null,
  { total, documents, idf, nameIdf, norms, nameNorms }: Statistics,
): Scores {
  const baseTerms = termCount(base.data)
  const offset = base.data.ids.length
  const localOf = localNumbers(delta, idf.length)
  /** Does something with the term in each segment that has it. */
  const inSegments = (
    term: number,
    act: (reader: PostingReader, local: number, start: number) => void,
  ): void => {
    if (term < baseTerms) act(base.reader, term, 0)
    const local = localOf[term] ?? -1
    if (added !== null && local >= 0) act(added.reader, local, offset)
  }
  const ceilingOf = (term: number): number => (SATURATION + 1) * (idf[term] ?? 0)
  const addNameScores: Scores['addNameScores'] = (term, weight, name) => {
    const scale = weight * (SATURATION + 1) * (nameIdf[term] ?? 0)
    if (scale === 0) return
    inSegments(term, (reader, local, start) =>
      reader.addNameScores(local, scale, { sums: name, norms: nameNorms, offset: start }),
    )
  }
  return {
    ceilingOf,
    isCommon: (term) => (documents[term] ?? 0) * 2 > total,
    addScores: (term, weight, all, name) => {
      const scale = weight * ceilingOf(term)
      if (scale === 0) return
      inSegments(term, (reader, local, start) =>
        reader.addScores(local, scale, { sums: all, norms, offset: start }),
      )
      addNameScores(term, weight, name)
    },
    addNameScores,
    addScoresOf: (term, weight, docs, all) => {
      const scale = weight * ceilingOf(term)
      if (scale === 0) return
      inSegments(term, (reader, local, start) =>
        reader.addScoresOf(local, scale, docs, { sums: all, norms, offset: start }),
      )
    },
    has: (term, doc) => {
      if (doc < offset) return term < baseTerms && base.reader.has(term, doc)
      const local = localOf[term] ?? -1
      return local >= 0 && added !== null && added.reader.has(local, doc - offset)
    },
  }
}
