import type { Selectable } from 'kysely'
import type { EntryRecord, Revision, RevisionEntry } from '../../knowledge/index.ts'
import type { Database } from './schema.ts'

export const toRevision = (row: Selectable<Database['revisions']>): Revision => ({
  id: row.id,
  number: row.number,
  state: row.state,
  kind: row.kind,
  baseId: row.base_id,
  label: row.label,
  summary: JSON.parse(row.summary) as Revision['summary'],
  createdAt: row.created_at,
  publishedAt: row.published_at,
})

export type RevisionEntryRow = Pick<
  Selectable<Database['revision_entries']>,
  'entry_id' | 'version_id' | 'state' | 'layer'
> & { record: string }

export const toRevisionEntry = (row: RevisionEntryRow): RevisionEntry => ({
  entryId: row.entry_id,
  versionId: row.version_id,
  state: row.state,
  layer: row.layer,
  record: JSON.parse(row.record) as EntryRecord,
})
