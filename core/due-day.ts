import { addDays, holidayTaking, weekdayOf } from './calendar.ts'
import type { Holiday, WorkingCalendar } from './calendar.ts'
import type { LocalDate } from './clock.ts'

/**
 * How long something takes from the day it is handed in (thời hạn giải quyết): working days, calendar days, or within
 * the same day. `max` is what counts; `min` is smaller only for a range.
 */
export type Term =
  | { kind: 'working-days'; min: number; max: number }
  | { kind: 'days'; min: number; max: number }
  | { kind: 'same-day' }

/** The first working day from `day` on: what is handed in on a day off counts from there. */
export const receivedOn = (day: LocalDate, calendar: WorkingCalendar): LocalDate =>
  calendar.isWorkingDay(day) ? day : calendar.addWorkingDays(day, 1)

/**
 * The day by which a term that starts with `day` has ended. The day itself does not count, and a term in calendar days
 * whose last day is a day off ends with the next working day (Bộ luật Dân sự 2015, Điều 147, 148).
 * @param day handed in; a day off counts as the next working day
 */
export function dueDay(term: Term, day: LocalDate, calendar: WorkingCalendar): LocalDate {
  const from = receivedOn(day, calendar)
  if (term.kind === 'same-day') return from
  if (term.kind === 'working-days') return calendar.addWorkingDays(from, term.max)
  return receivedOn(addDays(from, term.max), calendar)
}

/** The days off after `from` and before `to`: those of weekends, and holidays that take a working day away. */
export function daysOffBetween(
  from: LocalDate,
  to: LocalDate,
  calendar: WorkingCalendar,
): { weekend: LocalDate[]; holidays: Holiday[] } {
  const weekend: LocalDate[] = []
  const holidays: Holiday[] = []
  for (let day = addDays(from, 1); day < to; day = addDays(day, 1)) {
    const holiday = holidayTaking(calendar, day)
    if (holiday !== null) holidays.push(holiday)
    else if (!calendar.isWorkingDay(day) && [0, 6].includes(weekdayOf(day))) weekend.push(day)
  }
  return { weekend, holidays }
}
