import type { RevisionStore } from '../../knowledge/index.ts'
import type { SqlDatabase } from './database.ts'
import { lockRevisions } from './revision-lock.ts'

/** Rows a transaction: a write transaction should stay well below 50 ms. */
const ROWS_PER_DELETE = 500

/** Deletes in many short transactions; stopped midway, the next call goes on where it was. */
export function createRevisionPruning(database: SqlDatabase): RevisionStore['prune'] {
  return async (before) => {
    const discarded = await discardOldDrafts(database, before)
    for (const { id } of discarded) await deleteRevision(database, id)
    return { revisions: discarded.length, versions: await deleteOrphans(database) }
  }
}

async function discardOldDrafts({ db, transact }: SqlDatabase, before: string) {
  return transact(async () => {
    await lockRevisions(db())
    await db()
      .updateTable('revisions')
      .set({ state: 'discarded' })
      .where('state', '=', 'draft')
      .where('created_at', '<', before)
      .execute()
    return db().selectFrom('revisions').select('id').where('state', '=', 'discarded').execute()
  })
}

async function deleteRevision({ db, transact }: SqlDatabase, revisionId: string): Promise<void> {
  const deleteSome = (): Promise<bigint> =>
    transact(async () => {
      await lockRevisions(db())
      const { numDeletedRows } = await db()
        .deleteFrom('revision_entries')
        .where('revision_id', '=', revisionId)
        .where('entry_id', 'in', (e) =>
          e
            .selectFrom('revision_entries as some')
            .select('some.entry_id')
            .where('some.revision_id', '=', revisionId)
            .limit(ROWS_PER_DELETE),
        )
        .executeTakeFirst()
      return numDeletedRows
    })
  while ((await deleteSome()) > 0n);
  await db().deleteFrom('revisions').where('id', '=', revisionId).execute()
}

/** Goes through all contents in the order of their ids; returns how many it deleted. */
async function deleteOrphans({ db, transact }: SqlDatabase): Promise<number> {
  let deleted = 0
  for (let after = ''; ;) {
    const page = await db()
      .selectFrom('entry_versions')
      .select('id')
      .where('id', '>', after)
      .orderBy('id')
      .limit(ROWS_PER_DELETE)
      .execute()
    const last = page.at(-1)?.id
    if (last === undefined) return deleted
    const { numDeletedRows } = await transact(async () => {
      await lockRevisions(db())
      return db()
        .deleteFrom('entry_versions')
        .where('id', '>', after)
        .where('id', '<=', last)
        .where((e) =>
          e.not(
            e.exists(
              e
                .selectFrom('revision_entries')
                .select('revision_entries.version_id')
                .whereRef('revision_entries.version_id', '=', 'entry_versions.id'),
            ),
          ),
        )
        .executeTakeFirst()
    })
    deleted += Number(numDeletedRows)
    after = last
  }
}
