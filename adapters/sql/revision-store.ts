import { Failure } from '../../core/index.ts'
import type { RevisionStore } from '../../knowledge/index.ts'
import type { SqlDatabase } from './database.ts'
import {
  copyMemberships,
  insertEntries,
  readContents,
  readEntries,
  readEntry,
  readMembers,
} from './revision-entries.ts'
import { lockRevisions } from './revision-lock.ts'
import { createRevisionPruning } from './revision-pruning.ts'
import { markPublished, movePointer, POINTER } from './revision-publishing.ts'
import { toRevision } from './revision-rows.ts'
import { wording } from './wording.ts'

const MAX_ENTRIES_PER_CALL = 500
/** Entries a transaction: 500 of 5 kB were seen to hold SQLite for 50 ms. A draft is out of sight, so parts are safe. */
const ENTRIES_PER_TRANSACTION = 125

export function createRevisionStore(database: SqlDatabase): RevisionStore {
  const { db, transact } = database

  /** Runs `work` with all other writers of revisions kept out, if the draft is open. */
  const inOpenDraft = <T>(
    draftId: string,
    work: () => Promise<T>,
    otherwise: () => T,
  ): Promise<T> =>
    transact(async () => {
      await lockRevisions(db())
      const draft = await db()
        .selectFrom('revisions')
        .select('id')
        .where('id', '=', draftId)
        .where('state', '=', 'draft')
        .executeTakeFirst()
      return draft ? work() : otherwise()
    })
  const refuse = (): never => {
    throw new Failure('conflict', wording.draftClosed)
  }

  return {
    async current() {
      const row = await db()
        .selectFrom('revisions')
        .innerJoin('meta', 'meta.value', 'revisions.id')
        .where('meta.key', '=', POINTER)
        .selectAll('revisions')
        .executeTakeFirst()
      return row ? toRevision(row) : null
    },
    async byId(id) {
      const rows = db().selectFrom('revisions').selectAll().where('id', '=', id)
      const row = await rows.executeTakeFirst()
      return row ? toRevision(row) : null
    },
    async byNumber(number) {
      const rows = db().selectFrom('revisions').selectAll().where('number', '=', number)
      const row = await rows.executeTakeFirst()
      return row ? toRevision(row) : null
    },
    async list(limit) {
      const rows = await db()
        .selectFrom('revisions')
        .selectAll()
        .where('state', '!=', 'discarded')
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(toRevision)
    },
    entries: (revisionId) => readEntries(database, revisionId),
    entry: (revisionId, entryId) => readEntry(database, revisionId, entryId),
    members: (revisionId) => readMembers(database, revisionId),
    contents: (versionIds) => readContents(database, versionIds),
    async createDraft(draft) {
      await db()
        .insertInto('revisions')
        .values({
          id: draft.id,
          number: null,
          state: 'draft',
          kind: draft.kind,
          base_id: draft.baseId,
          label: draft.label,
          summary: JSON.stringify(draft.summary),
          created_at: draft.createdAt,
          published_at: null,
        })
        .execute()
    },
    async addEntries(draftId, entries, at) {
      if (entries.length > MAX_ENTRIES_PER_CALL) throw new Failure('ours', wording.tooManyEntries)
      // The last one of an id wins, within a call as between calls.
      const unique = [...new Map(entries.map((entry) => [entry.entryId, entry])).values()]
      for (let from = 0; from < unique.length; from += ENTRIES_PER_TRANSACTION) {
        const part = unique.slice(from, from + ENTRIES_PER_TRANSACTION)
        await inOpenDraft(draftId, () => insertEntries(database, draftId, part, at), refuse)
      }
    },
    copyEntries: (fromId, draftId) =>
      inOpenDraft(draftId, () => copyMemberships(database, fromId, draftId), refuse),
    setSummary: (draftId, summary) =>
      inOpenDraft(
        draftId,
        () => updateDraft(database, draftId, { summary: JSON.stringify(summary) }),
        refuse,
      ),
    publish: (draftId, at) =>
      inOpenDraft<{ number: number } | 'moved' | 'gone'>(
        draftId,
        async () =>
          (await movePointer(database, draftId))
            ? { number: await markPublished(database, draftId, at) }
            : 'moved',
        () => 'gone',
      ),
    discard: (draftId) =>
      inOpenDraft(
        draftId,
        async () => {
          await updateDraft(database, draftId, { state: 'discarded' })
          return true
        },
        () => false,
      ),
    prune: createRevisionPruning(database),
    async readMeta(key) {
      const rows = db().selectFrom('meta').select('value').where('key', '=', key)
      return (await rows.executeTakeFirst())?.value ?? null
    },
    async writeMeta(key, value) {
      await db()
        .insertInto('meta')
        .values({ key, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute()
    },
  }
}

async function updateDraft(
  { db }: SqlDatabase,
  draftId: string,
  values: { summary: string } | { state: 'discarded' },
): Promise<void> {
  await db().updateTable('revisions').set(values).where('id', '=', draftId).execute()
}
