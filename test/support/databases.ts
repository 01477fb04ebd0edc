import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import { openDatabase } from '../../adapters/sql/index.ts'
import type { DatabaseTarget, SqlDatabase } from '../../adapters/sql/index.ts'
import { systemClock } from '../../core/index.ts'
import { startPostgres } from './postgres-server.ts'
import type { PostgresServer } from './postgres-server.ts'

/** What a suite gets to run on one of the two databases. */
export interface TestDatabases {
  kind: DatabaseTarget['kind']
  /** A place where there is no database yet. */
  newTarget(): Promise<DatabaseTarget>
  /** Opens a new, migrated database, or `target` once more; closed after the test. */
  open(target?: DatabaseTarget): Promise<SqlDatabase>
}

/**
 * Runs the same suite on SQLite and on a real PostgreSQL.
 * Call it at the top of a test file; servers and folders are gone when the file has ended.
 */
export function forEachDatabase(name: string, suite: (databases: TestDatabases) => void): void {
  describe(`${name} (sqlite)`, () => {
    const newTarget = useSqlite()
    suite({ kind: 'sqlite', newTarget, open: opener(newTarget) })
  })
  describe(`${name} (postgres)`, () => {
    const newTarget = usePostgres()
    suite({ kind: 'postgres', newTarget, open: opener(newTarget) })
  })
}

/** Within a `describe`: places for SQLite databases in a temporary folder. */
export function useSqlite(): () => Promise<DatabaseTarget> {
  let folder = ''
  let files = 0
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cchc-sqlite-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return async () => {
    files += 1
    return { kind: 'sqlite', file: join(folder, `${files}.sqlite`) }
  }
}

/** Within a `describe`: empty databases on a PostgreSQL server that lives as long as the block. */
export function usePostgres(): () => Promise<DatabaseTarget> {
  let server: PostgresServer | undefined
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server?.stop())
  return async () => {
    if (!server) throw new Error('PostgreSQL is not running')
    return { kind: 'postgres', url: await server.createPlace() }
  }
}

function opener(newTarget: () => Promise<DatabaseTarget>): TestDatabases['open'] {
  const opened: SqlDatabase[] = []
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((database) => database.close()))
  })
  return async (target) => {
    const database = await openDatabase(target ?? (await newTarget()), { clock: systemClock })
    opened.push(database)
    return database
  }
}
