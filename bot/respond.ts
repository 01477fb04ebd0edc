import { hasMaskedNumber, hasMaskedSecret } from '../core/index.ts'
import { helpCard, privacyCard } from './cards/plain-cards.ts'
import { browse, browseByName } from './features/browse/browse.ts'
import { choice } from './features/choice.ts'
import { command } from './features/command.ts'
import { dueDate } from './features/due/due-date.ts'
import { followUp } from './features/follow-up.ts'
import { goBackTo } from './features/go-back-to.ts'
import { greeting } from './features/greeting.ts'
import { guarded } from './guard/guarded.ts'
import { holiday } from './features/holiday.ts'
import { hours } from './features/hours/hours.ts'
import { plainer } from './features/again/plainer.ts'
import { sources } from './features/again/sources.ts'
import { offices } from './features/offices/offices.ts'
import { pressed } from './features/pressed.ts'
import { question } from './features/question.ts'
import { rating } from './features/rating.ts'
import { sayOnly } from './features/show-entry.ts'
import { smallTalk } from './features/small-talk.ts'
import { wishes } from './features/wishes/wishes.ts'
import type { Feature, Outcome, Turn } from './turn.ts'

/** Asked in this order; the first that recognises the turn answers it. */
const FEATURES: readonly Feature[] = [
  guarded,
  pressed,
  browse,
  command,
  greeting,
  rating,
  plainer,
  sources,
  choice,
  browseByName,
  smallTalk,
  dueDate,
  hours,
  holiday,
  offices,
  goBackTo,
  wishes,
  followUp,
  question,
]

/** The options of a question back can be chosen for so many messages. */
const CHOICES_KEPT = 6

/** What a message leads to. Pure; always at least one card. */
export function respond(turn: Turn): Outcome {
  const outcome = agedChoices(turn, firstOutcome(turn))
  if (!hasMaskedNumber(turn.text)) return outcome
  // what must never be sent again is said before anything else
  return { ...outcome, cards: [privacyCard(hasMaskedSecret(turn.text)), ...outcome.cards] }
}

/** What the first feature that recognises a turn makes of it. */
export function firstOutcome(turn: Turn): Outcome {
  for (const feature of FEATURES) {
    const outcome = feature(turn)
    if (outcome !== null) return outcome
  }
  return sayOnly(turn, helpCard())
}

/** Options that were not shown again are one message older, and forgotten in the end. */
function agedChoices({ session: before }: Turn, outcome: Outcome): Outcome {
  const { session } = outcome
  if (session.choices === null || session.choices !== before.choices) return outcome
  const choicesAge = before.choicesAge + 1
  return {
    ...outcome,
    session:
      choicesAge > CHOICES_KEPT
        ? { ...session, choices: null, choicesAge: 0 }
        : { ...session, choicesAge },
  }
}
