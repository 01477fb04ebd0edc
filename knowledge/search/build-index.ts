import { foldWord, splitWords, toneWord } from '../../core/index.ts'
import type { SearchDocument } from './document.ts'
import { AT_COMMUNE, INDEX_FORMAT, ONLY_AT_MINISTRY, type IndexData } from './index-data.ts'
import { createPostingList, type PostingList, type SortedPostings } from './posting-list.ts'

/** How much one occurrence counts, by field, and how fast repeats and long texts stop counting. */
const FIELD_WEIGHTS = { title: 6, alias: 5, text: 1 }
const SATURATION = 1.2
const LENGTH_SHARE = 0.4
const NAME_LENGTH_SHARE = 0.3
/** A document's text beyond this many syllables adds nothing that helps to find it. */
const MAX_SYLLABLES = 6_000
const MAX_PHRASES = 60
/** Procedures of the whole country, on which the ranking weights were fitted. */
const COUNTRY_SIZE = 4_431

/** Numbers strings in order of appearance. */
interface Numbering {
  names: string[]
  of(name: string): number
}

function createNumbering(): Numbering {
  const names: string[] = []
  const numbers = new Map<string, number>()
  return {
    names,
    of: (name) => {
      const known = numbers.get(name)
      if (known !== undefined) return known
      numbers.set(name, names.length)
      return names.push(name) - 1
    },
  }
}

/** How many syllables a document has over all fields, and in its name and aliases. */
interface Lengths {
  all: number
  name: number
}

/** Builds the index of all documents; pure and blocking (about half a second for 1,000 procedures). */
export function buildIndex(documents: readonly SearchDocument[]): IndexData {
  const syllables = createNumbering()
  const toned = createNumbering()
  const cache = new Map<string, number>()
  const numberOf = (word: string): number => {
    let number = cache.get(word)
    if (number === undefined) cache.set(word, (number = syllables.of(foldWord(word))))
    return number
  }
  const list = createPostingList()
  const lengths = documents.map((document, doc) => {
    const length = addDocument(list, document, numberOf)
    list.endDocument(doc)
    return length
  })
  const namesOfDocuments = documents.map(namesOf)
  const names = namesOfDocuments.flat()
  const postings = list.sort(syllables.names.length)
  return {
    format: INDEX_FORMAT,
    ids: documents.map(({ id }) => id),
    syllables: syllables.names,
    toned: toned.names,
    pairs: postings.pairs,
    starts: postings.starts,
    docs: documents.length > 65_535 ? postings.docs : Uint16Array.from(postings.docs),
    ...weigh(postings, lengths),
    docNames: startsOf(namesOfDocuments.map(({ length }) => length)),
    nameStarts: startsOf(names.map((words) => words.length)),
    nameSyllables: Uint32Array.from(names.flat(), numberOf),
    nameToned: Uint32Array.from(names.flat(), (word) => toned.of(toneWord(word))),
    lengths: Float32Array.from(lengths, ({ all }) => all),
    flags: Uint8Array.from(documents, flagsOf),
  }
}

/** The title, then the phrases of two words or more: a single word names too many things. */
function namesOf(document: SearchDocument): string[][] {
  const phrases = document.phrases.slice(0, MAX_PHRASES).map(splitWords)
  return [splitWords(document.title), ...phrases.filter((words) => words.length > 1)]
}

const flagsOf = (document: SearchDocument): number =>
  (document.isAtCommune ? AT_COMMUNE : 0) | (document.isOnlyAtMinistry ? ONLY_AT_MINISTRY : 0)

function addDocument(
  list: PostingList,
  document: SearchDocument,
  numberOf: (word: string) => number,
): Lengths {
  const lengths: Lengths = { all: 0, name: 0 }
  const addText = (text: string, weight: number, isName: boolean): void => {
    let previous = -1
    for (const word of splitWords(text)) {
      if (lengths.all >= MAX_SYLLABLES) return
      const syllable = numberOf(word)
      list.addSyllable(syllable, weight, isName)
      if (previous >= 0) list.addPair(previous, syllable, weight, isName)
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

/** BM25 weights of all postings, over all fields and over the names. */
function weigh(postings: SortedPostings, lengths: readonly Lengths[]) {
  const { starts, docs, allCounts, nameCounts } = postings
  const meanAll = mean(lengths.map(({ all }) => all))
  const meanName = mean(lengths.map(({ name }) => name))
  const idf = new Float32Array(starts.length - 1)
  const allWeights = new Float32Array(docs.length)
  const nameWeights = new Float32Array(docs.length)
  for (let term = 0; term < idf.length; term += 1) {
    const [start, end] = [starts[term] ?? 0, starts[term + 1] ?? 0]
    const named = nameCounts.subarray(start, end).reduce((sum, n) => sum + (n > 0 ? 1 : 0), 0)
    const rarity = inverseFrequency(lengths.length, end - start)
    const nameRarity = inverseFrequency(lengths.length, named)
    idf[term] = rarity
    for (let at = start; at < end; at += 1) {
      const length = lengths[docs[at] ?? 0] ?? { all: 0, name: 0 }
      allWeights[at] = rarity * saturate(allCounts[at] ?? 0, length.all / meanAll, LENGTH_SHARE)
      nameWeights[at] =
        nameRarity * saturate(nameCounts[at] ?? 0, length.name / meanName, NAME_LENGTH_SHARE)
    }
  }
  return { idf, allWeights, nameWeights }
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

function startsOf(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1)
  lengths.forEach((length, at) => {
    starts[at + 1] = (starts[at] ?? 0) + length
  })
  return starts
}
