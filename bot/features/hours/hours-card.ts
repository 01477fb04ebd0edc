import {
  addDays,
  formatLocalDate,
  formatOpeningHours,
  formatSessions,
  holidayTaking,
  officeName,
  sessionsOn,
  weekdayOf,
} from '../../../core/index.ts'
import type {
  Card,
  LocalDate,
  OfficeKind,
  OpeningHours,
  UnitProfile,
  WorkSession,
  WorkingCalendar,
} from '../../../core/index.ts'
import { talkCard } from '../../cards/plain-cards.ts'
import { hoursWords as say } from './wording.ts'

/** The part of a day that is asked about. */
export type DayPart = 'morning' | 'afternoon' | null

/** What a card about opening hours is made from. */
export interface HoursInput {
  unit: UnitProfile
  office: OfficeKind
  calendar: WorkingCalendar
  day: LocalDate
}

const NOON = '12:00'
const SATURDAY = 6
/** A holiday so many days ahead is told with the week. */
const DAYS_AHEAD = 14
const MOST_DAYS_CLOSED = 20

/** The usual week of an office, and the next holiday; says so when its hours are not known. */
export function weekCard(input: HoursInput): Card {
  const { unit, office, calendar, day } = input
  const name = officeName(unit, office)
  const { hours } = unit.offices[office]
  const holiday = calendar.holidayWithin(day, DAYS_AHEAD)
  const ahead =
    holiday === null
      ? []
      : [say.holidayAhead(spoken(holiday.on), holiday.name, holiday.isTentative)]
  if (hours === null) {
    return cardOf(say.unknown(name), [say.usual, ...ahead], input, [say.calendarSource])
  }
  return cardOf(say.week(name), [upper(formatOpeningHours(hours)), ...ahead], input)
}

/** Whether an office with known hours is open on a day; a holiday wins over a usual opening day. */
export function dayHoursCard(
  input: HoursInput,
  hours: OpeningHours,
  on: LocalDate,
  part: DayPart,
): Card {
  const { unit, office, calendar } = input
  const name = officeName(unit, office)
  const sessions = openSessions(hours, on, calendar)
  const asked = sessions.filter((session) => isIn(session, part))
  const saturday = weekdayOf(on) === SATURDAY ? [say.saturday] : []
  if (asked.length > 0) {
    return cardOf(say.open(name, spoken(on), formatSessions(asked)), saturday, input)
  }
  if (sessions.length > 0 && part !== null) {
    const title = say.partClosed(name, say[part], spoken(on))
    const lines = [
      say.otherSessions(upper(spoken(on)), formatSessions(sessions)),
      ...nextLine(hours, on, calendar),
    ]
    return cardOf(title, lines, input)
  }
  const holiday = holidayTaking(calendar, on)
  const isWorked = calendar.isWorkingDay(on)
  const isSwapped = !isWorked && holiday === null && sessionsOn(hours, on).length > 0
  const why = [
    ...(holiday === null ? [] : [say.because(holiday.name)]),
    ...(isSwapped && weekdayOf(on) % SATURDAY !== 0 ? [say.swapped] : []),
    ...(isWorked && sessionsOn(hours, on).length === 0 ? [say.workedInstead] : []),
  ]
  return cardOf(say.closed(name, spoken(on)), [...why, ...nextLine(hours, on, calendar)], input)
}

/** The sessions that are really worked: none on a holiday and on weekdays given free. */
function openSessions(
  hours: OpeningHours,
  on: LocalDate,
  calendar: WorkingCalendar,
): WorkSession[] {
  const isWeekend = [0, SATURDAY].includes(weekdayOf(on))
  const isFree = holidayTaking(calendar, on) !== null || (!isWeekend && !calendar.isWorkingDay(on))
  return isFree ? [] : sessionsOn(hours, on)
}

const isIn = ({ opensAt }: WorkSession, part: DayPart): boolean =>
  part === null || (part === 'morning') === opensAt < NOON

/** The next day on which it is open. */
function nextLine(hours: OpeningHours, after: LocalDate, calendar: WorkingCalendar): string[] {
  for (let ahead = 1; ahead <= MOST_DAYS_CLOSED; ahead += 1) {
    const on = addDays(after, ahead)
    const sessions = openSessions(hours, on, calendar)
    if (sessions.length > 0) return [say.next(spoken(on), formatSessions(sessions))]
  }
  return []
}

function cardOf(
  title: string,
  lines: readonly string[],
  { unit, office }: HoursInput,
  sources?: readonly string[],
): Card {
  const { phone, address } = unit.offices[office]
  const on = unit.updatedOn === null ? null : formatLocalDate(unit.updatedOn)
  return talkCard({
    title,
    lines: [
      ...lines,
      ...(address === null ? [] : [say.address(address)]),
      phone === null ? say.askThere : say.phone(phone),
      ...(sources ?? [say.source(unit.name ?? say.anyUnit, on)]),
    ],
  })
}

const spoken = (on: LocalDate): string => say.weekday(weekdayOf(on), formatLocalDate(on))

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
