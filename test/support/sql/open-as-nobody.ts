import { createRequire } from 'node:module'
import { openDatabase } from '../../../adapters/sql/index.ts'
import { Failure, systemClock, toError } from '../../../core/index.ts'

/**
 * A process of its own: opens the SQLite file of the first argument as an account without rights, and prints
 * how that failed. What root alone may read (the program) is loaded before the rights are given up.
 */
const [file = ''] = process.argv.slice(2)
const SqliteFile = createRequire(import.meta.url)('better-sqlite3') as new (file: string) => {
  close(): void
}
new SqliteFile(':memory:').close()
const NOBODY = 65_534
process.setegid?.(NOBODY)
process.seteuid?.(NOBODY)
try {
  const database = await openDatabase({ kind: 'sqlite', file }, { clock: systemClock })
  await database.close()
  console.log(JSON.stringify({ kind: 'opened' }))
} catch (thrown) {
  const kind = thrown instanceof Failure ? thrown.kind : 'bug'
  console.log(JSON.stringify({ kind, message: toError(thrown).message }))
}
