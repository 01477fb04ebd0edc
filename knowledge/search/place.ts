import type { Syllable } from '../../core/index.ts'
import type { Language } from './language.ts'
import { hasLikeMarks } from './marks.ts'
import { isMarked } from './phrase-book.ts'

/** The words around a place of the question, each as written and as what it may be. */
export interface Place {
  before: readonly string[]
  after: readonly string[]
  farBefore: readonly string[]
  farAfter: readonly string[]
  /** The neighbours as written. */
  wordBefore: Syllable | undefined
  wordAfter: Syllable | undefined
  /** Some word of the whole text carries marks. */
  isMarkedText: boolean
  /** Nothing that tells something stands before it, or after it. */
  isStart: boolean
  isEnd: boolean
}

/** At the edge of what is said a word is borne out by one neighbour, which seldom stands without it. */
const EDGE_SHARE = 0.3
/** The same for putting it in the place of a frequent word. */
const FREQUENT_SHARE = 0.5

/**
 * Whether names or phrases have the word between its neighbours: it must go with both, and stand in a row of three with
 * them; at the edge of what is said, go with the one there is, which seldom stands without it.
 * @param written what is written: nobody's word, a word of its own, or a frequent one, for which more is asked each time
 */
export function isBorneOut(
  folded: string,
  place: Place,
  language: Language,
  written: 'unknown' | 'known' | 'frequent',
): boolean {
  if (!goesWithNeighbours(folded, place, language)) return false
  const before = place.isStart ? [] : place.before.filter((w) => language.together(w, folded) > 0)
  const after = place.isEnd ? [] : place.after.filter((w) => language.together(folded, w) > 0)
  if (before.some((a) => after.some((b) => language.inRow(a, folded, b)))) return true
  const isEdge = place.isStart || place.isEnd
  const from = written === 'frequent' ? FREQUENT_SHARE : EDGE_SHARE
  const isDrawn =
    before.some((a) => language.share(a, folded, 'after') >= from) ||
    after.some((b) => language.share(b, folded, 'before') >= from)
  if (isEdge && isDrawn) return true
  if (written !== 'unknown') return false
  const isAfterRow = before.some((a) =>
    place.farBefore.some((far) => language.inRow(far, a, folded)),
  )
  const isBeforeRow = after.some((b) =>
    place.farAfter.some((far) => language.inRow(folded, b, far)),
  )
  return isEdge ? isAfterRow || isBeforeRow : isAfterRow && isBeforeRow
}

/** Whether names or phrases have the word beside each neighbour that tells something, and there is one. */
export const goesWithNeighbours = (
  folded: string,
  { before, after, isStart, isEnd }: Place,
  language: Language,
): boolean =>
  !(isStart && isEnd) &&
  (isStart || before.some((other) => language.together(other, folded) > 0)) &&
  (isEnd || after.some((other) => language.together(folded, other) > 0))

/** How likely the word is between its neighbours, each taken as what fits best. */
export function fitOf(folded: string, { before, after }: Place, language: Language): number {
  const left =
    before.length === 0
      ? language.chance(null, folded)
      : Math.max(...before.map((other) => language.chance(other, folded)))
  const right =
    after.length === 0
      ? 0
      : Math.max(
          ...after.map((other) => language.chance(folded, other) - language.chance(null, other)),
        )
  return left + right
}

/**
 * The word as it is written beside its neighbours in names and phrases; null when there it or they are written with
 * other marks than what was typed, so that it cannot be what was meant.
 */
export function formOf(
  folded: string,
  typed: Syllable,
  { before, after, wordBefore, wordAfter }: Place,
  language: Language,
): Syllable | null {
  const pairs = [
    ...before.flatMap((other) =>
      language
        .formsTogether(other, folded)
        .filter(({ first }) => mayStand(first, other, wordBefore))
        .map(({ second, count }) => ({ form: second, count })),
    ),
    ...after.flatMap((other) =>
      language
        .formsTogether(folded, other)
        .filter(({ second }) => mayStand(second, other, wordAfter))
        .map(({ first, count }) => ({ form: first, count })),
    ),
  ].toSorted((a, b) => b.count - a.count)
  const found = isMarked(typed)
    ? pairs.find(({ form }) => hasLikeMarks(typed.toned, form))
    : pairs[0]
  return found === undefined ? null : { raw: folded, folded, toned: found.form }
}

/** A neighbour as written must have the marks; what it may have been meant to be need not. */
const mayStand = (form: string, folded: string, word: Syllable | undefined): boolean =>
  word === undefined || word.folded !== folded || !isMarked(word) || word.toned === form
