import type { QueryToken } from './query-token.ts'
import { RARE_IDF, shareOf, UNKNOWN_IDF } from './rarity.ts'
import type { SearchIndex } from './search-index.ts'

/** How much of a question one document speaks of, anywhere in it; shares of rarity mass, 0–1. */
export interface Coverage {
  /** Of the words that carry meaning. */
  words: number
  /** Of the pairs of neighbouring words that carry meaning. */
  pairs: number
}

/** Rarity of pairs that no document has. */
const UNKNOWN_PAIR_IDF = 8

/** Measures how much of the question's own words (not what the lexicon added) stands in a document. */
export function coverageOf(
  index: SearchIndex,
  doc: number,
  tokens: readonly QueryToken[],
): Coverage {
  const words = { mass: 0, covered: 0 }
  const pairs = { mass: 0, covered: 0 }
  tokens.forEach((token, at) => {
    if (token.weight < 1) return
    add(
      index,
      doc,
      words,
      token.readings.map(({ syllable }) => syllable),
      UNKNOWN_IDF,
    )
    const next = tokens[at + 1]
    if (next === undefined || next.weight < 1) return
    add(index, doc, pairs, pairTerms(index, token, next), UNKNOWN_PAIR_IDF)
  })
  return {
    words: shareOf(words.covered, words.mass),
    pairs: shareOf(pairs.covered, pairs.mass),
  }
}

interface Sum {
  mass: number
  covered: number
}

/** Adds a place of the question: covered when any of its readings stands in the document. */
function add(
  index: SearchIndex,
  doc: number,
  sum: Sum,
  terms: readonly number[],
  unknownRarity: number,
): void {
  const [first] = terms
  const rarity = first === undefined ? unknownRarity : (index.idf[first] ?? 0)
  sum.mass += rarity
  if (terms.some((term) => index.has(term, doc))) sum.covered += rarity
}

const pairTerms = (index: SearchIndex, token: QueryToken, next: QueryToken): number[] =>
  token.readings.flatMap((a) =>
    next.readings.flatMap((b) => index.pair(a.syllable, b.syllable) ?? []),
  )

/** Whether the document lacks a rare word of the question: it may be about something else (`zalo`). */
export const lacksRareWord = (
  index: SearchIndex,
  doc: number,
  tokens: readonly QueryToken[],
): boolean =>
  tokens.some((token) => {
    const readings = token.readings.filter(({ weight }) => weight > 0)
    const rarity = Math.min(...readings.map(({ syllable }) => index.idf[syllable] ?? 0))
    return (
      token.weight === 1 && rarity >= RARE_IDF && !readings.some((r) => index.has(r.syllable, doc))
    )
  })
