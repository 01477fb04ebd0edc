import type { LocalDate } from './clock.ts'

/** A public holiday (ngày nghỉ lễ). */
export interface Holiday {
  on: LocalDate
  name: string
  /** True while no official notice has confirmed the day. */
  isTentative: boolean
  /** The text that makes it one, as printed. */
  source?: string
}

/** The days on which working days (ngày làm việc) differ from Monday to Friday. */
export interface CalendarDays {
  holidays: readonly Holiday[]
  /** `off` is free although it is a weekday, `work` is worked instead (hoán đổi ngày làm việc). */
  swaps: readonly { off: LocalDate; work: LocalDate }[]
}

/** Counts working days (lịch làm việc). */
export interface WorkingCalendar {
  isWorkingDay(day: LocalDate): boolean
  /** The holiday that `day` is, on a weekend too; null when it is none. */
  holidayOn(day: LocalDate): Holiday | null
  /** The day that is `count` working days after `day`; the day itself does not count. `count` ≥ 0. */
  addWorkingDays(day: LocalDate, count: number): LocalDate
  /** The first holiday within the next `days` days that takes a working day away; null when none does. */
  holidayWithin(day: LocalDate, days: number): Holiday | null
}

const DAY_MS = 86_400_000

/** The day `count` days after `day`; negative counts go back. */
export const addDays = (day: LocalDate, count: number): LocalDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)

/** 0 is Sunday, 6 Saturday. */
export const weekdayOf = (day: LocalDate): number => new Date(`${day}T00:00:00Z`).getUTCDay()

const isWeekend = (day: LocalDate): boolean => weekdayOf(day) === 0 || weekdayOf(day) === 6

/** A calendar over Monday to Friday without the given holidays, with the given swaps. */
export function createWorkingCalendar({ holidays, swaps }: CalendarDays): WorkingCalendar {
  const byDay = new Map(holidays.map((holiday) => [holiday.on, holiday]))
  const free = new Set([...byDay.keys(), ...swaps.map(({ off }) => off)])
  const worked = new Set(swaps.map(({ work }) => work))
  const isWorkingDay = (day: LocalDate): boolean =>
    worked.has(day) || (!isWeekend(day) && !free.has(day))
  return {
    isWorkingDay,
    holidayOn: (day) => byDay.get(day) ?? null,
    addWorkingDays(day, count) {
      let reached = day
      for (let left = count; left > 0;) {
        reached = addDays(reached, 1)
        if (isWorkingDay(reached)) left -= 1
      }
      return reached
    },
    holidayWithin(day, days) {
      for (let ahead = 1; ahead <= days; ahead += 1) {
        const next = addDays(day, ahead)
        const holiday = byDay.get(next)
        if (holiday && !isWeekend(next) && !worked.has(next)) return holiday
      }
      return null
    },
  }
}

/** The holiday that takes this very day from the working week; null on weekends and on days that are worked instead. */
export const holidayTaking = (calendar: WorkingCalendar, day: LocalDate): Holiday | null =>
  calendar.holidayWithin(addDays(day, -1), 1)
