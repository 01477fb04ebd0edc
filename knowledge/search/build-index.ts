import { foldWord, splitWords, toneWord } from '../../core/index.ts'
import type { SearchDocument } from './document.ts'
import {
  AT_COMMUNE,
  findPair,
  INDEX_FORMAT,
  ONLY_AT_MINISTRY,
  PROCEDURE,
  type IndexData,
} from './index-data.ts'
import { createTermCounter, type TermCounter } from './index/count-terms.ts'
import { createNumbering, inOrder, narrow, startsOf } from './index/numbering.ts'
import { createPairNumbers, type PairNumbers } from './index/pair-numbers.ts'
import { createPostingWriter } from './index/posting-format.ts'
import { FIELD_WEIGHTS, MAX_PHRASES, MAX_SYLLABLES } from './index/scoring.ts'

/**
 * Builds the index of all documents; pure and blocking (about half a second for 1,000 procedures). The documents
 * are read once and not kept, so that they may come from a generator.
 */
export function buildIndex(documents: Iterable<SearchDocument>): IndexData {
  const syllables = createNumbering()
  const toned = createNumbering()
  const pairs = createPairNumbers()
  const counter = createTermCounter()
  const numberOf = cached((word) => syllables.of(foldWord(word)))
  const tonedOf = cached((word) => toned.of(toneWord(word)))
  const texts: TextCounter = { counter, pairs, numberOf }
  const ids: string[] = []
  const lengths: Lengths[] = []
  const flags: number[] = []
  const names: NameParts = { perDocument: [], lengths: [], syllables: [], toned: [] }
  for (const document of documents) {
    ids.push(document.id)
    flags.push(flagsOf(document))
    lengths.push(countDocument(texts, document))
    counter.endDocument()
    addNames(names, document, numberOf, tonedOf)
  }
  const terms = numberTerms(syllables.names, pairs)
  const tones = inOrder(toned.names)
  const data = {
    format: INDEX_FORMAT,
    ids,
    syllables: terms.syllables,
    pairStarts: terms.pairStarts,
    pairSeconds: terms.pairSeconds,
    ...writePostings(
      counter,
      terms.syllables.length + terms.pairSeconds.length,
      terms.order,
      ids.length,
    ),
    docNames: startsOf(names.perDocument),
    nameStarts: startsOf(names.lengths),
    nameSyllables: narrow(
      names.syllables.map((number) => terms.places[number] ?? 0),
      terms.syllables.length,
    ),
    nameToned: narrow(
      names.toned.map((number) => tones.places[number] ?? 0),
      tones.sorted.length,
    ),
    namePairs: new Int32Array(names.syllables.length),
    toned: tones.sorted,
    lengths: Uint16Array.from(lengths, ({ all }) => all),
    nameLengths: Uint16Array.from(lengths, ({ name }) => name),
    flags: Uint8Array.from(flags),
  }
  return { ...data, namePairs: pairsOfNames(data) }
}

/** A few thousand words stand a million times: each is looked at once. */
function cached(numberOf: (word: string) => number): (word: string) => number {
  const known = new Map<string, number>()
  return (word) => {
    let number = known.get(word)
    if (number === undefined) known.set(word, (number = numberOf(word)))
    return number
  }
}

/** How many syllables a document has over all fields, and in its name and aliases. */
interface Lengths {
  all: number
  name: number
}

/** What counting the texts of one document needs. Syllables and pairs are counted as even and odd numbers. */
interface TextCounter {
  counter: TermCounter
  pairs: PairNumbers
  numberOf(word: string): number
}

