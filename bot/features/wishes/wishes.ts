import { inBestOrder, wishesCard } from '../../cards/wishes-card.ts'
import { MOST_CHOICES } from '../../cards/choose-card.ts'
import { EMPTY_SESSION } from '../../session-data.ts'
import type { Feature } from '../../turn.ts'
import { askKnowledge } from '../question.ts'
import { findWishes } from './find-wishes.ts'
import { splitWishes } from './split-wishes.ts'

/** A longer text is a letter. */
const LONGEST_TEXT = 300

/** Several things asked in one message ("làm hộ chiếu + đổi bằng lái"): a line each, and a number leads to each. */
export const wishes: Feature = (turn) => {
  const { text, knowledge, day, session } = turn
  if (text.length > LONGEST_TEXT || splitWishes(text).length < 2) return null
  const whole = askKnowledge(knowledge, text, day)
  const found = whole === null ? null : findWishes(text, whole, knowledge, day)
  if (found === null) return null
  const { aspects } = found
  const entries = inBestOrder(found.entries, day)
  const card = wishesCard(entries, aspects, day)
  return {
    cards: [card],
    session: {
      ...EMPTY_SESSION,
      choices: { entryIds: entries.slice(0, MOST_CHOICES).map(({ id }) => id), aspects, text },
      questionId: turn.questionId,
      otherIds: session.otherIds,
      buttons: card.buttons,
    },
    asked: { text, outcome: 'choose', reason: null, entryId: null },
  }
}
