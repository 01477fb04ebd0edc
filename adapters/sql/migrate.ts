import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { Failure, toInstant } from '../../core/index.ts'
import type { Clock } from '../../core/index.ts'
import type { Engine, Profile } from './engine.ts'
import { columnTypesOf } from './migrations.ts'
import type { Migration } from './migrations.ts'
import type { Database } from './schema.ts'
import { wording } from './wording.ts'

/**
 * Brings the database to the last of `migrations`, one transaction a step. Safe while other processes
 * do the same: each step is taken under a lock, after looking again at what is already there.
 * @returns the names of the steps taken
 * @throws Failure `ours` when the database is newer than the program or has another history
 */
export async function migrate(
  engine: Engine,
  migrations: readonly Migration[],
  clock: Clock,
): Promise<string[]> {
  const taken: string[] = []
  // A database that is up to date is only read, so that opening it never waits for a writer.
  if ((await countApplied(engine.kysely, engine, migrations)) === migrations.length) {
    return taken
  }
  for (;;) {
    const step = await engine.kysely.transaction().execute(async (db) => {
      await lock(db, engine.profile)
      await createHistory(db, engine.profile)
      const migration = migrations[await countApplied(db, engine, migrations)]
      if (migration) await apply(db, engine.profile, migration, clock)
      return migration
    })
    if (!step) return taken
    taken.push(step.name)
  }
}

/** Empties the database, within the caller's transaction, and takes the first `count` steps anew. */
export async function rebuild(
  db: Kysely<Database>,
  profile: Profile,
  migrations: readonly Migration[],
  clock: Clock,
  dropped: readonly (keyof Database)[],
): Promise<void> {
  await lock(db, profile)
  for (const table of dropped) await db.schema.dropTable(table).ifExists().execute()
  await createHistory(db, profile)
  for (const migration of migrations) await apply(db, profile, migration, clock)
}

/** Takes one step; its row comes first, so that two who took the same one collide before doing anything. */
export async function apply(
  db: Kysely<Database>,
  profile: Profile,
  migration: Migration,
  clock: Clock,
): Promise<void> {
  const { next } = await db
    .selectFrom('schema_migrations')
    .select((e) => e(e.fn.coalesce(e.fn.max('ordinal'), e.lit(0)), '+', 1).as('next'))
    .executeTakeFirstOrThrow()
  await db
    .insertInto('schema_migrations')
    .values({ ordinal: next, name: migration.name, applied_at: toInstant(clock.now()) })
    .execute()
  await migration.up(db, columnTypesOf(profile))
}

async function lock(db: Kysely<Database>, profile: Profile): Promise<void> {
  if (profile.migrationLock !== null) await sql.raw(profile.migrationLock).execute(db)
}

async function createHistory(db: Kysely<Database>, profile: Profile): Promise<void> {
  const { text, integer } = columnTypesOf(profile)
  await db.schema
    .createTable('schema_migrations')
    .ifNotExists()
    .addColumn('ordinal', integer, (c) => c.primaryKey().notNull())
    .addColumn('name', text, (c) => c.notNull().unique())
    .addColumn('applied_at', text, (c) => c.notNull())
    .execute()
}

/** How many steps were taken, once they are known to be the first ones of `migrations` in their order. */
async function countApplied(
  db: Kysely<Database>,
  { profile, place }: Engine,
  migrations: readonly Migration[],
): Promise<number> {
  const { rows } = await sql.raw<{ name: string | null }>(profile.findHistory).execute(db)
  if (!rows[0]?.name) return 0
  const applied = await db
    .selectFrom('schema_migrations')
    .select('name')
    .orderBy('ordinal')
    .execute()
  const expected = migrations.slice(0, applied.length).map((migration) => migration.name)
  if (applied.some((row, at) => expected[at] !== undefined && row.name !== expected[at])) {
    throw new Failure('ours', wording.foreignHistory(place))
  }
  if (applied.length > migrations.length) throw new Failure('ours', wording.newer(place))
  return applied.length
}
