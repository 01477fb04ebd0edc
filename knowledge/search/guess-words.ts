import { isSyllableShaped, type Syllable } from '../../core/index.ts'
import type { Language } from './language.ts'
import type { NearWords } from './near-words.ts'
import { isMarked } from './phrase-book.ts'
import { fitOf, formOf, goesWithNeighbours, isBorneOut, type Place } from './place.ts'
import { RARE_IDF } from './rarity.ts'
import type { SearchIndex } from './search-index.ts'
import type { Correct } from './spelling.ts'

/** A word of the question and what it may have been meant to be. */
export interface Word {
  /** As understood: as written, or replaced. */
  syllable: Syllable
  /** Folded words that may stand here with their weights (0–1), best first; what is written among them when known. */
  options: readonly Option[]
  /** Another word was put in the place of what is written. */
  isReplaced: boolean
}

/** A syllable that a word may stand for, folded, with its weight (0–1). */
export interface Option {
  folded: string
  weight: number
}

/** Of two letters one alone tells nothing. */
const SHORTEST_REPLACED = 3
/** So many guesses of a neighbour are looked at. */
const NEIGHBOUR_OPTIONS = 8

/** What guessing asks. */
export interface GuessTools {
  index: SearchIndex
  language: Language
  correct: Correct
  near: NearWords
  /** Frequent words of everyday speech, folded. */
  common: ReadonlySet<string>
}

const GUESSING = {
  /** Weights of guesses for a word that nobody knows, best first. */
  weights: [0.8, 0.6, 0.5, 0.4, 0.35, 0.3],
  /** Weight of a guess that the words beside it bear out, and of what was written then. */
  sure: 0.95,
  written: 0.6,
  /** How much likelier (as a logarithm) another word must be to take the place of a known one, and of a rare one. */
  otherFrom: 4,
  rareFrom: 3,
  /** The same for a frequent word of everyday speech. */
  commonFrom: 6,
  /** What each edit beyond the first costs. */
  farCost: 3,
}

/**
 * Finds for each word what it may be.
 * @param isFixed words of asking and of known phrases stay as they are
 * @param clauses to which clause each word belongs: words of others are no neighbours
 * @param isEdge words that stand beside anything, such as words of asking, so that they tell nothing of their neighbours
 */
export function guessWords(
  syllables: readonly Syllable[],
  isFixed: (at: number) => boolean,
  isEdge: (at: number) => boolean,
  clauses: readonly number[],
  tools: GuessTools,
): Word[] {
  const { index } = tools
  const options = syllables.map((syllable, at) => candidatesOf(syllable, isFixed(at), tools))
  const isMarkedText = syllables.some(isMarked)
  const namesAt = (at: number, from: number): readonly string[] => {
    const syllable = syllables[at]
    if (syllable === undefined || clauses[at] !== clauses[from]) return []
    const guesses = (options[at] ?? []).slice(0, NEIGHBOUR_OPTIONS)
    return [syllable.folded, ...guesses.map(({ folded }) => folded)]
  }
  return syllables.map((syllable, at) => {
    const number = index.syllable(syllable.folded)
    const own = number === undefined ? [] : [{ folded: syllable.folded, weight: 1 }]
    if (isFixed(at)) return { syllable, options: own, isReplaced: false }
    const place: Place = {
      before: namesAt(at - 1, at),
      after: namesAt(at + 1, at),
      farBefore: namesAt(at - 2, at),
      farAfter: namesAt(at + 2, at),
      isMarkedText,
      wordBefore: syllables[at - 1],
      wordAfter: syllables[at + 1],
      isStart: clauses[at - 1] !== clauses[at] || isEdge(at - 1),
      isEnd: clauses[at + 1] !== clauses[at] || isEdge(at + 1),
    }
    return number !== undefined && (index.idf[number] ?? 0) < RARE_IDF
      ? guessOther(syllable, own, place, tools)
      : guessUnknown(syllable, own, options[at] ?? [], place, tools)
  })
}

interface Candidate {
  folded: string
  distance: number
}

