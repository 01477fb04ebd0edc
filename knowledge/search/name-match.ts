import { shareOf } from './rarity.ts'
import type { SearchIndex } from './search-index.ts'

/** What the question says, by syllable number. */
export interface NameQuestion {
  /** Weights (0–1) of the syllables and pairs asked for, what the lexicon added included. */
  syllables: ReadonlyMap<number, number>
  pairs: ReadonlyMap<number, number>
  /** Rarity mass of the asker's own words, and in all. */
  own: ReadonlyMap<number, number>
  mass: number
  /** Tone-exact form asked for, where the asker wrote marks; null when no name has it. */
  tonedNumbers: ReadonlyMap<number, number | null>
}

/** How well a question and one name of a document fit. */
export interface NameMatch {
  /** Share of the name's rarity mass that the question covers, by syllables and by pairs. */
  uniShare: number
  pairShare: number
  /** Share of the question's rarity mass that the name covers. */
  questionShare: number
  /** Of the covered syllables with marks in the question: agreeing minus disagreeing, -1 to 1. */
  toneShare: number
}

/** How the document's title fits. */
export const matchTitle = (index: SearchIndex, doc: number, question: NameQuestion): NameMatch =>
  matchName(index, index.names.firsts[doc] ?? 0, question)

/**
 * How much of the question is said by a phrase of the document that stands in it whole: the largest share of
 * the question's rarity mass (0–1), 0 when none does. A whole question kept with an entry gives 1.
 */
export function phraseShare(index: SearchIndex, doc: number, question: NameQuestion): number {
  const { firsts } = index.names
  let best = 0
  for (let name = (firsts[doc] ?? 0) + 1; name < (firsts[doc + 1] ?? 0); name += 1) {
    const match = matchName(index, name, question)
    const isWhole = match.uniShare >= WHOLE && match.pairShare >= WHOLE && match.toneShare >= 0
    if (isWhole && match.questionShare > best) best = match.questionShare
  }
  return best
}

/** Syllables of the document's title. */
export function titleLength({ names }: SearchIndex, doc: number): number {
  const title = names.firsts[doc] ?? 0
  return (names.starts[title + 1] ?? 0) - (names.starts[title] ?? 0)
}

/** A little less than all, for rounding. */
const WHOLE = 0.97

function matchName(index: SearchIndex, name: number, question: NameQuestion): NameMatch {
  const { names, idf } = index
  const start = names.starts[name] ?? 0
  const end = names.starts[name + 1] ?? start
  const sums = {
    mass: 0,
    covered: 0,
    pairMass: 0,
    pairCovered: 0,
    question: 0,
    agreeing: 0,
    marked: 0,
  }
  const seen = new Set<number>()
  for (let at = start; at < end; at += 1) {
    const syllable = names.syllables[at] ?? 0
    const rarity = idf[syllable] ?? 0
    sums.mass += rarity
    sums.covered += rarity * Math.min(1, question.syllables.get(syllable) ?? 0)
    if (at > start) {
      const pair = names.pairs[at] ?? -1
      const pairRarity = idf[pair] ?? 0
      sums.pairMass += pairRarity
      sums.pairCovered += pairRarity * Math.min(1, question.pairs.get(pair) ?? 0)
    }
    if (seen.has(syllable)) continue
    seen.add(syllable)
    sums.question += question.own.get(syllable) ?? 0
    const wanted = question.tonedNumbers.get(syllable)
    if (wanted === undefined) continue
    sums.marked += rarity
    sums.agreeing += wanted === names.toned[at] ? rarity : -rarity
  }
  return {
    uniShare: shareOf(sums.covered, sums.mass),
    pairShare: shareOf(sums.pairCovered, sums.pairMass),
    questionShare: shareOf(sums.question, question.mass),
    toneShare: shareOf(sums.agreeing, sums.marked),
  }
}
