import type { SqlDatabase } from './database.ts'

/** The row of `meta` that names the published revision. */
export const POINTER = 'current_revision'

/** Points at the draft if the pointer is still at the draft's base; false when it moved meanwhile. */
export async function movePointer({ db }: SqlDatabase, draftId: string): Promise<boolean> {
  const { base_id: baseId } = await db()
    .selectFrom('revisions')
    .select('base_id')
    .where('id', '=', draftId)
    .executeTakeFirstOrThrow()
  if (baseId === null) {
    const { numInsertedOrUpdatedRows } = await db()
      .insertInto('meta')
      .values({ key: POINTER, value: draftId })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await db()
    .updateTable('meta')
    .set({ value: draftId })
    .where('key', '=', POINTER)
    .where('value', '=', baseId)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** @returns the number given to the revision: one more than the highest so far */
export async function markPublished(
  { db }: SqlDatabase,
  draftId: string,
  at: string,
): Promise<number> {
  const { highest } = await db()
    .selectFrom('revisions')
    .select((e) => e.fn.max('number').as('highest'))
    .executeTakeFirstOrThrow()
  const number = (highest ?? 0) + 1
  await db()
    .updateTable('revisions')
    .set({ state: 'published', number, published_at: at })
    .where('id', '=', draftId)
    .execute()
  return number
}
