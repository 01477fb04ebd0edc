import { wholeShare } from './name-match.ts'
import type { QueryTerms } from './query-terms.ts'
import type { QuestionTable } from './question-table.ts'
import { shareOf } from './rarity.ts'
import type { SearchIndex } from './search-index.ts'

/** How well the phrases written for a document fit a question, the best of them. */
export interface PhraseMatch {
  /** How alike question and phrase are: the harmonic mean of what one covers of the other, 0–1. */
  likeness: number
  /** How much of the question is said by a phrase that stands in it whole; a whole question kept with an entry gives 1. */
  share: number
}

/** A question with its terms, as phrases are compared with it. */
export interface Way {
  table: QuestionTable
  terms: QueryTerms
}

/** Compares a question with the phrases of all documents at once. */
export interface PhraseIndex {
  /**
   * The documents that have phrases with words of the question, by position.
   * @param asked what is asked for @param written the words as they stand, first as typed
   */
  match(asked: Way, written: readonly QuestionTable[]): ReadonlyMap<number, PhraseMatch>
}

/** Only phrases that say this share of what is asked are read word for word. */
const WORTH_READING = 0.3
/** Words as typed count a little more than the same with chat words written out. */
const AS_READ = 0.99

/** Lays out which phrases have which words; a few milliseconds for the questions of a commune's content. */
export function createPhraseIndex(index: SearchIndex): PhraseIndex {
  const { nameOf, docs, masses, starts, phrases } = layOut(index)
  const covered = new Float32Array(docs.length)
  const said = new Float32Array(docs.length)

  /** Sums up for each phrase how much of it and of the question stands in the other; gives the phrases touched. */
  const sumUp = ({ table, terms }: Way): number[] => {
    const touched: number[] = []
    for (const syllable of terms.syllables.keys()) {
      const part = (index.idf[syllable] ?? 0) * (table.terms[syllable] ?? 0)
      const own = table.own[syllable] ?? 0
      let last = -1
      for (let at = starts[syllable] ?? 0; at < (starts[syllable + 1] ?? 0); at += 1) {
        const phrase = phrases[at] ?? 0
        if (covered[phrase] === 0) touched.push(phrase)
        covered[phrase] = (covered[phrase] ?? 0) + part
        if (phrase !== last) said[phrase] = (said[phrase] ?? 0) + own
        last = phrase
      }
    }
    return touched
  }
  const forget = (touched: readonly number[]): void => {
    for (const phrase of touched) {
      covered[phrase] = 0
      said[phrase] = 0
    }
  }
  return {
    match: (asked, written) => {
      const found = new Map<number, PhraseMatch>()
      const of = (phrase: number): PhraseMatch => {
        const doc = docs[phrase] ?? 0
        let match = found.get(doc)
        if (match === undefined) found.set(doc, (match = { likeness: 0, share: 0 }))
        return match
      }
      const alike = sumUp(asked)
      for (const phrase of alike) {
        const match = of(phrase)
        const ofPhrase = shareOf(covered[phrase] ?? 0, masses[phrase] ?? 0)
        const ofQuestion = Math.min(1, (said[phrase] ?? 0) / asked.table.mass)
        const likeness = shareOf(2 * ofPhrase * ofQuestion, ofPhrase + ofQuestion)
        if (likeness > match.likeness) match.likeness = likeness
        if (ofQuestion < WORTH_READING) continue
        written.forEach((table, at) => {
          const share = wholeShare(index, nameOf[phrase] ?? 0, table) * AS_READ ** at
          if (share > match.share) match.share = share
        })
      }
      forget(alike)
      return found
    },
  }
}

/** Phrases by their place among all phrases. */
interface Layout {
  /** Number of each phrase among all names. */
  nameOf: Uint32Array
  /** Position of each phrase's document. */
  docs: Uint32Array
  /** Rarity mass of each phrase. */
  masses: Float32Array
  /** Syllable `s` stands in the phrases `phrases[starts[s]] … phrases[starts[s + 1]]`, as often as there. */
  starts: Uint32Array
  phrases: Uint32Array
}

function layOut({ names, idf, size }: SearchIndex): Layout {
  const nameOf: number[] = []
  const docs: number[] = []
  for (let doc = 0; doc < size; doc += 1) {
    for (let name = (names.firsts[doc] ?? 0) + 1; name < (names.firsts[doc + 1] ?? 0); name += 1) {
      nameOf.push(name)
      docs.push(doc)
    }
  }
  const masses = new Float32Array(nameOf.length)
  const starts = new Uint32Array(idf.length + 1)
  const eachWord = (take: (syllable: number, phrase: number) => void): void =>
    nameOf.forEach((name, phrase) => {
      for (let at = names.starts[name] ?? 0; at < (names.starts[name + 1] ?? 0); at += 1) {
        take(names.syllables[at] ?? 0, phrase)
      }
    })
  eachWord((syllable, phrase) => {
    starts[syllable + 1] = (starts[syllable + 1] ?? 0) + 1
    masses[phrase] = (masses[phrase] ?? 0) + (idf[syllable] ?? 0)
  })
  for (let term = 1; term < starts.length; term += 1) {
    starts[term] = (starts[term] ?? 0) + (starts[term - 1] ?? 0)
  }
  const next = starts.slice()
  const phrases = new Uint32Array(starts.at(-1) ?? 0)
  eachWord((syllable, phrase) => {
    const place = next[syllable] ?? 0
    phrases[place] = phrase
    next[syllable] = place + 1
  })
  return { nameOf: Uint32Array.from(nameOf), docs: Uint32Array.from(docs), masses, starts, phrases }
}
