import { addDays, foldText } from '../../../core/index.ts'
import type { LocalDate } from '../../../core/index.ts'
import type { Entry } from '../../../knowledge/index.ts'
import type { Feature, Turn } from '../../turn.ts'
import { EMPTY_SESSION } from '../../session-data.ts'
import { namedDay } from '../day-words.ts'
import { contentWords } from '../small-words.ts'
import { dueCard } from './due-card.ts'

/** Asks on which day something is ready, folded. */
const WHEN = String.raw`(?:bao gio|khi nao|luc nao|chung nao|bua nao|hom nao|ngay nao|thu may|bao lau|may ngay|may bua|may hom)`
const READY = String.raw`(?:xong|co|lay|nhan|tra|duoc|ra)`
const ASKS_DAY = new RegExp(String.raw`\b${WHEN}\b.*\b${READY}\b|\b${READY}\b.*\b${WHEN}\b`)
/** "Mấy hôm nữa có": from today on. */
const FROM_NOW = /\b(?:may|bao nhieu) (?:hom|bua|ngay) nua\b/
/** Handing in is spoken of. */
const FILING = /\b(?:nop|gui|lam|di|dang ky|xin)\b/
/** Words of such a question that name no procedure. */
const AROUND =
  /\b(?:hom nay|hom qua|bua nay|ngay mai|ngay kia|ngay|mai|sang|chieu|trua|toi|nop|gui|lay|nhan|tra|xong|co|duoc|thi|di|ho so|giay|tu|vao|tinh|ra|hen|luc|khi|bao gio|hom nao|bua nao|may hom nua|may bua nua|may ngay nua|nua|thu|sau|nay|toi|ket qua)\b/g
/** A longer text is a question of its own. */
const LONGEST_TEXT = 160
const MOST_WORDS = 20
/** Without a year a day that is over means this year's, when it is so long ago at most. */
const LONGEST_AGO_DAYS = 300

/** "Nộp hôm nay thì bao giờ xong": the day, counted with the working calendar. */
export const dueDate: Feature = (turn) => {
  const { text, day, calendar } = turn
  if (text.length > LONGEST_TEXT) return null
  const folded = foldText(text)
  if (folded.split(' ').length > MOST_WORDS) return null
  const filed = filedOn(folded, text, day)
  if (filed === null) return null
  const entry = entryOf(turn, folded.replace(filed.words, ' '))
  if (entry === null) return null
  const card = dueCard({ entry, filedOn: filed.on, day, calendar })
  return card === null
    ? null
    : {
        cards: [{ ...card, ratingFor: turn.questionId }],
        session: {
          ...EMPTY_SESSION,
          entryId: entry.id,
          aspects: ['duration'],
          questionId: turn.questionId,
          otherIds: turn.session.otherIds,
          buttons: card.buttons,
        },
        asked: { text, outcome: 'answer', reason: null, entryId: entry.id },
      }
}

/** The day of handing in and the words that say it; null when the text asks for no day. */
function filedOn(
  folded: string,
  text: string,
  today: LocalDate,
): { on: LocalDate; words: string } | null {
  const fromNow = FROM_NOW.exec(folded)
  if (fromNow !== null) return { on: today, words: fromNow[0] }
  const named = ASKS_DAY.test(folded) && FILING.test(folded) ? namedDay(text, today) : null
  if (named === null) return null
  const isLastYears = named.on > addDays(today, LONGEST_AGO_DAYS)
  return { on: isLastYears ? lastYears(named.on) : named.on, words: named.words }
}

const lastYears = (on: LocalDate): LocalDate =>
  `${String(Number(on.slice(0, 4)) - 1)}${on.slice(4)}`

/** What the text names for sure, else what is talked about when it names nothing. */
function entryOf({ knowledge, session, text, day }: Turn, rest: string): Entry | null {
  if (contentWords(rest.replace(AROUND, ' ')).length === 0) {
    return session.entryId === null ? null : knowledge.find(session.entryId)
  }
  for (const question of [text, rest]) {
    const found = knowledge.ask(question, { day })
    if (found.outcome === 'answer') return found.entry
  }
  return null
}
