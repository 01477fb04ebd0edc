import type { EntryRecord } from '../entry.ts'
import { canonicalJson, isEmptyValue } from './canonical.ts'

/** How one field differs between two records; an absent or empty field is null. */
export interface FieldChange {
  field: string
  before: unknown
  after: unknown
}

/**
 * Lays `incoming` over `current`: a key that it lacks keeps the current value, an empty one empties it.
 * `values` are laid over slot by slot, so that a file with only "Nơi nộp" leaves the fee alone.
 */
export function mergeRecords(current: EntryRecord | undefined, incoming: EntryRecord): EntryRecord {
  if (current === undefined) return incoming
  const merged: Record<string, unknown> = { ...current, ...incoming }
  const before = current['values']
  const after = incoming['values']
  if (isGroup(before) && isGroup(after)) merged['values'] = { ...before, ...after }
  return merged
}

/** The fields in which two records say different things; the order of keys and empty fields say nothing. */
export function changedFields(before: EntryRecord, after: EntryRecord): FieldChange[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  const changes: FieldChange[] = []
  for (const field of keys) {
    const old = saying(before[field])
    const young = saying(after[field])
    if (canonicalJson(old) !== canonicalJson(young)) {
      changes.push({ field, before: old, after: young })
    }
  }
  return changes
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const saying = (value: unknown): unknown =>
  value === undefined || isEmptyValue(value) ? null : value
