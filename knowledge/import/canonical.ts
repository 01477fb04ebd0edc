import { createHash } from 'node:crypto'
import type { EntryRecord } from '../entry.ts'

/** JSON with the keys of every group in one order, so that equal contents are equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )
}

/** True for what says "empty": null, an empty text, list or group. */
export const isEmptyValue = (value: unknown): boolean =>
  value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0)

/** The hash over entry id and record: equal contents have equal ids. */
export const versionIdOf = (entryId: string, record: EntryRecord): string =>
  createHash('sha256')
    .update(canonicalJson([entryId, record]))
    .digest('hex')
