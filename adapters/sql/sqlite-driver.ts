import { accessSync, constants, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import SqliteFile from 'better-sqlite3'
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely'
import { Failure } from '../../core/index.ts'
import type { Clock } from '../../core/index.ts'
import { codeOf } from './failures.ts'
import { createMutex } from './mutex.ts'
import { wording } from './wording.ts'

/** SQLite waits inside the call and stops the event loop, so it waits briefly and we wait the rest. */
const BUSY_TIMEOUT_MS = 5
const RETRY_EVERY_MS = 20
/** About 12 seconds in all. */
const MAX_RETRIES = 500

/**
 * One connection to one file. Whoever acquires it holds it until it is released, so that statements
 * outside a transaction wait for the transaction in course instead of slipping into it.
 */
export function createSqliteDriver(file: string, clock: Clock): Driver {
  const mutex = createMutex()
  let sqlite: SqliteFile.Database | undefined
  let endTurn = (): void => {}

  const opened = (): SqliteFile.Database => {
    if (!sqlite) throw new Error('the database is closed')
    return sqlite
  }
  /** Repeats what SQLite refused only because somebody else is writing; such a refusal changed nothing. */
  const patiently = async <T>(work: () => T): Promise<T> => {
    for (let retries = 0; ; retries += 1) {
      try {
        return work()
      } catch (error) {
        if (codeOf(error) !== 'SQLITE_BUSY' || retries >= MAX_RETRIES) throw error
        await clock.sleep(RETRY_EVERY_MS)
      }
    }
  }
  const connection: DatabaseConnection = {
    executeQuery: async <R>(query: CompiledQuery) =>
      opened().inTransaction
        ? run<R>(opened(), query)
        : await patiently(() => run<R>(opened(), query)),
    streamQuery: (query, chunkSize) => stream(opened(), query, chunkSize),
  }

  return {
    async init() {
      sqlite = await patiently(() => openFile(file))
    },
    async acquireConnection() {
      endTurn = await mutex.lock()
      // SQLite answers at once: a loop over statements would never let anything else in the process run.
      await setImmediate()
      return connection
    },
    // Write transactions lock at once: taking the lock midway would fail where waiting is impossible.
    beginTransaction: (_connection, settings) =>
      patiently(() => {
        opened().exec(settings.accessMode === 'read only' ? 'BEGIN' : 'BEGIN IMMEDIATE')
      }),
    async commitTransaction() {
      opened().exec('COMMIT')
    },
    // After some errors (disk full) SQLite has rolled back by itself.
    async rollbackTransaction() {
      if (opened().inTransaction) opened().exec('ROLLBACK')
    },
    async releaseConnection() {
      endTurn()
    },
    async destroy() {
      const end = await mutex.lock()
      sqlite?.close()
      sqlite = undefined
      end()
    },
  }
}

function openFile(file: string): SqliteFile.Database {
  mkdirSync(dirname(file), { recursive: true })
  const sqlite = new SqliteFile(file, { timeout: BUSY_TIMEOUT_MS })
  try {
    // A file that may only be read opens all the same, and would fail at the first write.
    accessSync(file, constants.W_OK)
    if (sqlite.pragma('journal_mode = WAL', { simple: true }) !== 'wal') {
      throw new Failure('ours', wording.noWal(file))
    }
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  }
}

function run<R>(sqlite: SqliteFile.Database, query: CompiledQuery): QueryResult<R> {
  const statement = sqlite.prepare<unknown[], R>(query.sql)
  if (statement.reader) return { rows: statement.all(...query.parameters) }
  const { changes } = statement.run(...query.parameters)
  return { numAffectedRows: BigInt(changes), rows: [] }
}

async function* stream<R>(
  sqlite: SqliteFile.Database,
  query: CompiledQuery,
  chunkSize: number,
): AsyncIterableIterator<QueryResult<R>> {
  let rows: R[] = []
  for (const row of sqlite.prepare<unknown[], R>(query.sql).iterate(...query.parameters)) {
    rows.push(row)
    if (rows.length >= chunkSize) {
      yield { rows }
      rows = []
    }
  }
  if (rows.length > 0) yield { rows }
}
