import {
  addDays,
  formatLocalDate,
  localDateOf,
  sessionsOn,
  weekdayOf,
  type LocalDate,
  type OpeningHours,
  type WorkingCalendar,
  type WorkSession,
} from '../../core/index.ts'
import { officeToShow } from './pages/office.ts'
import type { WebDeps } from './web-deps.ts'
import { wording } from './wording.ts'

const DAYS_AHEAD = 20
const VIETNAM_OFFSET_MS = 7 * 3_600_000

/** Whether an office is open at a moment, and until or from when. */
export type OpenState =
  | { isOpen: true; closesAt: string }
  /** `day` is the day on which it opens again, at `opensAt`. */
  | { isOpen: false; day: LocalDate; opensAt: string }

/** @returns null when it does not open within three weeks */
export function openStateOf(
  hours: OpeningHours,
  calendar: WorkingCalendar,
  now: Date,
): OpenState | null {
  const today = localDateOf(now)
  const time = new Date(now.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(11, 16)
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = addDays(today, ahead)
    for (const { opensAt, closesAt } of sessionsOfDay(hours, calendar, day)) {
      if (ahead > 0 || time < opensAt) return { isOpen: false, day, opensAt }
      if (time < closesAt) return { isOpen: true, closesAt }
    }
  }
  return null
}

/** A holiday closes the office; a weekend worked instead of another day has a usual Monday's hours. */
function sessionsOfDay(
  hours: OpeningHours,
  calendar: WorkingCalendar,
  day: LocalDate,
): WorkSession[] {
  const weekday = weekdayOf(day)
  const usual = sessionsOn(hours, day)
  if (weekday > 0 && weekday < 6) return calendar.isWorkingDay(day) ? usual : []
  if (!calendar.isWorkingDay(day)) return calendar.holidayOn(day) === null ? usual : []
  return usual.length > 0 ? usual : sessionsOn(hours, addDays(day, weekday === 0 ? 1 : 2))
}

/** The state of the office that the footer shows, in words; null when its hours are not known. */
export function openTextOf({ unit, calendar, clock }: WebDeps): string | null {
  const hours = officeToShow(unit.current())?.hours ?? null
  if (hours === null) return null
  const now = clock.now()
  const state = openStateOf(hours, calendar, now)
  if (state === null) return null
  const text = wording.office
  if (state.isOpen) return text.openUntil(state.closesAt)
  const today = localDateOf(now)
  if (state.day === today) return text.opensToday(state.opensAt)
  if (state.day === addDays(today, 1)) return text.opensTomorrow(state.opensAt)
  const name = text.weekdays[weekdayOf(state.day)] ?? ''
  return text.opensOn(state.opensAt, name, formatLocalDate(state.day).slice(0, 5))
}
