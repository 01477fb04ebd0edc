import type { QueryTerms } from './query-terms.ts'
import type { QueryToken } from './query-token.ts'
import { UNKNOWN_IDF } from './rarity.ts'
import type { SearchIndex } from './search-index.ts'

/** Entries of `QuestionTable.tones`: the asker wrote the syllable without marks; with marks that no name has. */
export const UNMARKED = -1
const OTHER_MARKS = -2

/** What a question says, laid out by term: the names of many documents are compared with it. */
export interface QuestionTable {
  /** How much each term is asked for, 0–1; what the lexicon added included. */
  terms: Float32Array
  /** Rarity mass of the asker's own words, by syllable, and in all. */
  own: Float32Array
  mass: number
  /** Tone-exact form asked for, by syllable: its number, or that there is none. */
  tones: Int32Array
  /** When a syllable was last seen in a name, so that none counts twice; by syllable. */
  seen: Uint32Array
  /** How many names were looked at. */
  turn: number
}

/** A table that is filled anew for every question: making one costs more than comparing. */
export interface TableKeeper {
  fill(run: readonly QueryToken[], terms: QueryTerms): QuestionTable
}

export function createTableKeeper(index: SearchIndex): TableKeeper {
  const size = index.idf.length
  const table: QuestionTable = {
    terms: new Float32Array(size),
    own: new Float32Array(size),
    mass: 0,
    tones: new Int32Array(size).fill(UNMARKED),
    seen: new Uint32Array(size),
    turn: 0,
  }
  let filled: number[] = []
  const clear = (): void => {
    for (const term of filled) {
      table.terms[term] = 0
      table.own[term] = 0
      table.tones[term] = UNMARKED
    }
    filled = []
  }
  return {
    fill: (run, terms) => {
      clear()
      for (const weights of [terms.syllables, terms.pairs]) {
        for (const [term, weight] of weights) {
          table.terms[term] = Math.min(1, weight)
          filled.push(term)
        }
      }
      table.mass = addOwn(index, table, run, filled)
      return table
    },
  }
}

/** Enters the asker's words; gives their rarity mass, each word counted once. */
function addOwn(
  index: SearchIndex,
  { own, tones }: QuestionTable,
  run: readonly QueryToken[],
  filled: number[],
): number {
  let mass = 0
  for (const { readings, weight: tokenWeight, toned } of run) {
    if (tokenWeight === 0) continue
    const first = readings[0]
    if (first === undefined) {
      mass += UNKNOWN_IDF * tokenWeight
      continue
    }
    filled.push(first.syllable)
    const weight = (index.idf[first.syllable] ?? 0) * tokenWeight * first.weight
    const known = own[first.syllable] ?? 0
    if (weight > known) {
      mass += weight - known
      own[first.syllable] = weight
    }
    if (toned !== null) tones[first.syllable] = index.toned(toned) ?? OTHER_MARKS
  }
  return Math.max(mass, 1e-6)
}
