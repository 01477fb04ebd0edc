import { foldText } from '../text/fold.ts'
import { parseTime, type OpeningHours, type WorkSession } from './opening-hours.ts'

const DAY = String.raw`(?:thu\s*|t)(?:hai|ba|tu|nam|sau|bay|[2-7])\b|chu nhat|cn\b`
const NAMES = ['hai', 'ba', 'tu', 'nam', 'sau', 'bay'] as const
const CLOCK_TIME = String.raw`\d{1,2}(?:[:h.]\d{0,2})?`
const RANGE = new RegExp(String.raw`^(${CLOCK_TIME})\s*(?:-|–|—|den)\s*(${CLOCK_TIME})$`)
const DAYS = new RegExp(
  String.raw`^((?:${DAY})(?:\s*(?:-|–|—|den|,|va)\s*(?:${DAY}))*)\s*:?\s+(.+)$`,
)

/**
 * Reads hours as people write them: `thứ Hai đến thứ Sáu 7:30-11:30, 13:30-17:00; thứ Bảy 7h30-11h30` (also `T2-T6`, `CN`).
 * @returns null when a part is not understood, ends before it begins or overlaps another
 */
export function parseOpeningHours(text: string): OpeningHours | null {
  const parts = foldText(text)
    .split(/[;\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const sessions: WorkSession[] = []
  for (const part of parts) {
    const read = readPart(part)
    if (read === null) return null
    sessions.push(...read)
  }
  return sessions.length > 0 && !hasOverlap(sessions) ? sessions : null
}

function readPart(part: string): WorkSession[] | null {
  const [, days, times] = DAYS.exec(part) ?? []
  if (days === undefined || times === undefined) return null
  const weekdays = readDays(days)
  if (weekdays.length === 0) return null
  const sessions = times.split(/\s*(?:,|\bva\b)\s*/).map((range) => {
    const [, from = '', to = ''] = RANGE.exec(range.trim()) ?? []
    const opensAt = parseTime(from)
    const closesAt = parseTime(to)
    return opensAt === null || closesAt === null || opensAt >= closesAt
      ? null
      : { weekdays, opensAt, closesAt }
  })
  return sessions.includes(null) ? null : sessions.filter((session) => session !== null)
}

/** `thu hai den thu sau`, `t2, t4`: ranges and lists, Monday first. */
function readDays(text: string): number[] {
  const found: number[] = []
  const pattern = new RegExp(String.raw`(-|–|—|den)?\s*(${DAY})`, 'g')
  for (const [, range, name = ''] of text.matchAll(pattern)) {
    const day = weekdayNamed(name)
    const last = found.at(-1)
    if (range !== undefined && last !== undefined) {
      for (let next = last + 1; next < day; next += 1) found.push(next)
    }
    found.push(day)
  }
  return [...new Set(found)].map((day) => day % 7)
}

/** 1 is Monday, 7 Sunday, so that a range to Sunday counts up. */
function weekdayNamed(name: string): number {
  const word = name.replace(/^(?:thu\s*|t)/, '')
  const named = NAMES.findIndex((day) => day === word)
  if (named >= 0) return named + 1
  return /^[2-7]$/.test(word) ? Number(word) - 1 : 7
}

const hasOverlap = (sessions: readonly WorkSession[]): boolean =>
  sessions.some((a, i) =>
    sessions.some(
      (b, j) =>
        i < j &&
        a.weekdays.some((day) => b.weekdays.includes(day)) &&
        a.opensAt < b.closesAt &&
        b.opensAt < a.closesAt,
    ),
  )
