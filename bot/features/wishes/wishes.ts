import { splitWords } from '../../../core/index.ts'
import { inBestOrder, wishesCard } from '../../cards/wishes-card.ts'
import { MOST_CHOICES } from '../../cards/choose-card.ts'
import { EMPTY_SESSION } from '../../session-data.ts'
import type { Answer } from '../../../knowledge/index.ts'
import type { Feature, Turn } from '../../turn.ts'
import { askKnowledge } from '../question.ts'
import { findWishes, type Wishes } from './find-wishes.ts'
import { splitWishes } from './split-wishes.ts'

/** Two wishes take so many words. */
const FEWEST_WORDS = 4
/** A longer text is a letter, and no list of papers. */
const LONGEST_TEXT = 1_000
const LONGEST_LIST = 300

/** Several things asked in one message ("làm hộ chiếu + đổi bằng lái"): a line each, and a number leads to each. */
export const wishes: Feature = (turn) => {
  const { text, knowledge, day, session } = turn
  if (text.length > LONGEST_TEXT || splitWords(text).length < FEWEST_WORDS) return null
  const whole = askKnowledge(knowledge, text, day)
  const found = whole === null ? null : (listedIn(turn, whole) ?? foundBy(whole))
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

/** Papers listed after one verb. */
const listedIn = ({ text, knowledge, day }: Turn, whole: Answer): Wishes | null =>
  text.length > LONGEST_LIST || splitWishes(text).length < 2
    ? null
    : findWishes(text, whole, knowledge, day)

/** Wishes that knowledge tells apart. */
const foundBy = (whole: Answer): Wishes | null =>
  whole.outcome === 'choose' && whole.areWishes === true
    ? { entries: whole.choices.map(({ entry }) => entry), aspects: whole.aspects }
    : null
