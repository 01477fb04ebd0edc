import { foldWord, splitWords, toneWord } from '../../core/index.ts'
import type { SearchDocument } from './document.ts'
import {
  AT_COMMUNE,
  INDEX_FORMAT,
  ONLY_AT_MINISTRY,
  PAIR_BASE,
  type IndexData,
} from './index-data.ts'

/** How much one occurrence counts, by field, and how fast repeats and long texts stop counting. */
const FIELD_WEIGHTS = { title: 6, alias: 5, text: 1 }
const SATURATION = 1.2
const LENGTH_SHARE = 0.4
const NAME_LENGTH_SHARE = 0.3
/** A document's text beyond this many syllables adds nothing that helps to find it. */
const MAX_SYLLABLES = 6_000
/** Procedures of the whole country, on which the ranking weights were fitted. */
const COUNTRY_SIZE = 4_431

interface TermCount {
  all: number
  name: number
}

/** Numbers strings in order of appearance. */
class Numbering {
  readonly names: string[] = []
  private readonly numbers = new Map<string, number>()

  of(name: string): number {
    const known = this.numbers.get(name)
    if (known !== undefined) return known
    this.numbers.set(name, this.names.length)
    this.names.push(name)
    return this.names.length - 1
  }
}

/** Counts the terms of one document over its fields. */
function countTerms(
  document: SearchDocument,
  numberOf: (word: string) => number,
): { counts: Map<number, TermCount>; length: number; nameLength: number } {
  const counts = new Map<number, TermCount>()
  let length = 0
  let nameLength = 0
  const add = (term: number, weight: number, isName: boolean): void => {
    const count = counts.get(term)
    if (count === undefined) counts.set(term, { all: weight, name: isName ? 1 : 0 })
    else {
      count.all += weight
      if (isName) count.name += 1
    }
  }
  const addText = (text: string, weight: number, isName: boolean): void => {
    let previous = -1
    for (const word of splitWords(text)) {
      if (length >= MAX_SYLLABLES) return
      const syllable = numberOf(word)
      add(syllable, weight, isName)
      // Pairs are kept apart from single syllables by being negative until all syllables are numbered.
      if (previous >= 0) add(-(previous * PAIR_BASE + syllable) - 1, weight, isName)
      previous = syllable
      length += 1
      if (isName) nameLength += 1
    }
  }
  addText(document.title, FIELD_WEIGHTS.title, true)
  for (const alias of document.aliases) addText(alias, FIELD_WEIGHTS.alias, true)
  for (const text of document.text) addText(text, FIELD_WEIGHTS.text, false)
  return { counts, length, nameLength }
}

/** Builds the index of all documents; pure and blocking (about half a second for 1,000 procedures). */
export function buildIndex(documents: readonly SearchDocument[]): IndexData {
  const syllables = new Numbering()
  const toned = new Numbering()
  const cache = new Map<string, number>()
  const numberOf = (word: string): number => {
    let number = cache.get(word)
    if (number === undefined) cache.set(word, (number = syllables.of(foldWord(word))))
    return number
  }
  const counted = documents.map((document) => countTerms(document, numberOf))
  const names = documents.map((document) => splitWords(document.title))
  const postings = groupByTerm(counted.map(({ counts }) => counts))
  const terms = orderTerms([...postings.keys()], syllables.names.length)
  return {
    format: INDEX_FORMAT,
    ids: documents.map(({ id }) => id),
    syllables: syllables.names,
    toned: toned.names,
    pairs: Float64Array.from(terms.pairs, (key) => -key - 1),
    ...layOut(terms, postings, counted),
    nameStarts: Uint32Array.from(startsOf(names.map((words) => words.length))),
    nameSyllables: Uint32Array.from(names.flat(), numberOf),
    nameToned: Uint32Array.from(names.flat(), (word) => toned.of(toneWord(word))),
    lengths: Float32Array.from(counted, ({ length }) => length),
    flags: Uint8Array.from(
      documents,
      (d) => (d.isAtCommune ? AT_COMMUNE : 0) | (d.isOnlyAtMinistry ? ONLY_AT_MINISTRY : 0),
    ),
  }
}

type Postings = Map<number, { doc: number; count: TermCount }[]>

function groupByTerm(counts: readonly Map<number, TermCount>[]): Postings {
  const postings: Postings = new Map()
  counts.forEach((terms, doc) => {
    for (const [term, count] of terms) {
      const list = postings.get(term)
      if (list === undefined) postings.set(term, [{ doc, count }])
      else list.push({ doc, count })
    }
  })
  return postings
}

/** Syllables 0 … n-1 first, then the pairs by their key, so that a pair is found by binary search. */
function orderTerms(keys: readonly number[], syllableCount: number) {
  const pairs = keys.filter((key) => key < 0).toSorted((a, b) => b - a)
  return { keys: [...Array(syllableCount).keys(), ...pairs], pairs }
}

function layOut(
  terms: { keys: readonly number[] },
  postings: Postings,
  documents: readonly { length: number; nameLength: number }[],
) {
  const lists = terms.keys.map((key) => postings.get(key) ?? [])
  const total = lists.reduce((sum, list) => sum + list.length, 0)
  const docs = documents.length > 65_535 ? new Uint32Array(total) : new Uint16Array(total)
  const allWeights = new Float32Array(total)
  const nameWeights = new Float32Array(total)
  const idf = new Float32Array(lists.length)
  const meanLength = mean(documents.map(({ length }) => length))
  const meanName = mean(documents.map(({ nameLength }) => nameLength))
  let at = 0
  lists.forEach((list, term) => {
    const rarity = inverseFrequency(documents.length, list.length)
    const nameRarity = inverseFrequency(documents.length, list.filter((p) => p.count.name).length)
    idf[term] = rarity
    for (const { doc, count } of list) {
      const { length, nameLength } = documents[doc] ?? { length: 0, nameLength: 0 }
      docs[at] = doc
      allWeights[at] = rarity * saturate(count.all, length / meanLength, LENGTH_SHARE)
      nameWeights[at] = nameRarity * saturate(count.name, nameLength / meanName, NAME_LENGTH_SHARE)
      at += 1
    }
  })
  const starts = Uint32Array.from(startsOf(lists.map((list) => list.length)))
  return { starts, docs, allWeights, nameWeights, idf }
}

/**
 * Inverse document frequency on the scale of the whole country's procedures, so that weights fitted there
 * also hold for the hundred entries of one commune.
 */
const inverseFrequency = (total: number, having: number): number =>
  Math.log(1 + (total - having + 0.5) / (having + 0.5)) *
  (Math.log(1 + COUNTRY_SIZE) / Math.log(1 + Math.max(total, 2)))

const saturate = (count: number, relativeLength: number, share: number): number =>
  (count * (SATURATION + 1)) / (count + SATURATION * (1 - share + share * relativeLength))

const mean = (values: readonly number[]): number =>
  Math.max(1, values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length))

function startsOf(lengths: readonly number[]): number[] {
  const starts = [0]
  for (const length of lengths) starts.push((starts.at(-1) ?? 0) + length)
  return starts
}
