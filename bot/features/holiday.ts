import { addDays, foldText, formatLocalDate, holidayTaking, weekdayOf } from '../../core/index.ts'
import type { Card, Holiday, LocalDate } from '../../core/index.ts'
import { talkCard } from '../cards/plain-cards.ts'
import type { Feature, Outcome, Turn } from '../turn.ts'
import { namedDay } from './day-words.ts'
import { contentWords } from './small-words.ts'
import { sayOnly } from './show-entry.ts'
import { holidayWords as say } from './wording.ts'

/** Asks whether people work or are off, folded. */
const ASKS_WORK =
  /\b(?:(?:co |duoc )?(?:lam viec|di lam|mo cua|tiep dan|nhan ho so|lam)(?: (?:khong|ko|k|hong|hok|kg|chu|ha|a|nua khong))|nghi(?: le| tet| lam| bu)?|lam viec|lich nghi|mo cua)\b/
/** Words of such a question that name no procedure. */
const AROUND =
  /\b(?:nghi|le|lam viec|lich|nhan ho so|tiep dan|di lam|mo cua|uy ban|ubnd|tru so|co quan|nha nuoc|vay|nao|sap toi|toi day|nam nay|nam sau|nam toi|duong lich|am lich|dip|ngay|truc|bu|van phong|lien|bao|keo dai|tu|hanh chinh|cong an|phuong|chieu|sang|trua|thi)\b/g
/** What people call the holidays, and the beginning of what the calendar calls them, folded. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\btet (?:duong lich|duong|tay)\b/, 'tet duong lich'],
  [/\b(?:(?:mung \d |giao thua )?tet(?: nguyen dan| am lich| ta|)|mung \d|giao thua)\b/, 'tet '],
  [/\bquoc khanh\b/, 'quoc khanh'],
  [/\b(?:gio to(?: hung vuong)?|hung vuong)\b/, 'gio to'],
  [/\bgiai phong(?: mien nam)?\b/, 'ngay giai phong'],
  [/\bquoc te lao dong\b/, 'ngay quoc te lao dong'],
  [/\b(?:ngay )?van hoa viet nam\b/, 'ngay van hoa'],
]
const NEXT_HOLIDAY = /\b(?:sap toi|toi day|lich) nghi le\b|\bnghi le\b/
const HOW_LONG = /\b(?:may|bao nhieu) ngay\b/
/** How far ahead a holiday is looked for. */
const DAYS_AHEAD = 400
const MOST_WORDS = 14
const LONGEST_RUN = 20

/** "24/11 có làm việc không", "Tết nghỉ mấy ngày": the calendar answers what no entry answers better. */
export const holiday: Feature = (turn) => {
  const folded = foldText(turn.text)
  if (folded.split(' ').length > MOST_WORDS || !ASKS_WORK.test(folded)) return null
  const asked = namedDay(turn.text, turn.day)
  const name = asked === null ? nameIn(folded) : null
  const words = asked?.words ?? name?.words
  if (words === undefined) return null
  const rest = NAMES.reduce(
    (left, [pattern]) => left.replace(pattern, ' '),
    folded.replace(words, ' '),
  )
  if (contentWords(rest.replace(AROUND, ' ')).length > 0) return null
  // what the entry of the conversation says of its days goes before the calendar
  if (asked?.isWeekday && turn.session.entryId !== null) return null
  if (isAnsweredBetter(turn, words)) return null
  const onDay =
    asked !== null && HOW_LONG.test(folded) ? holidayTaking(turn.calendar, asked.on) : null
  if (asked !== null && onDay === null) return answer(turn, dayCard(turn, asked.on))
  const first = onDay ?? (name === null ? null : firstHoliday(turn, name.starts))
  return first === null ? null : answer(turn, runCard(turn, first))
}

const answer = (turn: Turn, card: Card): Outcome => ({
  ...sayOnly(turn, card),
  asked: { text: turn.text, outcome: 'answer', reason: null, entryId: null },
})

/** Knowledge is sure, and its entry speaks of the day by the same words. */
function isAnsweredBetter({ knowledge, text, day }: Turn, words: string): boolean {
  const found = knowledge.ask(text, { day })
  if (found.outcome !== 'answer') return false
  const { title, keywords, questions } = found.entry
  return foldText([title, ...keywords, ...questions].join(' | ')).includes(words.trim())
}

function nameIn(folded: string): { words: string; starts: string } | null {
  for (const [pattern, starts] of NAMES) {
    const match = pattern.exec(folded)
    if (match !== null) return { words: match[0], starts }
  }
  const next = NEXT_HOLIDAY.exec(folded)
  return next === null ? null : { words: next[0], starts: '' }
}

/** The first holiday from today whose name begins so ("tet " is never the one of the solar year). */
function firstHoliday({ calendar, day }: Turn, starts: string): Holiday | null {
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const found = holidayTaking(calendar, addDays(day, ahead))
    if (found === null) continue
    const name = foldText(found.name)
    const isLunar = starts === 'tet ' && name.startsWith('tet duong lich')
    if (name.startsWith(starts) && !isLunar) return found
  }
  return null
}

const spoken = (on: LocalDate): readonly [number, string] => [weekdayOf(on), formatLocalDate(on)]

function dayCard({ calendar }: Turn, on: LocalDate): Card {
  const found = holidayTaking(calendar, on)
  if (calendar.isWorkingDay(on)) {
    return cardOf(say.working(...spoken(on)), [], [say.usualWeek])
  }
  const isWeekend = weekdayOf(on) === 0 || weekdayOf(on) === 6
  const title = found === null && isWeekend ? say.weekend(...spoken(on)) : say.off(...spoken(on))
  return cardOf(
    title,
    [
      ...(found === null ? [] : [say.because(found.name)]),
      ...(found?.isTentative ? [say.tentative] : []),
      say.next(...spoken(calendar.addWorkingDays(on, 1))),
    ],
    [found?.source ?? say.usualWeek],
  )
}

/** The days off around a holiday, weekends that touch it included. */
function runCard({ calendar }: Turn, { on, name }: Holiday): Card {
  let from = on
  let to = on
  for (let i = 0; i < LONGEST_RUN && !calendar.isWorkingDay(addDays(from, -1)); i += 1)
    from = addDays(from, -1)
  for (let i = 0; i < LONGEST_RUN && !calendar.isWorkingDay(addDays(to, 1)); i += 1)
    to = addDays(to, 1)
  const days: LocalDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  const holidays = days.flatMap((day) => holidayTaking(calendar, day) ?? [])
  const [short = name] = name.split(' (')
  return cardOf(
    say.run(short, days.length),
    [
      days.length === 1 ? say.oneDay(...spoken(from)) : say.fromTo(spoken(from), spoken(to)),
      ...(holidays.some(({ isTentative }) => isTentative) ? [say.tentative] : []),
      say.next(...spoken(calendar.addWorkingDays(to, 1))),
    ],
    [...new Set(holidays.flatMap(({ source }) => source ?? []))],
  )
}

function cardOf(title: string, lines: readonly string[], sources: readonly string[]): Card {
  const last = sources.length === 0 ? [] : [say.source(sources)]
  return talkCard({ title, lines: [...lines, say.hours, ...last] })
}
