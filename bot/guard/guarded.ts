import type { UnitProfile } from '../../core/index.ts'
import type { SessionData } from '../session-data.ts'
import type { Feature, Outcome } from '../turn.ts'
import { guardCard } from './guard-cards.ts'
import type { GuardKind } from './kinds.ts'

/** Answers a message that a guard recognised; what the conversation is about stays, so that it can go on. */
export const guarded: Feature = ({ guard, session, unit }) =>
  guard === undefined ? null : guardOutcome(guard, session, unit)

function guardOutcome(kind: GuardKind, session: SessionData, unit: UnitProfile): Outcome {
  const card = guardCard(kind, unit, session.missTitle)
  return {
    cards: [card],
    session: { ...session, missTitle: card.title, buttons: card.buttons },
    asked: { text: '', outcome: 'guard', reason: kind, entryId: null },
  }
}
