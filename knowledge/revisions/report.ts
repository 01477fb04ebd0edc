import type { FieldChange } from '../import/merge.ts'
import type { Rejection } from '../import/problem.ts'
import type { EntryRecord } from '../entry.ts'
import type { EntryState, Layer } from './store.ts'

/** How many records of an import ended how; `read` is the sum of all but `removed`. */
export interface ImportCounts {
  read: number
  added: number
  changed: number
  unchanged: number
  /** Records read that end an entry. */
  retired: number
  quarantined: number
  /** Entries of the local layer that the input lacks, under `replace`. */
  removed: number
}

/** What an import did. `rejected` holds one item per record that was not accepted. */
export interface ImportReport extends ImportCounts {
  /** The current number after it; null while the result is a draft, or was only tried out. */
  revision: number | null
  /** The draft to publish or discard; null when it was published, or nothing changed. */
  draft: string | null
  rejected: readonly Rejection[]
}

export interface ImportOptions {
  /** For people: the files it came from. */
  label: string
  /** Removes current local entries that the input lacks. Entries that shipped stay. */
  replace?: boolean
  /** Only counts; writes nothing. */
  dryRun?: boolean
  /** Publishes the draft at once. */
  publish?: boolean
}

/** A line of a list of entries. */
export interface EntryHeader {
  id: string
  code: string | null
  title: string
  kind: string
  field: string | null
  state: EntryState
  layer: Layer
}

/** An entry as an administrator looks at it. */
export interface EntryDetail extends EntryHeader {
  record: EntryRecord
}

/** Differences between two revisions; `fields` as they were and as they are. */
export interface RevisionDiff {
  from: string
  to: string
  added: readonly EntryHeader[]
  removed: readonly EntryHeader[]
  retired: readonly EntryHeader[]
  quarantined: readonly EntryHeader[]
  changed: readonly (EntryHeader & { fields: readonly FieldChange[] })[]
}

/** A record that waits for a person, and why. */
export interface QuarantinedRecord {
  /** Names this record; ends with a mark of its content. */
  id: string
  entryId: string
  title: string
  reason: string
  record: EntryRecord
}
