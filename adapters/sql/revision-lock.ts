import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'

/**
 * Keeps other writers of revisions out until the transaction ends: without it, pruning could delete
 * a content that a draft being filled is about to name. A row, because rows lock alike on both databases.
 */
export async function lockRevisions(db: Kysely<Database>): Promise<void> {
  await db
    .insertInto('meta')
    .values({ key: 'revisions_lock', value: '' })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: '' }))
    .execute()
}
