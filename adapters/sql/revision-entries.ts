import { sql } from 'kysely'
import type { Instant } from '../../core/index.ts'
import type { Member, RevisionEntry } from '../../knowledge/index.ts'
import type { SqlDatabase } from './database.ts'
import { toRevisionEntry } from './revision-rows.ts'
import type { RevisionEntryRow } from './revision-rows.ts'

/** Rows a read: one read of a whole revision would hold the event loop. */
const ROWS_PER_READ = 500
/** Rows without contents a read. */
const MEMBERS_PER_READ = 2_000

const select = (database: SqlDatabase, revisionId: string) =>
  database
    .db()
    .selectFrom('revision_entries')
    .innerJoin('entry_versions', 'entry_versions.id', 'revision_entries.version_id')
    .where('revision_entries.revision_id', '=', revisionId)
    .select([
      'revision_entries.entry_id',
      'revision_entries.version_id',
      'revision_entries.state',
      'revision_entries.layer',
      'entry_versions.record',
    ])

/** All entries of a revision, ordered by id. */
export async function readEntries(
  database: SqlDatabase,
  revisionId: string,
): Promise<RevisionEntry[]> {
  const rows: RevisionEntryRow[] = []
  for (;;) {
    const page = await select(database, revisionId)
      .where('revision_entries.entry_id', '>', rows.at(-1)?.entry_id ?? '')
      .orderBy('revision_entries.entry_id')
      .limit(ROWS_PER_READ)
      .execute()
    rows.push(...page)
    if (page.length < ROWS_PER_READ) return rows.map(toRevisionEntry)
  }
}

/** Which version of each entry a revision has, ordered by id. */
export async function readMembers({ db }: SqlDatabase, revisionId: string): Promise<Member[]> {
  const members: Member[] = []
  for (;;) {
    const page = await db()
      .selectFrom('revision_entries')
      .where('revision_id', '=', revisionId)
      .where('entry_id', '>', members.at(-1)?.entryId ?? '')
      .select(['entry_id as entryId', 'version_id as versionId', 'state'])
      .orderBy('entry_id')
      .limit(MEMBERS_PER_READ)
      .execute()
    members.push(...page)
    if (page.length < MEMBERS_PER_READ) return members
  }
}

/** Contents as they are stored. */
export async function readContents(
  { db }: SqlDatabase,
  versionIds: readonly string[],
): Promise<Map<string, string>> {
  if (versionIds.length === 0) return new Map()
  const rows = await db()
    .selectFrom('entry_versions')
    .where('id', 'in', versionIds)
    .select(['id', 'record'])
    .execute()
  return new Map(rows.map(({ id, record }) => [id, record]))
}

export async function readEntry(
  database: SqlDatabase,
  revisionId: string,
  entryId: string,
): Promise<RevisionEntry | null> {
  const row = await select(database, revisionId)
    .where('revision_entries.entry_id', '=', entryId)
    .executeTakeFirst()
  return row ? toRevisionEntry(row) : null
}

/** Stores contents that are not there yet and the draft's memberships; one row per entry id. */
export async function insertEntries(
  { db }: SqlDatabase,
  draftId: string,
  entries: readonly RevisionEntry[],
  at: Instant,
): Promise<void> {
  await db()
    .insertInto('entry_versions')
    .values(
      entries.map((entry) => ({
        id: entry.versionId,
        entry_id: entry.entryId,
        record: JSON.stringify(entry.record),
        created_at: at,
      })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  await db()
    .insertInto('revision_entries')
    .values(
      entries.map((entry) => ({
        revision_id: draftId,
        entry_id: entry.entryId,
        version_id: entry.versionId,
        state: entry.state,
        layer: entry.layer,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['revision_id', 'entry_id']).doUpdateSet((e) => ({
        version_id: e.ref('excluded.version_id'),
        state: e.ref('excluded.state'),
        layer: e.ref('excluded.layer'),
      })),
    )
    .execute()
}

/** One INSERT … SELECT: 4,500 memberships take about 10 ms on SQLite. */
export async function copyMemberships(
  { db }: SqlDatabase,
  fromId: string,
  draftId: string,
): Promise<void> {
  await db()
    .insertInto('revision_entries')
    .columns(['revision_id', 'entry_id', 'version_id', 'state', 'layer'])
    .expression((e) =>
      e
        .selectFrom('revision_entries')
        .select([
          sql<string>`cast(${draftId} as text)`.as('revision_id'),
          'entry_id',
          'version_id',
          'state',
          'layer',
        ])
        .where('revision_id', '=', fromId),
    )
    .onConflict((conflict) => conflict.columns(['revision_id', 'entry_id']).doNothing())
    .execute()
}
