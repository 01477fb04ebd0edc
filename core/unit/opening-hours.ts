import { weekdayOf } from '../calendar.ts'
import type { LocalDate } from '../clock.ts'
import { hoursWords } from './wording.ts'

/** One session of work: from `opensAt` to `closesAt` (`HH:MM`) on each of `weekdays` (0 is Sunday). */
export interface WorkSession {
  weekdays: readonly number[]
  opensAt: string
  closesAt: string
}

/** When an office is open in a usual week (giờ làm việc); a day may have several sessions. */
export type OpeningHours = readonly WorkSession[]

const WEEK = [1, 2, 3, 4, 5, 6, 0] as const
const TIME = /^([01]?\d|2[0-3])(?:[:h.]([0-5]\d)?)?$/

/** `7h30`, `7:30`, `7h` or `07.30` as `07:30`; null when it is no time of day. */
export function parseTime(text: string): string | null {
  const [, hour, minute = '00'] = TIME.exec(text.trim()) ?? []
  return hour === undefined ? null : `${hour.padStart(2, '0')}:${minute}`
}

/** The sessions of one day, earliest first; empty when it is closed. Holidays are not known here. */
export const sessionsOn = (hours: OpeningHours, day: LocalDate): WorkSession[] =>
  sessionsOf(hours, weekdayOf(day))

const sessionsOf = (hours: OpeningHours, weekday: number): WorkSession[] =>
  hours
    .filter(({ weekdays }) => weekdays.includes(weekday))
    .toSorted((a, b) => a.opensAt.localeCompare(b.opensAt))

/** `07:30–11:30, 13:30–17:00`. */
export const formatSessions = (sessions: readonly WorkSession[]): string =>
  sessions.map(({ opensAt, closesAt }) => `${opensAt}–${closesAt}`).join(', ')

/** The week in one line: days with the same sessions together, closed days left out; '' when it is never open. */
export function formatOpeningHours(hours: OpeningHours): string {
  const runs: { from: number; to: number; text: string }[] = []
  for (const [at, weekday] of WEEK.entries()) {
    const text = formatSessions(sessionsOf(hours, weekday))
    const last = runs.at(-1)
    if (text === '') continue
    if (last?.text === text && last.to === at - 1) last.to = at
    else runs.push({ from: at, to: at, text })
  }
  return runs
    .map(({ from, to, text }) => `${hoursWords.days(WEEK[from] ?? 0, WEEK[to] ?? 0)} ${text}`)
    .join('; ')
}
