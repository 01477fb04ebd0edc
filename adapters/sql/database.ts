import { AsyncLocalStorage } from 'node:async_hooks'
import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { Clock, Transact } from '../../core/index.ts'
import type { DatabaseTarget, Engine, EngineOptions } from './engine.ts'
import { isTransactionConflict } from './failures.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { createPostgresEngine } from './postgres-dialect.ts'
import type { Database } from './schema.ts'
import { createSqliteEngine } from './sqlite-dialect.ts'

/** The open, migrated database that all stores share. */
export interface SqlDatabase {
  readonly kind: DatabaseTarget['kind']
  readonly engine: Engine
  readonly clock: Clock
  /** Names of the migrations that this opening ran; empty when nothing was to do. */
  readonly migrated: readonly string[]
  /** What statements run on: the transaction in course, or the database itself. Never keep it. */
  db(): Kysely<Database>
  /**
   * See `Transact`. When a nested call rejects, the whole transaction rolls back, also when the outer
   * function swallowed the error. A transaction that the database undid because of another one is
   * repeated from the outermost call, at most three times.
   */
  transact: Transact
  /** Where the data is, for people: a path or `host:port/name`, never a password. */
  describe(): string
  /** @throws Failure when the database does not answer */
  ping(): Promise<void>
  /** Waits for the work in course; calling it again does nothing. */
  close(): Promise<void>
}

interface Scope {
  transaction: Transaction<Database>
  /** False once the function ended: work that it left running is no part of the transaction. */
  isOpen: boolean
  failure: { error: unknown } | null
}

const MAX_REPEATS = 3
const REPEAT_AFTER_MS = 20

/**
 * Opens the database, creating and migrating it as needed.
 * @throws Failure when it cannot be reached, opened, written, or is newer than the program
 */
export async function openDatabase(
  target: DatabaseTarget,
  options: EngineOptions,
): Promise<SqlDatabase> {
  const engine =
    target.kind === 'sqlite'
      ? createSqliteEngine(target.file, options.clock)
      : createPostgresEngine(target.url, options)
  try {
    const migrated = await migrate(engine, MIGRATIONS, options.clock)
    return createDatabase(engine, options.clock, migrated)
  } catch (error) {
    await engine.kysely.destroy()
    throw error
  }
}

function createDatabase(engine: Engine, clock: Clock, migrated: string[]): SqlDatabase {
  const scopes = new AsyncLocalStorage<Scope>()
  const openScope = (): Scope | undefined => {
    const scope = scopes.getStore()
    return scope?.isOpen === true ? scope : undefined
  }
  const db = (): Kysely<Database> => openScope()?.transaction ?? engine.kysely
  let closing: Promise<void> | undefined

  return {
    kind: engine.profile.kind,
    engine,
    clock,
    migrated,
    db,
    transact(fn) {
      const outer = openScope()
      return outer ? join(outer, fn) : repeatOnConflict(clock, () => begin(engine, scopes, fn))
    },
    describe: () => engine.place,
    async ping() {
      await sql`select 1`.execute(db())
    },
    close: () => (closing ??= engine.kysely.destroy()),
  }
}

const begin = <T>(
  engine: Engine,
  scopes: AsyncLocalStorage<Scope>,
  fn: () => Promise<T>,
): Promise<T> =>
  engine.kysely.transaction().execute(async (transaction) => {
    const scope: Scope = { transaction, isOpen: true, failure: null }
    try {
      const result = await scopes.run(scope, fn)
      if (scope.failure) throw scope.failure.error
      return result
    } finally {
      scope.isOpen = false
    }
  })

async function join<T>(outer: Scope, fn: () => Promise<T>): Promise<T> {
  try {
    return await fn()
  } catch (error) {
    outer.failure ??= { error }
    throw error
  }
}

async function repeatOnConflict<T>(clock: Clock, work: () => Promise<T>): Promise<T> {
  for (let repeats = 0; ; repeats += 1) {
    try {
      return await work()
    } catch (error) {
      if (!isTransactionConflict(error) || repeats >= MAX_REPEATS) throw error
      await clock.sleep(REPEAT_AFTER_MS * (repeats + 1))
    }
  }
}