/** Candidates for a word that is unknown or rare; none for a common one. */
function candidatesOf(
  syllable: Syllable,
  isFixed: boolean,
  tools: GuessTools,
): readonly Candidate[] {
  const number = tools.index.syllable(syllable.folded)
  if (isFixed || (number !== undefined && (tools.index.idf[number] ?? 0) < RARE_IDF)) return []
  const near = tools.near(syllable.folded)
  return near.length > 0
    ? near.map((folded) => ({ folded, distance: 1 }))
    : tools.correct(syllable.folded).filter(({ folded }) => folded !== syllable.folded)
}

function guessUnknown(
  syllable: Syllable,
  own: readonly Option[],
  candidates: readonly Candidate[],
  place: Place,
  { language }: GuessTools,
): Word {
  const scored = candidates
    .map(({ folded, distance }) => ({
      folded,
      fit: fitOf(folded, place, language) - GUESSING.farCost * (distance - 1),
    }))
    .toSorted((a, b) => b.fit - a.fit)
    .slice(0, GUESSING.weights.length)
  const [best] = scored
  if (best === undefined) return { syllable, options: own, isReplaced: false }
  // a whole syllable in a text with marks is hardly a slip but a word of its own (`cơm`): guesses serve whole phrases alone
  const isOwnWord = place.isMarkedText && isSyllableShaped(syllable.raw)
  const isSure =
    syllable.folded.length >= SHORTEST_REPLACED &&
    (isBorneOut(best.folded, place, language, 'unknown') ||
      (own.length === 0 && isOnlyOne(scored, place, language))) &&
    (own.length === 0 || best.fit - fitOf(syllable.folded, place, language) >= GUESSING.rareFrom)
  const form = isSure ? formOf(best.folded, syllable, place, language) : null
  if (form !== null) return replaced(form, scored.slice(1), own)
  const guesses = scored.map(({ folded }, at) => ({
    folded,
    weight: isOwnWord ? 0 : (GUESSING.weights[at] ?? 0),
  }))
  return { syllable, options: [...own, ...guesses], isReplaced: false }
}

/** At the edge of what is said: of all the guesses just the best goes with its neighbour. */
function isOnlyOne(
  guesses: readonly { folded: string }[],
  place: Place,
  language: Language,
): boolean {
  if (!place.isStart && !place.isEnd) return false
  const [first, ...others] = guesses.map(({ folded }) =>
    goesWithNeighbours(folded, place, language),
  )
  return first === true && !others.includes(true)
}

/** Another known word in the place of a known one, where it is clearly better beside its neighbours. */
function guessOther(
  syllable: Syllable,
  own: readonly Option[],
  place: Place,
  { language, near, common }: GuessTools,
): Word {
  const kept: Word = { syllable, options: own, isReplaced: false }
  const [before, after] = [place.before[0], place.after[0]]
  const { folded } = syllable
  if (!/^[a-z]{2,}$/.test(folded)) return kept
  if (before !== undefined && language.together(before, folded) > 0) return kept
  if (after !== undefined && language.together(folded, after) > 0) return kept
  const isFrequent = common.has(folded) || language.isFrequent(folded)
  const others = near(folded).flatMap((other) => {
    if (!isBorneOut(other, place, language, isFrequent ? 'frequent' : 'known')) return []
    return formOf(other, syllable, place, language) ?? []
  })
  if (others.length === 0) return kept
  const fit = fitOf(folded, place, language)
  const [best] = others
    .map((form) => ({ form, gain: fitOf(form.folded, place, language) - fit }))
    .toSorted((a, b) => b.gain - a.gain)
  const from = isFrequent ? GUESSING.commonFrom : GUESSING.otherFrom
  return best === undefined || best.gain < from ? kept : replaced(best.form, [], own)
}

const replaced = (
  form: Syllable,
  others: readonly { folded: string }[],
  own: readonly Option[],
): Word => ({
  syllable: form,
  options: [
    { folded: form.folded, weight: GUESSING.sure },
    ...own.map((option) => ({ ...option, weight: GUESSING.written })),
    ...others.map((other, at) => ({ ...other, weight: GUESSING.weights[at + 1] ?? 0 })),
  ],
  isReplaced: true,
})
