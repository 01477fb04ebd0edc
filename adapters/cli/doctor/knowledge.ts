import { localDateOf, type LocalDate } from '../../../core/index.ts'
import { currentValue, type Entry, type Value, type ValueSlot } from '../../../knowledge/index.ts'

/** How good and how fresh the published knowledge is. */
export interface KnowledgeState {
  revision: number
  entryCount: number
  /** Ids of entries that say nothing any more about something they used to say: every value of it has ended. */
  expired: readonly string[]
  /** Entries with a current value of low confidence. */
  doubtful: number
  /** Entries with a current value that nobody compared with its source for `UNCHECKED_DAYS`, or ever. */
  unchecked: number
}

const UNCHECKED_DAYS = 180

/** Judges entries in force at `now`; repealed ones need no care. */
export function examineKnowledge(
  revision: number,
  entries: readonly Entry[],
  now: Date,
): KnowledgeState {
  const day = localDateOf(now)
  const checkedSince = localDateOf(new Date(now.getTime() - UNCHECKED_DAYS * 86_400_000))
  const inForce = entries.filter((entry) => !entry.isRepealed && !isReplaced(entry, day))
  const hasCurrent = (entry: Entry, test: (value: Value) => boolean): boolean =>
    slotsOf(entry).some((slot) => {
      const value = currentValue(entry, slot, day)
      return value !== undefined && test(value)
    })
  return {
    revision,
    entryCount: entries.length,
    expired: inForce.filter((entry) => hasExpired(entry, day)).map((entry) => entry.id),
    doubtful: inForce.filter((entry) =>
      hasCurrent(entry, ({ provenance }) => provenance.confidence === 'low'),
    ).length,
    unchecked: inForce.filter((entry) =>
      hasCurrent(entry, ({ provenance }) => (provenance.checkedOn ?? '') < checkedSince),
    ).length,
  }
}

/** It ended, and asking for it leads to what replaced it. */
const isReplaced = ({ validTo, replacedBy }: Entry, day: LocalDate): boolean =>
  replacedBy !== null && validTo !== null && validTo < day

const slotsOf = (entry: Entry): ValueSlot[] => Object.keys(entry.values) as ValueSlot[]

const hasExpired = (entry: Entry, day: LocalDate): boolean =>
  (entry.validTo !== null && entry.validTo < day) ||
  slotsOf(entry).some((slot) => {
    const values = entry.values[slot] ?? []
    return values.length > 0 && values.every((value) => (value.validTo ?? '9999') < day)
  })
