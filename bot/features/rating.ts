import { foldText } from '../../core/index.ts'
import { ratedCard, unknownRatingCard } from '../cards/plain-cards.ts'
import type { Feature, Outcome, Turn } from '../turn.ts'
import { entriesOf } from './entries-of.ts'
import { sayOnly } from './show-entry.ts'

const HELPFUL = new Set([
  'dung',
  'dung roi',
  'dung viec toi hoi',
  'huu ich',
  'tot',
  'chinh xac',
  'tra loi dung',
])
const UNHELPFUL = new Set([
  'sai',
  'sai roi',
  'chua dung',
  'khong dung',
  'ko dung',
  'k dung',
  'tra loi sai',
  'khong phai',
  'khong huu ich',
])

/** "Đúng rồi", "chưa đúng" typed after an answer. */
export const rating: Feature = (turn) => {
  const { questionId } = turn.session
  if (questionId === null) return null
  const typed = foldText(turn.text).replace(/(?: (?:a|nhe|roi a))?[.!\s]*$/, '')
  if (HELPFUL.has(typed)) return rateAnswer(turn, questionId, true)
  return UNHELPFUL.has(typed) ? rateAnswer(turn, questionId, false) : null
}

/** Counts the rating; a bad one offers what else may have been meant. */
function rateAnswer(turn: Turn, questionId: string, isHelpful: boolean): Outcome {
  const { session } = turn
  const others = questionId === session.questionId ? entriesOf(turn, session.otherIds) : []
  const card = ratedCard(isHelpful, others)
  return {
    cards: [card],
    session: { ...session, missTitle: null, buttons: card.buttons },
    rated: { questionId, isHelpful },
  }
}

/** A pressed rating button counts only for an answer of this conversation. */
export const ratePressed = (turn: Turn, questionId: string, isHelpful: boolean): Outcome =>
  turn.isOwnQuestion === true
    ? rateAnswer(turn, questionId, isHelpful)
    : sayOnly(turn, unknownRatingCard())
