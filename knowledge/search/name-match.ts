import type { QueryToken } from './query-token.ts'
import { UNMARKED, type QuestionTable } from './question-table.ts'
import { shareOf } from './rarity.ts'
import type { SearchIndex } from './search-index.ts'

/** How well a question and one name of a document fit. */
export interface NameMatch {
  /** Share of the name's rarity mass that the question covers, by syllables and by pairs. */
  uniShare: number
  pairShare: number
  /** The same by syllables for the words before what limits the name. */
  coreShare: number
  /** Share of the question's rarity mass that the name covers. */
  questionShare: number
  /** Of the covered syllables with marks in the question: agreeing minus disagreeing, -1 to 1. */
  toneShare: number
  /** Rarity mass of the longest run of the name's words that stand in the question side by side. */
  run: number
}

/** How the document's title fits. @param coreLength how many of its words come before what limits it */
export const matchTitle = (
  index: SearchIndex,
  doc: number,
  table: QuestionTable,
  coreLength: number,
): NameMatch => matchName(index, index.names.firsts[doc] ?? 0, table, coreLength)

/** Whether words are those of the document's title, one by one; words without marks fit any marks. */
export function isTitle(index: SearchIndex, doc: number, words: readonly QueryToken[]): boolean {
  const { names } = index
  const start = names.starts[names.firsts[doc] ?? 0] ?? 0
  return (
    words.length === titleLength(index, doc) &&
    words.every(
      ({ readings, toned }, at) =>
        readings[0]?.syllable === names.syllables[start + at] &&
        (toned === null || index.toned(toned) === names.toned[start + at]),
    )
  )
}

/** Syllables of the document's title. */
export function titleLength({ names }: SearchIndex, doc: number): number {
  const title = names.firsts[doc] ?? 0
  return (names.starts[title + 1] ?? 0) - (names.starts[title] ?? 0)
}

/** A little less than all, for rounding. */
export const WHOLE = 0.97
/** Pairs asked for less than this are hardly said. */
const IN_RUN = 0.3

/** The share of the question that a name says which stands in it whole and in order; 0 when it does not. */
export function wholeShare(index: SearchIndex, name: number, table: QuestionTable): number {
  const { uniShare, pairShare, toneShare, questionShare } = matchName(index, name, table, 0)
  return uniShare >= WHOLE && pairShare >= WHOLE && toneShare >= 0 ? questionShare : 0
}

function matchName(
  { names, idf }: SearchIndex,
  name: number,
  table: QuestionTable,
  coreLength: number,
): NameMatch {
  const start = names.starts[name] ?? 0
  const end = names.starts[name + 1] ?? start
  const turn = (table.turn += 1)
  const sums = { mass: 0, covered: 0, core: 0, coreCovered: 0, pairMass: 0, pairCovered: 0 }
  const marks = { agreeing: 0, marked: 0 }
  let question = 0
  let run = 0
  let longest = 0
  for (let at = start; at < end; at += 1) {
    const syllable = names.syllables[at] ?? 0
    const rarity = idf[syllable] ?? 0
    const said = rarity * (table.terms[syllable] ?? 0)
    sums.mass += rarity
    sums.covered += said
    if (at - start < coreLength) {
      sums.core += rarity
      sums.coreCovered += said
    }
    let isJoined = false
    if (at > start) {
      const pair = names.pairs[at] ?? -1
      const pairRarity = pair < 0 ? 0 : (idf[pair] ?? 0)
      const pairSaid = pair < 0 ? 0 : (table.terms[pair] ?? 0)
      sums.pairMass += pairRarity
      sums.pairCovered += pairRarity * pairSaid
      isJoined = pairSaid > IN_RUN
    }
    run = isJoined ? run + said : said
    longest = Math.max(longest, run)
    if (table.seen[syllable] === turn) continue
    table.seen[syllable] = turn
    question += table.own[syllable] ?? 0
    const wanted = table.tones[syllable] ?? UNMARKED
    if (wanted === UNMARKED) continue
    marks.marked += rarity
    marks.agreeing += wanted === names.toned[at] ? rarity : -rarity
  }
  return {
    uniShare: shareOf(sums.covered, sums.mass),
    pairShare: shareOf(sums.pairCovered, sums.pairMass),
    coreShare: shareOf(sums.coreCovered, sums.core),
    questionShare: question / table.mass,
    toneShare: shareOf(marks.agreeing, marks.marked),
    run: longest,
  }
}
