import type { AnalysedQuestion } from './analyse-question.ts'
import type { QueryToken } from './query-token.ts'
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
export const writtenRuns = (
  index: SearchIndex,
  { asTyped, tokens }: AnalysedQuestion,
): { run: readonly QueryToken[]; terms: QueryTerms }[] =>
  [...(asTyped === null ? [] : [asTyped]), tokens].map((run) => {
    const standing = run.map(({ toned, readings }) => ({
      toned,
      weight: 1,
      // in a sentence that is otherwise known word for word, a near word is a slip of the finger
      readings: readings.map(({ syllable }) => ({ syllable, weight: 1 })),
    }))
    return { run, terms: termsOf(index, [standing]) }
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
