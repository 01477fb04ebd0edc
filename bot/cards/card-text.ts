import { addDays, formatLocalDate, weekdayOf } from '../../core/index.ts'
import type { LocalDate, WorkingCalendar } from '../../core/index.ts'
import type { Value } from '../../knowledge/index.ts'
import { answerWords } from '../wording.ts'
import { clipClause } from './clip.ts'

/** The first screen of a card in characters, buttons not counted. */
export const FIRST_SCREEN = 600

/** Breaks a line that is longer than `max` at the ends of sentences, else at words, else anywhere. */
export function breakLine(line: string, max: number): string[] {
  const parts: string[] = []
  let rest = line.trim()
  while (rest.length > max) {
    const head = rest.slice(0, max)
    const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('; '))
    const space = head.lastIndexOf(' ')
    const at = sentence > max / 3 ? sentence + 1 : space > max / 3 ? space : max
    parts.push(rest.slice(0, at).trim())
    rest = rest.slice(at).trim()
  }
  return rest === '' ? parts : [...parts, rest]
}

/** Lines of a text; numbers in front become dashes, because on a card numbers are choices. */
const toLines = (text: string): string[] =>
  text
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .map((line) => line.replace(/^(?:[-–—•*+]|\d{1,2}[.)])\s+/u, '- '))
    .filter((line) => line !== '' && line !== '-')

/** The whole value as lines, its end date and its doubt beside it. */
export function fullLines(value: Value): string[] {
  const lines = toLines(value.text)
  const remark = remarkOf(value, value.text)
  const last = lines.pop()
  return last === undefined ? [] : [...lines, withRemark(last, remark)]
}

/**
 * The value in one line of at most `max` characters, its end date and its doubt beside it: whole clauses only.
 * Null when not even its first clause fits, since half a statement may say the opposite.
 */
export function oneLine(value: Value, max: number): string | null {
  const flat =
    value.short ??
    toLines(value.text)
      .map((line) => line.replace(/^- /, ''))
      .join('; ')
  const remark = remarkOf(value, flat)
  const line = clipClause(flat, remark === null ? max : Math.max(20, max - remark.length - 3))
  return line === null ? null : withRemark(line, remark)
}

/** True when one line says all that there is. */
export const isWhole = (value: Value, max: number): boolean =>
  value.short === undefined
    ? toLines(value.text).length === 1 && value.text.length <= max
    : value.short.trim() === value.text.trim()

const withRemark = (line: string, remark: string | null): string =>
  remark === null ? line : `${line.replace(/[.;,\s]+$/u, '')} (${remark})`

/** What must stand beside the value and does not yet: the last day on which it holds, what to ask again. */
function remarkOf(value: Value, said: string): string | null {
  const end = value.validTo === undefined ? null : formatLocalDate(value.validTo)
  const remarks = [
    end === null || namesDay(said, end) ? null : answerWords.until(end),
    said.toLowerCase().includes(answerWords.doubtStart) ? null : doubtOf(value),
  ].filter((remark) => remark !== null)
  return remarks.length === 0 ? null : remarks.join('; ')
}

function doubtOf({ doubt, provenance }: Value): string | null {
  if (doubt !== undefined) {
    return doubt.toLowerCase().startsWith(answerWords.doubtStart) ? doubt : answerWords.doubt(doubt)
  }
  return provenance.confidence === 'low' ? answerWords.doubtfulValue : null
}

/** `31/12/2026` may also be written `31-12-2026`, and 09 as 9. */
const namesDay = (text: string, day: string): boolean => {
  const plain = (value: string): string =>
    value.replace(/(^|\D)0(?=\d\D)/g, '$1').replace(/[.-]/g, '/')
  return plain(text).includes(plain(day))
}

/** The holiday that makes "N ngày làm việc" from `day` longer, as people say it; null when there is none. */
export function holidayRemark(
  text: string,
  day: LocalDate,
  calendar: WorkingCalendar,
): string | null {
  const count = Number(answerWords.workingDays.exec(text)?.[1] ?? 0)
  if (count === 0 || count > 60) return null
  const end = calendar.addWorkingDays(day, count)
  let days = 0
  while (addDays(day, days) < end) days += 1
  const holiday = calendar.holidayWithin(day, days)
  if (holiday === null) return null
  const dayAndMonth = formatLocalDate(holiday.on).slice(0, 5)
  return answerWords.holiday(weekdayOf(holiday.on), dayAndMonth, holiday.isTentative)
}
