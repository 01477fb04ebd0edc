import { versionIdOf } from '../import/canonical.ts'
import type { EntryRecord } from '../entry.ts'

/** Stands between an entry's id and the mark of a quarantined record; no id of an entry has it. */
const MARK = '~'

/** Where a quarantined record is kept beside the entry that it may replace: `1.001193~0f3a99c1`. */
export const quarantineIdOf = (entryId: string, record: EntryRecord): string =>
  `${entryId}${MARK}${versionIdOf(entryId, record).slice(0, 8)}`

/** The id of the entry that a quarantined record is about; null for an id that is no quarantine id. */
export function entryIdOf(quarantineId: string): string | null {
  const at = quarantineId.lastIndexOf(MARK)
  return at < 0 ? null : quarantineId.slice(0, at)
}
