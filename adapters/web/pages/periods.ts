import type { LocalDate } from '../../../core/index.ts'
import { currentValue, type Entry, type Value, type ValueSlot } from '../../../knowledge/index.ts'

/** What holds for one slot from a day on. */
export interface Period {
  from: LocalDate
  value: Value
}

/**
 * What holds for `slot` on `day`, and every change after it that is known already.
 * @returns `now` null when nothing holds on `day`; `endedOn` the last day of what held before, when known
 */
export function periodsOf(
  entry: Entry,
  slot: ValueSlot,
  day: LocalDate,
): { now: Value | null; later: readonly Period[]; endedOn: LocalDate | null } {
  const values = entry.values[slot] ?? []
  const changes = values
    .flatMap((value) => [value.validFrom ?? '', value.validTo ? dayAfter(value.validTo) : ''])
    .filter((from) => from > day)
    .toSorted()
  const now = currentValue(entry, slot, day) ?? null
  const later: Period[] = []
  let before: Value | null = now
  for (const from of changes) {
    const value = currentValue(entry, slot, from) ?? null
    if (value !== null && value !== before) later.push({ from, value })
    before = value
  }
  const ended = values.flatMap(({ validTo }) => (validTo && validTo < day ? [validTo] : []))
  return { now, later, endedOn: now === null ? (ended.toSorted().at(-1) ?? null) : null }
}

const dayAfter = (day: LocalDate): LocalDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
