import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { createRevisionStore } from '../../../adapters/sql/index.ts'
import type { DatabaseTarget, SqlDatabase } from '../../../adapters/sql/index.ts'
import { migrate } from '../../../adapters/sql/migrate.ts'
import { MIGRATIONS } from '../../../adapters/sql/migrations.ts'
import type { Migration } from '../../../adapters/sql/migrations.ts'
import { systemClock } from '../../../core/index.ts'
import { forEachDatabase } from '../../support/databases.ts'

const script = fileURLToPath(new URL('../../support/sql/open-and-count.ts', import.meta.url))

const openElsewhere = async (target: DatabaseTarget, times: number): Promise<string[]> => {
  const args = [script, JSON.stringify(target), String(times)]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout) as string[]
}

const NEXT: Migration = {
  name: '9999-next',
  async up(db, { text }) {
    await db.schema.createTable('next').addColumn('id', text).execute()
  },
}

const history = async (database: SqlDatabase): Promise<string[]> => {
  const rows = await database
    .db()
    .selectFrom('schema_migrations')
    .select('name')
    .orderBy('ordinal')
    .execute()
  return rows.map((row) => row.name)
}

const hasTable = (database: SqlDatabase, name: string): Promise<boolean> =>
  sql`select * from ${sql.table(name)}`.execute(database.db()).then(
    () => true,
    () => false,
  )

forEachDatabase('migrations', ({ open, newTarget }) => {
  it('take only the steps that are missing, in order', async () => {
    const database = await open()
    expect(await migrate(database.engine, [...MIGRATIONS, NEXT], systemClock)).toEqual([
      '9999-next',
    ])
    expect(await history(database)).toEqual([...MIGRATIONS.map((m) => m.name), '9999-next'])
    expect(await hasTable(database, 'next')).toBe(true)
  })

  it('leave nothing of a step that failed', async () => {
    const database = await open()
    const failing: Migration = {
      name: '9999-failing',
      async up(db, types) {
        await NEXT.up(db, types)
        throw new Error('broken step')
      },
    }
    await expect(migrate(database.engine, [...MIGRATIONS, failing], systemClock)).rejects.toThrow(
      'broken step',
    )
    expect(await hasTable(database, 'next')).toBe(false)
    expect(await history(database)).toEqual(MIGRATIONS.map((m) => m.name))
    expect(await migrate(database.engine, [...MIGRATIONS, NEXT], systemClock)).toHaveLength(1)
  })

  it('refuse a database that is newer than the program, and change nothing', async () => {
    const target = await newTarget()
    const database = await open(target)
    await migrate(database.engine, [...MIGRATIONS, NEXT], systemClock)
    await expect(open(target)).rejects.toMatchObject({
      name: 'Failure',
      kind: 'ours',
      message: /bản chương trình mới hơn.*cài bản mới hơn/,
    })
    expect(await history(database)).toContain('9999-next')
  })

  it('refuse a database with another history', async () => {
    const target = await newTarget()
    const database = await open(target)
    await database.db().updateTable('schema_migrations').set({ name: '0001-else' }).execute()
    await expect(open(target)).rejects.toMatchObject({ kind: 'ours', message: /không thuộc/ })
  })

  it('run once when processes open the same new database at the same time, and both work', async () => {
    const target = await newTarget()
    const migrated = await Promise.all([0, 1, 2].map(() => openElsewhere(target, 0)))
    expect(migrated.flat()).toEqual(MIGRATIONS.map((m) => m.name))
    const database = await open(target)
    expect(await history(database)).toEqual(MIGRATIONS.map((m) => m.name))
  })
})

forEachDatabase('two processes', ({ open, newTarget }) => {
  it('write the same database without losing a transaction of either', async () => {
    const target = await newTarget()
    const store = createRevisionStore(await open(target))
    await store.writeMeta('count', '0')
    await Promise.all([openElsewhere(target, 100), openElsewhere(target, 100)])
    expect(await store.readMeta('count')).toBe('200')
  })
})
