import { hasMaskedNumber } from '../core/index.ts'
import { helpCard, privacyCard } from './cards/plain-cards.ts'
import { choice } from './features/choice.ts'
import { command } from './features/command.ts'
import { followUp } from './features/follow-up.ts'
import { greeting } from './features/greeting.ts'
import { pressed } from './features/pressed.ts'
import { question } from './features/question.ts'
import { rating } from './features/rating.ts'
import { sayOnly } from './features/show-entry.ts'
import type { Feature, Outcome, Turn } from './turn.ts'

/** Asked in this order; the first that recognises the turn answers it. */
const FEATURES: readonly Feature[] = [
  pressed,
  command,
  greeting,
  rating,
  choice,
  followUp,
  question,
]

/** What a message leads to. Pure; always at least one card. */
export function respond(turn: Turn): Outcome {
  const outcome = firstOutcome(turn)
  if (!hasMaskedNumber(turn.text)) return outcome
  return { ...outcome, cards: [...outcome.cards, privacyCard()] }
}

function firstOutcome(turn: Turn): Outcome {
  for (const feature of FEATURES) {
    const outcome = feature(turn)
    if (outcome !== null) return outcome
  }
  return sayOnly(turn, helpCard())
}
