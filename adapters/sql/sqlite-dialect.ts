import { Kysely, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { Dialect, DialectAdapter } from 'kysely'
import type { Clock } from '../../core/index.ts'
import type { Engine } from './engine.ts'
import { toFailure } from './failures.ts'
import { createGuardedDriver } from './guarded-driver.ts'
import type { Database } from './schema.ts'
import { createSqliteDriver } from './sqlite-driver.ts'

/** The driver brings its own mutex, which unlike Kysely's survives a failed acquisition. */
const adapter: DialectAdapter = {
  supportsCreateIfNotExists: true,
  supportsMultipleConnections: true,
  supportsTransactionalDdl: true,
  supportsReturning: true,
  supportsOutput: false,
  acquireMigrationLock: async () => {},
  releaseMigrationLock: async () => {},
}

/** Kysely over one SQLite file: immediate transactions, WAL, synchronous=FULL, foreign keys checked. */
const createSqliteDialect = (file: string, clock: Clock): Dialect => ({
  createDriver: () =>
    createGuardedDriver(createSqliteDriver(file, clock), (error) => toFailure(error, file)),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createAdapter: () => adapter,
  createIntrospector: (db) => new SqliteIntrospector(db),
})

export function createSqliteEngine(file: string, clock: Clock): Engine {
  const open = (): Kysely<Database> =>
    new Kysely<Database>({ dialect: createSqliteDialect(file, clock) })
  return {
    profile: {
      kind: 'sqlite',
      textType: 'text',
      findHistory: `select name from sqlite_master where name = 'schema_migrations'`,
      migrationLock: null,
    },
    kysely: open(),
    place: file,
    openReader: open,
  }
}
