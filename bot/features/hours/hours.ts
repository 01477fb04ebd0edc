import { foldText } from '../../../core/index.ts'
import type { Card } from '../../../core/index.ts'
import { currentValue } from '../../../knowledge/index.ts'
import type { Feature, Outcome, Turn } from '../../turn.ts'
import { namedDay } from '../day-words.ts'
import { contentWords } from '../small-words.ts'
import { sayOnly } from '../show-entry.ts'
import { dayHoursCard, weekCard } from './hours-card.ts'
import type { DayPart } from './hours-card.ts'
import { officeAsked, officeNamed } from './office-asked.ts'

/** Asks for the hours of a day or of the week, folded. */
const ASKS_HOURS =
  /\b(?:may gio (?:mo|dong|lam|nghi|bat dau|het|vao|tan)|(?:mo cua|dong cua|lam viec|lam|nghi|nghi trua) (?:luc |tu |den |toi )*may gio|gio (?:lam viec|mo cua|hanh chinh|tiep dan|nhan ho so)|lich lam viec|mo cua (?:luc nao|khi nao)|thoi gian (?:lam viec|mo cua|tiep dan))\b/
/** Asks whether people work or are off. */
const ASKS_OPEN =
  /\b(?:(?:co |con |duoc )?(?:lam viec|mo cua|tiep dan|nhan ho so|lam|mo|truc)(?: (?:sang|chieu|ca ngay|cuoi tuan|thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|t[2-7]|chu nhat|cn|nua))* (?:khong|ko|k|hong|hok|hong|kg|chu|ha|hay nghi)|(?:co )?nghi(?: lam| khong| ko| k)?$|nghi (?:khong|ko|k|hong|hok))(?=\s|$)/
/** Words of such a question that name no procedure. */
const AROUND =
  /\b(?:nghi trua|nghi|lam viec|lich|nhan ho so|tiep dan|mo cua|dong cua|mo|dong|truc|uy ban|ubnd|tru so|co quan|cong an|trung tam|phuc vu|hanh chinh cong|hanh chinh|mot cua|bo phan|phuong|chieu|sang|trua|toi|ca ngay|cuoi tuan|bat dau|ket thuc|tan|vao|het|ngay|tuan|nay|thu bay|nha minh|o do|ben|van phong|le|tu)\b/g
/** Names of the offices with what stands beside them. */
const OFFICES =
  /\b(?:uy ban nhan dan|uy ban|ubnd|cong an|ca|tru so|trung tam phuc vu hanh chinh cong|trung tam|mot cua|1 cua|bo phan mot cua|bo phan tiep nhan)(?: (?:xa|phuong))?(?: (?:minh|nay|toi|em|ta))?\b/g
/** A place with its hours. */
const SAYS_HOURS = /\b\d{1,2} ?(?:gio|h|:)|\bthu (?:hai|bay|2|7)\b|\bgio hanh chinh\b/
const WEEKEND = /\bcuoi tuan\b/
/** A longer text is a question of its own. */
const LONGEST_TEXT = 160
const MOST_WORDS = 14

/**
 * "Mấy giờ mở cửa", "chiều nay còn làm không", "công an xã làm thứ 7 không": the unit's own hours and the calendar.
 * A day is left to the calendar alone while the hours of the office are not known.
 */
export const hours: Feature = (turn) => {
  const { text, unit, calendar, day } = turn
  if (text.length > LONGEST_TEXT) return null
  const folded = foldText(text).replace(/[?!.,\s]+$/g, '')
  if (folded.split(' ').length > MOST_WORDS) return null
  const said = spelledOut(folded)
  const asksWeek = ASKS_HOURS.test(said)
  if (!asksWeek && !ASKS_OPEN.test(said)) return null
  const named = namedDay(text, day)
  const rest = said.replace(named?.words ?? '', ' ').replace(ASKS_HOURS, ' ')
  if (contentWords(rest.replace(AROUND, ' ')).length > 0) return null
  const office = officeAsked(folded, turn)
  const open = unit.offices[office].hours
  const input = { unit, office, calendar, day }
  const isWeek = named === null && (asksWeek || WEEKEND.test(folded))
  if (isWeek)
    return open === null && isTalkedAbout(turn, folded) ? null : answer(turn, weekCard(input))
  if (named === null || open === null) return null
  return answer(turn, dayHoursCard(input, open, named.on, partOf(folded)))
}

/** `mấy h` is `mấy giờ`; the office does not stand between what is asked ("mấy giờ ủy ban xã làm việc"). */
const spelledOut = (folded: string): string =>
  folded
    .replace(/\b(may|bao nhieu) ?(?:h|g)\b/g, 'may gio')
    .replace(/\bbao nhieu gio\b/g, 'may gio')
    .replace(OFFICES, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** What the entry of the conversation says of its hours goes before "not known". */
function isTalkedAbout({ session, knowledge, day }: Turn, folded: string): boolean {
  const entry = session.entryId === null ? null : knowledge.find(session.entryId)
  const place = entry === null ? '' : (currentValue(entry, 'place_hours', day)?.text ?? '')
  return officeNamed(folded) === null && SAYS_HOURS.test(foldText(place))
}

function partOf(folded: string): DayPart {
  if (/\bchieu\b/.test(folded)) return 'afternoon'
  return /\bsang\b/.test(folded) ? 'morning' : null
}

const answer = (turn: Turn, card: Card): Outcome => ({
  ...sayOnly(turn, card),
  asked: { text: turn.text, outcome: 'answer', reason: null, entryId: null },
})
