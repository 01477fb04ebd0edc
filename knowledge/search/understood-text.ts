import { writeToned } from '../../core/index.ts'
import type { Word } from './guess-words.ts'
import type { Language } from './language.ts'
import { isMarked } from './phrase-book.ts'
import type { ReadQuestion } from './read-words.ts'

/** A longer sentence is shown from some words before the first change on. */
const LONGEST = 24
const LEAD = 6
/** Names and phrases that must have a word with its marks beside its neighbours before it is shown with them. */
const SEEN_FROM = 2

/**
 * The sentences in which a word that says something was replaced, as understood: with marks where none were typed and
 * names of procedures tell them. Null when no such word was replaced.
 */
export function understoodText(
  { words, sentences, clauses }: ReadQuestion,
  weights: readonly number[],
  language: Language,
): string | null {
  const isChange = (at: number): boolean => words[at]?.isReplaced === true && (weights[at] ?? 0) > 0
  const hasMarks = words.some(({ syllable, isReplaced }) => !isReplaced && isMarked(syllable))
  const shown = sentences.flatMap(({ start, end }) => {
    const places = words.slice(start, end).map((_, at) => start + at)
    const first = places.find(isChange)
    if (first === undefined) return []
    const from = end - start <= LONGEST ? start : Math.max(start, first - LEAD)
    return places
      .filter((at) => at >= from && at < from + LONGEST)
      .map((at) => {
        const isLast = at + 1 === end || at + 1 === from + LONGEST
        const isClauseEnd = !isLast && clauses[at] !== clauses[at + 1]
        return writtenAt(words, at, hasMarks, language) + (isClauseEnd ? ',' : '')
      })
      .join(' ')
  })
  return shown.length === 0 ? null : shown.join('. ')
}

function writtenAt(
  words: readonly Word[],
  at: number,
  hasMarks: boolean,
  language: Language,
): string {
  const word = words[at]
  if (word === undefined) return ''
  const { raw, folded, toned } = word.syllable
  if (word.isReplaced) return writeToned(toned)
  if (hasMarks || !/^[a-z]+$/.test(raw)) return raw
  const [before, after] = [words[at - 1]?.syllable.folded, words[at + 1]?.syllable.folded]
  const pairs = [
    ...(before === undefined ? [] : language.formsTogether(before, folded)).map((pair) => ({
      form: pair.second,
      count: pair.count,
    })),
    ...(after === undefined ? [] : language.formsTogether(folded, after)).map((pair) => ({
      form: pair.first,
      count: pair.count,
    })),
  ].filter(({ form }) => form !== folded)
  const counts = new Map<string, number>()
  for (const { form, count } of pairs) counts.set(form, (counts.get(form) ?? 0) + count)
  const [best, second] = [...counts].toSorted((a, b) => b[1] - a[1])
  const isClear = best !== undefined && best[1] >= SEEN_FROM && best[1] >= 2 * (second?.[1] ?? 0)
  return isClear ? writeToned(best[0]) : raw
}
