import { foldText } from '../text/fold.ts'
import { parseTime, type OpeningHours, type WorkSession } from './opening-hours.ts'

const DAY = String.raw`(?:thu\s*|t)(?:hai|ba|tu|nam|sau|bay|[2-7])\b|chu nhat|cn\b`
/** As in `thứ 2, 3, 4`: no hour follows a day. */
const BARE_DAY = String.raw`[2-7](?![\dhg]|[:.]\d)`
const NAMES = ['hai', 'ba', 'tu', 'nam', 'sau', 'bay'] as const
const CLOCK_TIME = String.raw`\d{1,2}(?:[:h.]\d{0,2})?`
const RANGE = new RegExp(String.raw`^(${CLOCK_TIME})\s*(?:-|den)\s*(${CLOCK_TIME})$`)
const RANGES_APART = /\s*(?:,|\bva\b)\s*|(?<=\d[h:.]?\d*\s*(?:-|den)\s*\d[\dh:.]*)\s+(?=\d)/
const DAYS = new RegExp(
  String.raw`^((?:${DAY})(?:\s*(?:-|den|,|va)\s*(?:${DAY}|${BARE_DAY}))*)\s*[:,]?\s+(.+)$`,
)

/**
 * Reads hours as people write them: `thứ Hai đến thứ Sáu 7:30-11:30, 13:30-17:00; thứ Bảy 7h30-11h30` (also `T2-T6`, `CN`,
 * `sáng 7 giờ 30 đến 11 giờ 30, chiều …`). A part without days goes on with those before it.
 * @returns null when a part is not understood, runs backwards or overlaps another
 */
export function parseOpeningHours(text: string): OpeningHours | null {
  const parts = plain(text)
    .split(/[;\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const sessions: WorkSession[] = []
  for (const part of parts) {
    const read = readPart(part, sessions.at(-1)?.weekdays)
    if (read === null) return null
    sessions.push(...read)
  }
  return sessions.length > 0 && !hasOverlap(sessions) ? sessions : null
}

/** One way of writing dashes and hours, without the words that say nothing more. */
const plain = (text: string): string =>
  foldText(text.replace(/từ/giu, ' '))
    .replace(/[‐-―~→]/gu, '-')
    .replace(/(?<!thu )\btu\s+(?=\d|thu|t\d)/g, '')
    .replace(/\bhang tuan\b/g, '')
    .replace(/(\d)\s*(?:gio|g)\b\s*(\d\d)?(?:\s*phut)?/g, '$1h$2')
    .replace(/(\d)g(?=\d)/g, '$1h')
    .replace(/\b(?:buoi )?(?:sang|chieu)\s*:?\s*(?=\d)/g, '')

function readPart(part: string, before: readonly number[] | undefined): WorkSession[] | null {
  const [, days, after] = DAYS.exec(part) ?? []
  const weekdays = days === undefined ? before : readDays(days)
  if (!weekdays || weekdays.length === 0) return null
  const sessions = (after ?? part).split(RANGES_APART).map((range) => {
    const [, from = '', to = ''] = RANGE.exec(range.trim()) ?? []
    const opensAt = parseTime(from)
    const closesAt = parseTime(to)
    return opensAt === null || closesAt === null || opensAt >= closesAt
      ? null
      : { weekdays, opensAt, closesAt }
  })
  return sessions.includes(null) ? null : sessions.filter((session) => session !== null)
}

/** `thu hai den thu sau`, `t2, t4`: ranges and lists, Monday first; null when a range runs backwards. */
function readDays(text: string): number[] | null {
  const found: number[] = []
  const pattern = new RegExp(String.raw`(-|den)?\s*(${DAY}|${BARE_DAY})`, 'g')
  for (const [, range, name = ''] of text.matchAll(pattern)) {
    const day = weekdayNamed(name)
    const last = found.at(-1)
    if (range !== undefined && last !== undefined) {
      if (day <= last) return null
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
