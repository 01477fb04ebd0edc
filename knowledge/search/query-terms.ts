import type { AnalysedQuestion } from './analyse-question.ts'
import type { QueryToken } from './query-token.ts'
import type { NameQuestion } from './name-match.ts'
import { UNKNOWN_IDF } from './rarity.ts'
import type { SearchIndex } from './search-index.ts'

/** Weights of the question's terms: syllables, and pairs of neighbours. */
export interface QueryTerms {
  syllables: Map<number, number>
  pairs: Map<number, number>
}

/** All terms to look up: the asker's and those that the lexicon added. */
export function collectTerms(index: SearchIndex, question: AnalysedQuestion): QueryTerms {
  return termsOf(index, [question.tokens, ...question.expansions])
}

/** The question's words as they stand, also words of asking, first as typed, then with chat words written out. */
export const describeWritten = (index: SearchIndex, question: AnalysedQuestion): NameQuestion[] =>
  [...(question.asTyped === null ? [] : [question.asTyped]), question.tokens].map((run) => {
    const standing = run.map(({ toned, readings }) => ({
      toned,
      weight: 1,
      // in a sentence that is otherwise known word for word, a near word is a slip of the finger
      readings: readings.map(({ syllable }) => ({ syllable, weight: 1 })),
    }))
    return describeRun(index, run, termsOf(index, [standing]))
  })

function termsOf(index: SearchIndex, runs: readonly (readonly QueryToken[])[]): QueryTerms {
  const terms: QueryTerms = { syllables: new Map(), pairs: new Map() }
  for (const run of runs) addRun(index, terms, run)
  return terms
}

function addRun(index: SearchIndex, terms: QueryTerms, run: readonly QueryToken[]): void {
  run.forEach((token, at) => {
    const next = run[at + 1]
    for (const reading of token.readings) {
      raise(terms.syllables, reading.syllable, token.weight * reading.weight)
      for (const after of next?.readings ?? []) {
        const pair = index.pair(reading.syllable, after.syllable)
        if (pair === undefined || next === undefined) continue
        const weight = (token.weight * next.weight) ** 2 * reading.weight * after.weight
        raise(terms.pairs, pair, weight)
      }
    }
  })
}

function raise(weights: Map<number, number>, term: number, weight: number): void {
  if (weight > (weights.get(term) ?? 0)) weights.set(term, weight)
}

/** A run of tokens as names are compared with it: own words with their rarity, and the terms that count. */
export function describeRun(
  index: SearchIndex,
  run: readonly QueryToken[],
  terms: QueryTerms,
): NameQuestion {
  const own = new Map<number, number>()
  const tonedNumbers = new Map<number, number | null>()
  let mass = 0
  for (const token of run) {
    const first = token.readings[0]
    if (token.weight === 0) continue
    if (first === undefined) {
      mass += UNKNOWN_IDF * token.weight
      continue
    }
    const weight = (index.idf[first.syllable] ?? 0) * token.weight * first.weight
    const known = own.get(first.syllable) ?? 0
    if (weight > known) {
      mass += weight - known
      own.set(first.syllable, weight)
    }
    if (token.toned !== null) tonedNumbers.set(first.syllable, index.toned(token.toned) ?? null)
  }
  return { ...terms, mass: Math.max(mass, 1e-6), own, tonedNumbers }
}
