import {
  addDays,
  formatLocalDate,
  weekdayOf,
  type Button,
  type Card,
  type LocalDate,
  type WorkingCalendar,
} from '../../core/index.ts'
import { alertWording as say } from './wording.ts'

/** A reminder of a task to the official who leads it (nhắc hạn). What is not known is left out of the card. */
export interface DeadlineAlert {
  /** What has to be done, and for whom. */
  task: string
  /** The document that asks for it, and its words. */
  basis: { document: string | null; quote: string } | null
  /** The last day on which it is in time. */
  dueOn: LocalDate
  /** The rule said "before" this day: the last day is the one before. */
  beforeOn: LocalDate | null
  lead: string | null
  supporting: readonly string[]
  /** Where it is handed in. */
  handIn: string | null
  /** What the assistant has prepared: figures up to a day, how many fields are left to fill. */
  draft: { figuresTo: LocalDate; openFields: number } | null
  /** Who is told when it is not done, and on which day. */
  escalation: { on: LocalDate; to: string } | null
  /** What the official can do; each has a typed form. */
  buttons: readonly Button[]
}

/** The card of one alert, as of `day`: says before it does who will be told, and when. */
export function deadlineAlertCard(
  alert: DeadlineAlert,
  day: LocalDate,
  calendar: WorkingCalendar,
): Card {
  const { dueOn, basis, lead, supporting, handIn, draft, escalation } = alert
  const sendBy = lastWorkingDay(dueOn, calendar)
  const left = workingDaysUntil(day, sendBy, calendar)
  const lines = [
    say.task(alert.task),
    basis === null ? null : say.basis(basis.document, basis.quote),
    say.due(spoken(dueOn), sendBy === dueOn ? null : spoken(sendBy)),
    reasonOf(alert, sendBy),
    lead === null ? null : say.people(lead, supporting),
    handIn === null ? null : say.handIn(handIn),
    draft === null ? null : say.draft(short(draft.figuresTo), draft.openFields),
  ].filter((line) => line !== null)
  return {
    title: left < 0 ? say.late(-left) : say.left(left),
    paragraphs: [
      lines,
      ...(escalation === null ? [] : [[say.escalation(spoken(escalation.on), escalation.to)]]),
    ],
    buttons: alert.buttons,
  }
}

/** Why the day is this one: "before" and a day off both surprise people. */
function reasonOf({ dueOn, beforeOn }: DeadlineAlert, sendBy: LocalDate): string | null {
  const reasons = [
    beforeOn === null ? null : say.before(dayOf(beforeOn), dayOf(dueOn)),
    sendBy === dueOn ? null : say.fallsOn(...spoken(dueOn)),
  ].filter((reason) => reason !== null)
  return reasons.length === 0 ? null : say.because(reasons.join('; '))
}

/** The day itself, or the last working day before it. */
function lastWorkingDay(day: LocalDate, calendar: WorkingCalendar): LocalDate {
  let found = day
  while (!calendar.isWorkingDay(found)) found = addDays(found, -1)
  return found
}

/** How many working days come after `from` up to and with `to`; below zero when `to` is past. */
function workingDaysUntil(from: LocalDate, to: LocalDate, calendar: WorkingCalendar): number {
  if (to < from) return -workingDaysUntil(to, from, calendar)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (calendar.isWorkingDay(day)) count += 1
  }
  return count
}

const short = (day: LocalDate): string => formatLocalDate(day).slice(0, 5)
const dayOf = (day: LocalDate): number => Number(day.slice(8))
const spoken = (day: LocalDate): [number, string] => [weekdayOf(day), short(day)]
