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
const WHOLE = 0.97
/** Pairs asked for less than this are hardly said. */
const IN_RUN = 0.3

/** The share of the question that a name says which stands in it whole and in order; 0 when it does not. */
export function wholeShare(index: SearchIndex, name: number, table: QuestionTable): number {
  const { names, idf } = index
  let mass = 0
  let missing = 0
  for (let at = names.starts[name] ?? 0; at < (names.starts[name + 1] ?? 0); at += 1) {
    const syllable = names.syllables[at] ?? 0
    const rarity = idf[syllable] ?? 0
    mass += rarity
    missing += rarity * (1 - (table.terms[syllable] ?? 0))
  }
  if (missing > (1 - WHOLE) * mass) return 0
  const { uniShare, pairShare, toneShare, questionShare } = matchName(index, name, table, 0)
  return uniShare >= WHOLE && pairShare >= WHOLE && toneShare >= 0 ? questionShare : 0
}

/* The loop that ranking spends its time in: plain numbers, no objects. */
function matchName(
  { names, idf }: SearchIndex,
  name: number,
  table: QuestionTable,
  coreLength: number,
): NameMatch {
  const { terms, own, tones, seen } = table
  const start = names.starts[name] ?? 0
  const end = names.starts[name + 1] ?? start
  const turn = (table.turn += 1)
  let mass = 0
  let covered = 0
  let core = 0
  let coreCovered = 0
  let pairMass = 0
  let pairCovered = 0
  let marked = 0
  let agreeing = 0
  let question = 0
  let run = 0
  let longest = 0
  for (let at = start; at < end; at += 1) {
    const syllable = names.syllables[at] ?? 0
    const rarity = idf[syllable] ?? 0
    const said = rarity * (terms[syllable] ?? 0)
    mass += rarity
    covered += said
    if (at - start < coreLength) {
      core += rarity
      coreCovered += said
    }
    const pair = at > start ? (names.pairs[at] ?? -1) : -1
    if (pair < 0) run = said
    else {
      const pairSaid = terms[pair] ?? 0
      const pairRarity = idf[pair] ?? 0
      pairMass += pairRarity
      pairCovered += pairRarity * pairSaid
      run = pairSaid > IN_RUN ? run + said : said
    }
    if (run > longest) longest = run
    if (seen[syllable] === turn) continue
    seen[syllable] = turn
    question += own[syllable] ?? 0
    const wanted = tones[syllable] ?? UNMARKED
    if (wanted === UNMARKED) continue
    marked += rarity
    agreeing += wanted === names.toned[at] ? rarity : -rarity
  }
  return {
    uniShare: shareOf(covered, mass),
    pairShare: shareOf(pairCovered, pairMass),
    coreShare: shareOf(coreCovered, core),
    questionShare: question / table.mass,
    toneShare: shareOf(agreeing, marked),
    run: longest,
  }
}
