import { cleanText, maskPersonalNumbers, renderPlain } from '../core/index.ts'
import type { Card, LocalDate, UnitProfile, WorkingCalendar } from '../core/index.ts'
import type { Answer, Knowledge } from '../knowledge/index.ts'
import { answerWith, askKnowledge } from './features/question.ts'
import { EMPTY_SESSION } from './session-data.ts'

/** One question with its card, without a conversation around it. */
export interface OneAnswer {
  answer: Answer
  card: Card
  /** The card as plain text. */
  text: string
}

/** Answers a single question, for the command line: no session, nothing stored. Pure. */
export function answerOnce(
  knowledge: Knowledge,
  question: string,
  { day, calendar, unit }: { day: LocalDate; calendar: WorkingCalendar; unit: UnitProfile },
): OneAnswer {
  const text = maskPersonalNumbers(cleanText(question))
  const found = askKnowledge(knowledge, text, day)
  const { cards } = answerWith(
    { text, action: null, session: EMPTY_SESSION, knowledge, calendar, unit, day, questionId: '' },
    text,
    found,
  )
  const [card] = cards
  if (card === undefined) throw new Error('a question was left without a card')
  const { ratingFor: _, ...shown } = card
  const answer: Answer = found ?? {
    outcome: 'none',
    reason: 'not_found',
    aspects: [],
    candidates: [],
  }
  return { answer, card: shown, text: renderPlain(shown) }
}
