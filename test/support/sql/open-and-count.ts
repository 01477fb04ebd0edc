import { createRevisionStore, openDatabase } from '../../../adapters/sql/index.ts'
import { systemClock } from '../../../core/index.ts'

/**
 * A process of its own: opens (and so migrates) the database of the first argument, then adds one to a counter
 * as often as the second says. Prints the migrations that it ran.
 */
const [target = '', times = '0'] = process.argv.slice(2)
const database = await openDatabase(JSON.parse(target), { clock: systemClock })
const store = createRevisionStore(database)
for (let i = 0; i < Number(times); i += 1) {
  await database.transact(async () => {
    // Locks the row, where beginning has not locked everything.
    const { value } = await database
      .db()
      .updateTable('meta')
      .set((e) => ({ value: e.ref('value') }))
      .where('key', '=', 'count')
      .returning('value')
      .executeTakeFirstOrThrow()
    await store.writeMeta('count', String(Number(value) + 1))
  })
}
await database.close()
console.log(JSON.stringify(database.migrated))
