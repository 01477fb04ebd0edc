import { addDays, foldText, parseLocalDate, weekdayOf } from '../../core/index.ts'
import type { LocalDate } from '../../core/index.ts'

/** The day that a text names, and the words with which it does (folded). */
interface NamedDay {
  on: LocalDate
  words: string
  /** Named as a day of the week: many things are said of those elsewhere. */
  isWeekday: boolean
}

const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/\b(?:hom qua|bua qua)\b/, -1],
  [/\b(?:hom nay|bua nay|bua ni|bay gio|sang nay|chieu nay)\b/, 0],
  [/\b(?:ngay mot|mai mot|ngay kia|bua mot)\b/, 2],
  [/\b(?:ngay mai|sang mai|chieu mai|bua mai|mai)\b/, 1],
]
const WEEKDAY =
  /\b(?:thu (hai|ba|tu|nam|sau|bay|[2-7])|t([2-7])|(chu nhat|cn))\b(?: (?:nay|toi|sau))?/
const WEEKDAYS: Readonly<Record<string, number>> = {
  hai: 1,
  ba: 2,
  tu: 3,
  nam: 4,
  sau: 5,
  bay: 6,
  2: 1,
  3: 2,
  4: 3,
  5: 4,
  6: 5,
  7: 6,
}
const DATE =
  /(?<![\d./-])(?:ngay )?(\d{1,2}) ?(?:[/.-]|thang) ?(\d{1,2})(?: ?(?:[/.-]|nam) ?(\d{4}))?(?![\d./-])/

/** The day that the text names, from `today` on; null when it names none. */
export function namedDay(text: string, today: LocalDate): NamedDay | null {
  const folded = foldText(text)
  return dateIn(folded, today) ?? relativeIn(folded, today) ?? weekdayIn(folded, today)
}

function dateIn(folded: string, today: LocalDate): NamedDay | null {
  const match = DATE.exec(folded)
  if (match === null) return null
  const year = Number(today.slice(0, 4))
  // without a year it is the next such day
  const years = match[3] === undefined ? [year, year + 1] : [Number(match[3])]
  const days = years.flatMap((y) => parseLocalDate(`${match[1]}/${match[2]}/${y}`) ?? [])
  const on = days.find((day) => day >= today) ?? days.at(-1)
  return on === undefined ? null : { on, words: match[0], isWeekday: false }
}

function relativeIn(folded: string, today: LocalDate): NamedDay | null {
  for (const [pattern, ahead] of RELATIVE) {
    const match = pattern.exec(folded)
    if (match !== null) return { on: addDays(today, ahead), words: match[0], isWeekday: false }
  }
  return null
}

function weekdayIn(folded: string, today: LocalDate): NamedDay | null {
  const match = WEEKDAY.exec(folded)
  if (match === null) return null
  const wanted = match[3] === undefined ? (WEEKDAYS[match[1] ?? match[2] ?? ''] ?? 0) : 0
  const ahead = (wanted - weekdayOf(today) + 7) % 7
  return { on: addDays(today, ahead), words: match[0], isWeekday: true }
}
