import type { Instant } from '../../core/index.ts'
import type { EntryRecord } from '../entry.ts'

export type EntryState = 'current' | 'retired' | 'quarantined'

/** `shipped`: came with the program; `local`: imported by an administrator of the unit. */
export type Layer = 'shipped' | 'local'

/** An entry's content within a revision. `versionId` is the hash of (entryId, record): equal content, equal id. */
export interface RevisionEntry {
  entryId: string
  versionId: string
  state: EntryState
  layer: Layer
  record: EntryRecord
}

/** Which version of an entry a revision has; what it says is read apart. */
export type Member = Pick<RevisionEntry, 'entryId' | 'versionId' | 'state'>

/** A numbered state of the whole knowledge (bản phát hành tri thức), or a draft of one. */
export interface Revision {
  id: string
  /** 1, 2, 3 …; null until published. */
  number: number | null
  state: 'draft' | 'published' | 'discarded'
  kind: 'import' | 'shipped' | 'rollback'
  /** The published revision it was compared with; null for the first. */
  baseId: string | null
  /** For people: the files it came from, or the reason. */
  label: string
  /** Counts and reasons, as JSON. */
  summary: Readonly<Record<string, unknown>>
  createdAt: Instant
  publishedAt: Instant | null
}

/** Where revisions are kept. Each call is one short transaction, or joins the caller's. */
export interface RevisionStore {
  /** The published revision that the pointer names; null in an empty store. */
  current(): Promise<Revision | null>
  byId(id: string): Promise<Revision | null>
  byNumber(number: number): Promise<Revision | null>
  /** Newest first, published ones and open drafts; discarded ones are left out. */
  list(limit: number): Promise<Revision[]>
  entries(revisionId: string): Promise<RevisionEntry[]>
  entry(revisionId: string, entryId: string): Promise<RevisionEntry | null>
  /** Ordered by entry id; some ten milliseconds for thousands. */
  members(revisionId: string): Promise<Member[]>
  /** Records as JSON by version id, at most 500 a call; those that are not stored are absent. */
  contents(versionIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  createDraft(draft: Omit<Revision, 'number' | 'state' | 'publishedAt'>): Promise<void>
  /** Adds entries to a draft; contents already stored are not stored again. At most 500 a call. */
  addEntries(draftId: string, entries: readonly RevisionEntry[], at: Instant): Promise<void>
  /** Adds to the draft the memberships of `fromId` that it does not have yet, without reading them. */
  copyEntries(fromId: string, draftId: string): Promise<void>
  setSummary(draftId: string, summary: Readonly<Record<string, unknown>>): Promise<void>
  /**
   * Makes the draft current: one pointer update, refused with `moved` when the pointer is no longer at
   * the draft's base, and with `gone` when it is not an open draft.
   */
  publish(draftId: string, at: Instant): Promise<{ number: number } | 'moved' | 'gone'>
  /** False when it was not an open draft. */
  discard(draftId: string): Promise<boolean>
  /** Deletes discarded drafts, drafts older than `before`, and contents that no revision names any more. */
  prune(before: Instant): Promise<{ revisions: number; versions: number }>
  readMeta(key: string): Promise<string | null>
  writeMeta(key: string, value: string): Promise<void>
}