function countDocument(texts: TextCounter, document: SearchDocument): Lengths {
  const { counter, pairs, numberOf } = texts
  const lengths: Lengths = { all: 0, name: 0 }
  const addText = (text: string, weight: number, isName: boolean): void => {
    let previous = -1
    for (const word of splitWords(text)) {
      if (lengths.all >= MAX_SYLLABLES) return
      const syllable = numberOf(word)
      counter.add(syllable * 2, weight, isName)
      if (previous >= 0) counter.add(pairs.of(previous, syllable) * 2 + 1, weight, isName)
      previous = syllable
      lengths.all += 1
      if (isName) lengths.name += 1
    }
  }
  addText(document.title, FIELD_WEIGHTS.title, true)
  for (const alias of [...document.phrases, ...document.aliases]) {
    addText(alias, FIELD_WEIGHTS.alias, true)
  }
  for (const text of document.text) addText(text, FIELD_WEIGHTS.text, false)
  return lengths
}

/** The names of all documents so far. */
interface NameParts {
  perDocument: number[]
  lengths: number[]
  syllables: number[]
  toned: number[]
}

/** The title, then the phrases of two words or more: a single word names too many things. */
function addNames(
  names: NameParts,
  document: SearchDocument,
  syllableOf: (word: string) => number,
  tonedOf: (word: string) => number,
): void {
  const phrases = document.phrases.slice(0, MAX_PHRASES).map(splitWords)
  const list = [splitWords(document.title), ...phrases.filter((words) => words.length > 1)]
  names.perDocument.push(list.length)
  for (const words of list) {
    names.lengths.push(words.length)
    for (const word of words) {
      names.syllables.push(syllableOf(word))
      names.toned.push(tonedOf(word))
    }
  }
}

const flagsOf = (document: SearchDocument): number =>
  (document.isAtCommune ? AT_COMMUNE : 0) |
  (document.isOnlyAtMinistry ? ONLY_AT_MINISTRY : 0) |
  (document.isProcedure ? PROCEDURE : 0)

/** Gives all terms numbers that do not depend on the order of documents: by the alphabet. */
function numberTerms(names: readonly string[], pairs: PairNumbers) {
  const { sorted: syllables, places } = inOrder(names)
  const placeOf = (number: number): number => places[number] ?? 0
  const firsts = pairs.firsts().map(placeOf)
  const seconds = pairs.seconds().map(placeOf)
  const keyOf = (at: number): number => (firsts[at] ?? 0) * names.length + (seconds[at] ?? 0)
  const sorted = firsts.map((_, at) => at).sort((a, b) => keyOf(a) - keyOf(b))
  const perFirst: number[] = syllables.map(() => 0)
  const order = new Uint32Array(Math.max(names.length * 2, sorted.length * 2))
  places.forEach((place, number) => (order[number * 2] = place))
  sorted.forEach((pair, place) => {
    order[pair * 2 + 1] = syllables.length + place
    perFirst[firsts[pair] ?? 0] = (perFirst[firsts[pair] ?? 0] ?? 0) + 1
  })
  return {
    syllables,
    places,
    order,
    pairStarts: startsOf(perFirst),
    pairSeconds: narrow(
      sorted.map((pair) => seconds[pair] ?? 0),
      names.length,
    ),
  }
}

function writePostings(counter: TermCounter, terms: number, order: Uint32Array, size: number) {
  const writer = createPostingWriter(size)
  const postingStarts = new Uint32Array(terms + 1)
  let term = 0
  counter.forEachTerm(order, terms, (postings) => {
    term += 1
    postingStarts[term] = writer.write(postings)
  })
  return { postingStarts, postings: writer.finish() }
}

/** Pairs are looked up once, because every question compares the names of many documents. */
function pairsOfNames(data: IndexData): Int32Array {
  const pairs = new Int32Array(data.nameSyllables.length).fill(-1)
  for (let name = 0; name + 1 < data.nameStarts.length; name += 1) {
    const start = data.nameStarts[name] ?? 0
    for (let at = start + 1; at < (data.nameStarts[name + 1] ?? start); at += 1) {
      pairs[at] = findPair(data, data.nameSyllables[at - 1] ?? 0, data.nameSyllables[at] ?? 0)
    }
  }
  return pairs
}
