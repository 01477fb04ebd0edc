import type { Instant } from '../core/index.ts'

/** A question that was asked (câu hỏi đã nhận), with personal numbers already masked. */
export interface AskedQuestion {
  id: string
  askedAt: Instant
  channel: string
  text: string
  /** Without diacritics, for grouping equal questions. */
  folded: string
  outcome: 'answer' | 'choose' | 'none' | 'guard'
  reason: string | null
  entryId: string | null
  revision: number
}

/** Equal questions without an answer, or with one that did not help, counted (câu hỏi chưa trả lời được). */
export interface MissedQuestion {
  text: string
  count: number
  /** How many of them had an answer that was rated as no help. */
  unhelpful: number
  firstAt: Instant
  lastAt: Instant
  reason: string | null
  /** What the newest of them was answered with; null when it had no answer. */
  entryId: string | null
}

/** How citizens rated the answers made from one entry (đánh giá). */
export interface RatingCount {
  entryId: string
  helpful: number
  unhelpful: number
}

export interface AskedQuestionStore {
  add(question: AskedQuestion): Promise<void>
  /** One rating a question: a second one replaces the first. False when the question is unknown. */
  rate(questionId: string, isHelpful: boolean, at: Instant): Promise<boolean>
  /** Questions with outcome `none` or a bad rating, most frequent first. */
  missed(limit: number): Promise<MissedQuestion[]>
  /** Worst first. */
  ratings(limit: number): Promise<RatingCount[]>
  /** Deletes questions asked before `before`, with their ratings, at most `limit` a call. */
  deleteBefore(before: Instant, limit: number): Promise<number>
}
