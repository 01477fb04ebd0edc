import type { Syllable } from '../../core/index.ts'
import type { Aspect } from '../entry.ts'
import type { PhraseMatch } from './phrase-book.ts'

const ASPECT_WEIGHT = 0.35
/** Words of a long letter outside the sentences that ask. */
const ASIDE_WEIGHT = 0.6
/** With fewer words that carry meaning the sentences that ask do not say of what. */
const SAID_FROM = 4
/** Shorter texts ask with every word they have. */
const LETTER_FROM = 30
/** After a number they say how long or how much (`3 tháng`, `5 bữa`), which names no procedure; folded. */
const AMOUNT_UNITS = new Set(
  'ngay thang nam bua hom tuan tieng gio trieu nghin ngan dong k tr'.split(' '),
)
const SENTENCE_END = /(?<=[.?!;…])\s+|\s*\n+\s*/u

/** The sentences of a text, at least one. */
export const splitSentences = (text: string): string[] => text.split(SENTENCE_END)

/** A sentence by its place among the words. */
export interface Sentence {
  start: number
  end: number
  isQuestion: boolean
}

/**
 * How much each word says about the procedure: 0 for `cho tôi hỏi`, little for `lệ phí`, 1 else; less in the
 * sentences of a long letter that ask nothing.
 * @param silent which words say nothing
 */
export function weighWords(
  syllables: readonly Syllable[],
  asking: readonly PhraseMatch<Aspect>[],
  sentences: readonly Sentence[],
  silent: readonly boolean[],
): number[] {
  const weights = syllables.map(() => 1)
  for (const { start, end } of asking) weights.fill(ASPECT_WEIGHT, start, end)
  for (const [at, { folded }] of syllables.entries()) {
    if (silent[at] === true) weights[at] = 0
    const unit = syllables[at + 1]?.folded ?? ''
    if (AMOUNT_UNITS.has(unit) && /^\d+$/.test(folded)) weights.fill(0, at, at + 2)
  }
  if (syllables.length < LETTER_FROM || sentences.length < 2) return weights
  const hasMark = sentences.some(({ isQuestion }) => isQuestion)
  const isAsking = sentences.map((sentence) => asks(sentence, syllables, hasMark ? [] : asking))
  const isSaid = (at: number): boolean =>
    weights[at] === 1 &&
    sentences.some(({ start, end }, i) => isAsking[i] && start <= at && at < end)
  // "thủ tục này làm ở đâu" asks of what the other sentences say
  if (weights.filter((_, at) => isSaid(at)).length < SAID_FROM) return weights
  sentences.forEach(({ start, end }, i) => {
    for (let at = start; at < end && !isAsking[i]; at += 1) {
      weights[at] = ASIDE_WEIGHT * (weights[at] ?? 1)
    }
  })
  return weights
}

/** It ends in a question mark, says `hỏi`, or asks for an aspect where there is no question mark at all. */
const asks = (
  { start, end, isQuestion }: Sentence,
  syllables: readonly Syllable[],
  asking: readonly PhraseMatch<Aspect>[],
): boolean =>
  isQuestion ||
  asking.some((match) => match.start < end && start < match.end) ||
  syllables.slice(start, end).some(({ folded }) => folded === 'hoi')
