import { Failure, cleanText, foldText, toInstant, type Clock } from '../core/index.ts'
import type { AskedQuestion, AskedQuestionStore, MissedQuestion, RatingCount } from './stores.ts'
import { wording } from './wording.ts'

/** A question as the conversation knows it; the desk adds the time and what it is grouped by. */
type NewQuestion = Omit<AskedQuestion, 'askedAt' | 'folded'>

/** What the assistant learns from those who ask: which questions it missed, which answers helped. */
export interface Desk {
  /**
   * Keeps a question; joins the caller's transaction. `text` must be masked already. Texts that a guard
   * answered (bribes, denunciation, despair) are counted, never stored.
   */
  record(question: NewQuestion): Promise<void>
  /** False when the question is unknown, or too old to be there. */
  rate(questionId: string, isHelpful: boolean): Promise<boolean>
  /** Questions without an answer or with one that did not help, most frequent first; `limit` 1–1000. */
  missed(limit: number): Promise<readonly MissedQuestion[]>
  /** Entries whose answers were rated, worst first; `limit` 1–1000. */
  ratings(limit: number): Promise<readonly RatingCount[]>
}

const MAX_LIMIT = 1000

export function createDesk({
  questions,
  clock,
}: {
  questions: AskedQuestionStore
  clock: Clock
}): Desk {
  return {
    async record(question) {
      const text = question.outcome === 'guard' ? '' : cleanText(question.text)
      const askedAt = toInstant(clock.now())
      await questions.add({ ...question, askedAt, text, folded: groupingKey(text) })
    },
    rate: (questionId, isHelpful) => questions.rate(questionId, isHelpful, toInstant(clock.now())),
    missed: async (limit) => questions.missed(checkedLimit(limit)),
    ratings: async (limit) => questions.ratings(checkedLimit(limit)),
  }
}

/** Questions that differ only in diacritics, case, punctuation or spaces are one question. */
const groupingKey = (text: string): string =>
  foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function checkedLimit(limit: number): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    throw new Failure('input', wording.wrongLimit(MAX_LIMIT))
  }
  return limit
}
