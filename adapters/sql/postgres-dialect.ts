import { Kysely, PostgresDialect, PostgresDriver } from 'kysely'
import type { Dialect } from 'kysely'
import pg from 'pg'
import { Failure } from '../../core/index.ts'
import type { Engine, EngineOptions } from './engine.ts'
import { codeOf, toFailure } from './failures.ts'
import { createGuardedDriver } from './guarded-driver.ts'
import type { Database } from './schema.ts'
import { wording } from './wording.ts'

const CONNECT_TIMEOUT_MS = 5_000
const MAX_CONNECTIONS = 10

/** Counts arrive as 64-bit integers; ours fit a number. */
const numbersFor64Bit: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8
      ? Number
      : (pg.types.getTypeParser(oid, format) as (text: string) => unknown),
}

/** An arbitrary number that only this program's migrations lock. */
const MIGRATION_LOCK = 'select pg_advisory_xact_lock(4224224224)'

export function createPostgresEngine(url: string, options: EngineOptions): Engine {
  const place = withoutPassword(url)
  const open = (max: number): Kysely<Database> =>
    new Kysely<Database>({ dialect: createPostgresDialect(url, place, max, options) })
  return {
    profile: {
      kind: 'postgres',
      // The server's own collation orders by language; ours must order as SQLite does.
      textType: 'text collate "C"',
      findHistory: `select to_regclass('schema_migrations') as name`,
      migrationLock: MIGRATION_LOCK,
    },
    kysely: open(MAX_CONNECTIONS),
    place,
    openReader: () => open(1),
  }
}

function createPostgresDialect(
  url: string,
  place: string,
  max: number,
  options: EngineOptions,
): Dialect {
  const createPool = async (): Promise<pg.Pool> => {
    const pool = new pg.Pool({
      connectionString: url,
      max,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
      types: numbersFor64Bit,
    })
    pool.on('error', (error) => options.onConnectionLost?.(error))
    // The pool listens to idle connections only; one that breaks in use would end the process.
    pool.on('connect', (client) => client.on('error', () => {}))
    return pool
  }
  const dialect = new PostgresDialect({ pool: createPool })
  return {
    createDriver: () =>
      createGuardedDriver(new PostgresDriver({ pool: createPool }), (error) =>
        isConnectionLoss(error)
          ? new Failure('unreachable', wording.unreachable(place), { cause: error })
          : toFailure(error, place),
      ),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  }
}

/** pg reports a broken connection or a timeout as a bare Error without a code; the server's answers have one. */
const isConnectionLoss = (error: unknown): boolean =>
  error instanceof Error && error.constructor === Error && codeOf(error) === ''

/** `postgres://user:secret@host:5432/name` as `host:5432/name`. */
function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return ''
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}
