import type { Card, LocalDate, UnitProfile, WorkingCalendar } from '../core/index.ts'
import type { Answer, Knowledge } from '../knowledge/index.ts'
import type { Action } from './actions.ts'
import type { Browse } from './browse.ts'
import type { GuardKind } from './guard/kinds.ts'
import type { SessionData } from './session-data.ts'

/** One message with all that is needed to answer it; nothing else is read. */
export interface Turn {
  /** Clean and masked; empty for a pressed button. */
  text: string
  action: Action | null
  /** Set when a guard recognised the message; its text was not kept. */
  guard?: GuardKind
  session: SessionData
  knowledge: Knowledge
  calendar: WorkingCalendar
  /** The unit that we speak for. */
  unit: UnitProfile
  /** What can be looked through without asking. */
  browse: Browse
  day: LocalDate
  /** Identifier for the question of this message, should it become one. */
  questionId: string
  /** True when the question that a rating button names was answered in this conversation. */
  isOwnQuestion?: boolean
}

/** A question to be counted, as the asked-question store wants it. */
export interface AskedPart {
  text: string
  outcome: Answer['outcome'] | 'guard'
  reason: string | null
  entryId: string | null
}

/** What a message leads to: cards, what to remember, and what to count. */
export interface Outcome {
  cards: readonly Card[]
  session: SessionData
  asked?: AskedPart
  rated?: { questionId: string; isHelpful: boolean }
}

/** Answers the turns that it recognises; null leaves the turn to the next feature. Pure. */
export type Feature = (turn: Turn) => Outcome | null
