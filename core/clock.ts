/** A moment in time as ISO 8601 UTC text of fixed width (`2026-11-21T03:04:05.678Z`); sorts as text. */
export type Instant = string

/** A day in Viet Nam as `YYYY-MM-DD`; sorts as text. */
export type LocalDate = string

/** The only way the program learns the time or waits; tests drive their own. */
export interface Clock {
  now(): Date
  /** Waits `ms` milliseconds; resolves early (never rejects) when `signal` aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve()
      const done = (): void => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      signal?.addEventListener('abort', done)
    }),
}

export const toInstant = (date: Date): Instant => date.toISOString()

/** Viet Nam keeps UTC+7 all year: no daylight saving since 1975. */
const VIETNAM_OFFSET_MS = 7 * 3_600_000

/** The day it is in Viet Nam at `date`. */
export const localDateOf = (date: Date): LocalDate =>
  new Date(date.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10)

/** `2026-11-21` as people write it: `21/11/2026`. */
export const formatLocalDate = (day: LocalDate): string => day.split('-').reverse().join('/')

/**
 * Reads `21/11/2026`, `1/9/2026`, `21-11-2026` or `2026-11-21`.
 * @returns null when the text is not a day that exists
 */
export function parseLocalDate(text: string): LocalDate | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim())
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim())
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : local
      ? [local[3], local[2], local[1]]
      : []
  if (!year || !month || !day) return null
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${value}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value ? null : value
}
