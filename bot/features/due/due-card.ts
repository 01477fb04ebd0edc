import {
  addDays,
  daysOffBetween,
  dueDay,
  formatLocalDate,
  receivedOn,
  renderPlain,
  weekdayOf,
} from '../../../core/index.ts'
import type { Button, Card, LocalDate, Term, WorkingCalendar } from '../../../core/index.ts'
import { currentValue } from '../../../knowledge/index.ts'
import type { Aspect, Entry } from '../../../knowledge/index.ts'
import { encodeAction } from '../../actions.ts'
import { ASPECT_WORDS } from '../../wording.ts'
import { sourceLine } from '../../cards/answer-parts.ts'
import { peopleButton } from '../../cards/buttons.ts'
import { FIRST_SCREEN, fullLines } from '../../cards/card-text.ts'
import { clip } from '../../cards/clip.ts'
import { readTerms } from './read-terms.ts'
import type { ReadTerms, TermCase } from './read-terms.ts'
import { dueWords as say } from './wording.ts'

const LONGEST_NAME = 60
const LONGEST_TERM = 200

/** What a computed day is made from. */
export interface DueInput {
  entry: Entry
  /** The day on which it is handed in. */
  filedOn: LocalDate
  day: LocalDate
  calendar: WorkingCalendar
}

/** The day on which something is ready when it is handed in on `filedOn`; null when nothing is known of its time. */
export function dueCard(input: DueInput): Card | null {
  const { entry, filedOn, day } = input
  const value = currentValue(entry, 'duration', day)
  if (value === undefined) return null
  const terms = readTerms(value.text)
  const written = clip(fullLines(value).join(' '), LONGEST_TERM)
  const body = terms === null ? [say.notCounted(written), say.slip] : bodyOf(input, terms, written)
  const title = say.title(clip(entry.shortTitle, LONGEST_NAME), spoken(filedOn))
  const source = sourceLine({
    ...input,
    aspects: ['duration'],
    replacedCode: null,
    page: 1,
    ratingFor: null,
  })
  const build = (lines: readonly string[]): Card => ({
    title,
    paragraphs: [lines, [...(terms === null ? [] : [say.expectation]), source]],
    buttons: buttonsOf(entry),
  })
  let lines = body
  while (lines.length > 2 && renderPlain(build(lines)).normalize('NFC').length > FIRST_SCREEN) {
    lines = lines.slice(0, -1)
  }
  return build(lines)
}

function bodyOf(input: DueInput, terms: ReadTerms, written: string): string[] {
  const { filedOn, calendar } = input
  const { cases, cutOffHour, additions } = terms
  const from = receivedOn(filedOn, calendar)
  const next = calendar.addWorkingDays(from, 1)
  const [only] = cases
  const last = lastDue(cases, 'working-days', input) ?? from
  const isMoved = cases.some(
    ({ term }) => term.kind === 'days' && endsOnDayOff(term.max, from, calendar),
  )
  return [
    ...(cases.length === 1 && only !== undefined
      ? [singleLine(only, filedOn, calendar), say.term(written)]
      : cases.map((one) => say.case(one.label, daysOf(one.term, filedOn, calendar)))),
    ...(cutOffHour === null ? [] : [say.late(cutOffHour, spoken(next))]),
    ...(from === filedOn ? [] : [say.received(spoken(filedOn), spoken(from))]),
    ...skippedLine(from, last, calendar),
    ...(isMoved ? [say.moved] : []),
    ...additions.map(say.addition),
  ]
}

/** The latest day of the cases of one kind; null when there is none of it. */
const lastDue = (
  cases: readonly TermCase[],
  kind: Term['kind'],
  { filedOn, calendar }: DueInput,
): LocalDate | null =>
  cases
    .filter(({ term }) => term.kind === kind)
    .map(({ term }) => dueDay(term, filedOn, calendar))
    .toSorted()
    .at(-1) ?? null

const endsOnDayOff = (days: number, from: LocalDate, calendar: WorkingCalendar): boolean =>
  !calendar.isWorkingDay(addDays(from, days))

const singleLine = ({ term }: TermCase, filedOn: LocalDate, calendar: WorkingCalendar): string =>
  term.kind === 'same-day'
    ? say.within(spoken(dueDay(term, filedOn, calendar)))
    : term.min < term.max
      ? say.between(...spanOf(term, filedOn, calendar))
      : say.by(spoken(dueDay(term, filedOn, calendar)))

function daysOf(term: Term, filedOn: LocalDate, calendar: WorkingCalendar): string {
  if (term.kind === 'same-day' || term.min === term.max) {
    return spoken(dueDay(term, filedOn, calendar))
  }
  const [from, to] = spanOf(term, filedOn, calendar)
  return from === to ? to : say.span(from, to)
}

/** First and last day of a range. */
const spanOf = (
  term: Exclude<Term, { kind: 'same-day' }>,
  filedOn: LocalDate,
  calendar: WorkingCalendar,
): [string, string] => [
  spoken(dueDay({ ...term, max: term.min }, filedOn, calendar)),
  spoken(dueDay(term, filedOn, calendar)),
]

/** The days that were passed over on the way. */
function skippedLine(from: LocalDate, to: LocalDate, calendar: WorkingCalendar): string[] {
  const { weekend, holidays } = daysOffBetween(from, to, calendar)
  const named = holidays.map(({ on, name, isTentative }) =>
    say.skippedHoliday(spoken(on, true), name, isTentative),
  )
  const weekends =
    weekend.length === 0 ? [] : [say.skippedWeekends(weekend.map((on) => spoken(on, true)))]
  const what = [...named, ...weekends]
  return what.length === 0 ? [] : [say.skipped(what)]
}

/** `thứ Ba 24/11/2026`, or without the year. */
const spoken = (on: LocalDate, isShort = false): string =>
  `${say.weekday(weekdayOf(on))} ${formatLocalDate(on).slice(0, isShort ? 5 : 10)}`

function buttonsOf({ id }: Entry): Button[] {
  const aspects: readonly Aspect[] = ['components', 'place_hours', 'duration']
  return aspects
    .flatMap((aspect) => {
      const action = encodeAction({ kind: 'show', entryId: id, aspects: [aspect], page: 1 })
      return action === null ? [] : [{ label: ASPECT_WORDS[aspect].button, action }]
    })
    .concat(peopleButton)
}
