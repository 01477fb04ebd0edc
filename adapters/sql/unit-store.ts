import { readUnit, toUnitRecord, type UnitStore } from '../../knowledge/index.ts'
import type { SqlDatabase } from './database.ts'

/** The row of `meta`. */
const NAME = 'unit'

/** Keeps the unit that an administrator saved, as one JSON text. */
export const createUnitStore = ({ db }: SqlDatabase): UnitStore => ({
  async load() {
    const query = db().selectFrom('meta').select('value').where('key', '=', NAME)
    const row = await query.executeTakeFirst()
    return row === undefined ? null : readUnit(JSON.parse(row.value)).unit
  },
  async save(unit) {
    const value = JSON.stringify(toUnitRecord(unit))
    await db()
      .insertInto('meta')
      .values({ key: NAME, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute()
  },
  async clear() {
    await db().deleteFrom('meta').where('key', '=', NAME).execute()
  },
})
