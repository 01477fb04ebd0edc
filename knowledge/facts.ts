import { fillUnit, type LocalDate, type UnitProfile } from '../core/index.ts'
import type { Confidence, Entry, ValueSlot } from './entry.ts'

/** One statement that citizens may be told, with where it comes from (sự kiện). */
export interface Fact {
  entryId: string
  title: string
  slot: ValueSlot
  /** In one line; items are separated by ` · `. */
  value: string
  /** '' only where the entry has none either. */
  source: string
  confidence: Confidence
  checkedOn: LocalDate | null
  validFrom: LocalDate | null
  validTo: LocalDate | null
  doubt: string | null
}

/**
 * Every value of every entry, ordered by entry and slot; what is repealed is left out.
 * @param unit whose data stand where texts have tokens
 */
export const factsOf = (entries: readonly Entry[], unit: UnitProfile): Fact[] =>
  entries
    .filter(({ isRepealed }) => !isRepealed)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((entry) =>
      (Object.entries(entry.values) as [ValueSlot, NonNullable<Entry['values'][ValueSlot]>][])
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([slot, values]) =>
          values.map(({ text, provenance, validFrom, validTo, doubt }) => ({
            entryId: entry.id,
            title: entry.shortTitle,
            slot,
            value: inOneLine(fillUnit(text, unit)),
            source: provenance.source || entry.provenance.source,
            confidence: provenance.confidence,
            checkedOn: provenance.checkedOn,
            validFrom: validFrom ?? null,
            validTo: validTo ?? null,
            doubt: doubt === undefined ? null : fillUnit(doubt, unit),
          })),
        ),
    )

const inOneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*-\s+/, '').trim())
    .filter((line) => line !== '')
    .join(' · ')
