import { cleanText, maskPersonalNumbers, renderPlain } from '../core/index.ts'
import type { Card, LocalDate, UnitProfile, WorkingCalendar } from '../core/index.ts'
import type { Answer, Aspect, Candidate, Entry, Knowledge } from '../knowledge/index.ts'
import { askKnowledge } from './features/question.ts'
import { guardCard } from './guard/guard-cards.ts'
import type { Guard } from './guard/guard.ts'
import type { GuardKind } from './guard/kinds.ts'
import { firstOutcome } from './respond.ts'
import type { Outcome, Turn } from './turn.ts'
import { EMPTY_BROWSE } from './browse.ts'
import { EMPTY_SESSION } from './session-data.ts'

const MOST_CANDIDATES = 10

/** A text that the guard answered: no entry was looked for. */
export interface GuardAnswer {
  outcome: 'guard'
  kind: GuardKind
  aspects: readonly Aspect[]
  candidates: readonly Candidate[]
}

/** One question with its card, without a conversation around it. */
export interface OneAnswer {
  answer: Answer | GuardAnswer
  card: Card
  /** The card as plain text. */
  text: string
}

/** What surrounds a single question. */
interface AskedIn {
  day: LocalDate
  calendar: WorkingCalendar
  unit: UnitProfile
  guard: Guard
}

/** Answers a single question, for the command line: no session, nothing stored. Pure. */
export function answerOnce(
  knowledge: Knowledge,
  question: string,
  { day, calendar, unit, guard }: AskedIn,
): OneAnswer {
  const kind = guard(question)
  if (kind !== null) {
    const card = guardCard(kind, unit)
    const answer: GuardAnswer = { outcome: 'guard', kind, aspects: [], candidates: [] }
    return { answer, card, text: renderPlain(card) }
  }
  const text = maskPersonalNumbers(cleanText(question))
  const turn: Turn = {
    text,
    action: null,
    session: EMPTY_SESSION,
    knowledge,
    calendar,
    unit,
    browse: EMPTY_BROWSE,
    day,
    questionId: '',
  }
  const outcome = firstOutcome(turn)
  const [card] = outcome.cards
  if (card === undefined) throw new Error('a question was left without a card')
  const { ratingFor: _, ...shown } = card
  const found = askKnowledge(knowledge, text, day) ?? NOTHING
  return { answer: answerOf(outcome, found, knowledge), card: shown, text: renderPlain(shown) }
}

const NOTHING: Answer = { outcome: 'none', reason: 'not_found', aspects: [], candidates: [] }

/** What the conversation made of the question where it names entries, else what knowledge found. */
function answerOf({ asked, session }: Outcome, found: Answer, knowledge: Knowledge): Answer {
  const { aspects } = found
  if (asked?.outcome === 'none' && found.outcome !== 'none') {
    return { outcome: 'none', reason: 'not_found', aspects, candidates: found.candidates }
  }
  const chosen = asked?.outcome === 'choose' ? (session.choices?.entryIds ?? []) : []
  const ids = asked?.outcome === 'answer' && asked.entryId !== null ? [asked.entryId] : chosen
  const named = ids.flatMap((id) => knowledge.find(id) ?? [])
  const [entry] = named
  if (entry === undefined || isSame(found, named)) return found
  const choices = named.map((one) => ({ entry: one, score: 1 }))
  const others = found.candidates.filter((other) => !named.some(({ id }) => id === other.entry.id))
  const candidates = [...choices, ...others].slice(0, MOST_CANDIDATES)
  return asked?.outcome === 'choose'
    ? { outcome: 'choose', choices, aspects, candidates }
    : { outcome: 'answer', entry, aspects, candidates, replacedCode: null }
}

function isSame(found: Answer, named: readonly Entry[]): boolean {
  if (found.outcome === 'none') return false
  const own = found.outcome === 'answer' ? [found] : found.choices
  // a card has wishes in the order in which they are best done, the answer in the asker's
  if (found.outcome === 'choose' && found.areWishes === true) {
    return (
      own.length === named.length &&
      own.every(({ entry }) => named.some(({ id }) => id === entry.id))
    )
  }
  return own.map(({ entry }) => entry.id).join() === named.map(({ id }) => id).join()
}
