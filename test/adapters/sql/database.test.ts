import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import {
  createAskedQuestionStore,
  createRevisionStore,
  createSessionStore,
} from '../../../adapters/sql/index.ts'
import type { SqlDatabase } from '../../../adapters/sql/index.ts'
import { migrate } from '../../../adapters/sql/migrate.ts'
import { MIGRATIONS } from '../../../adapters/sql/migrations.ts'
import { TABLE_NAMES } from '../../../adapters/sql/tables.ts'
import { systemClock } from '../../../core/index.ts'
import { forEachDatabase } from '../../support/databases.ts'

const AT = '2026-11-21T03:04:05.678Z'

const session = (conversationId: string, version = 1) => ({
  channel: 'web',
  conversationId,
  version,
  data: {},
  updatedAt: AT,
})

forEachDatabase('database', ({ open, kind, newTarget }) => {
  const create = async () => {
    const database = await open()
    const meta = createRevisionStore(database)
    const sessions = createSessionStore(database)
    return { database, meta, sessions }
  }

  it('says where it is, answers, and closes once', async () => {
    const target = await newTarget()
    const database = await open(target)
    await database.ping()
    expect(database.kind).toBe(kind)
    expect(database.describe()).not.toMatch(/test@|:test/)
    expect(JSON.stringify(target)).toContain(database.describe().replace(/^127[^/]*/, ''))
    await Promise.all([database.close(), database.close()])
    await database.close()
    await expect(database.ping()).rejects.toThrow('destroyed')
  })

  it('commits what several stores wrote in one transaction', async () => {
    const { database, meta, sessions } = await create()
    const result = await database.transact(async () => {
      await meta.writeMeta('a', '1')
      await sessions.save(session('c'))
      return 'done'
    })
    expect(result).toBe('done')
    expect(await meta.readMeta('a')).toBe('1')
    expect(await sessions.load('web', 'c')).toEqual(session('c'))
  })

  it('takes all of it back when the function rejects, and gives the same error on', async () => {
    const { database, meta, sessions } = await create()
    const error = new Error('no')
    const failing = database.transact(async () => {
      await meta.writeMeta('a', '1')
      await sessions.save(session('c'))
      expect(await meta.readMeta('a')).toBe('1')
      throw error
    })
    await expect(failing).rejects.toBe(error)
    expect(await meta.readMeta('a')).toBeNull()
    expect(await sessions.load('web', 'c')).toBeNull()
  })

  it('lets a nested call join the outer one', async () => {
    const { database, meta } = await create()
    const failing = database.transact(async () => {
      await database.transact(async () => {
        await meta.writeMeta('inner', '1')
      })
      throw new Error('outer')
    })
    await expect(failing).rejects.toThrow('outer')
    expect(await meta.readMeta('inner')).toBeNull()
  })

  it('rolls all back when a nested call rejected, also when its error was swallowed', async () => {
    const { database, meta } = await create()
    const failing = database.transact(async () => {
      await meta.writeMeta('outer', '1')
      const nested = database.transact(async () => {
        await meta.writeMeta('inner', '1')
        throw new Error('inner')
      })
      await nested.catch(() => {})
    })
    await expect(failing).rejects.toThrow('inner')
    expect(await meta.readMeta('outer')).toBeNull()
  })

  it('keeps statements from outside out of a transaction in course', async () => {
    const { database, meta } = await create()
    const inside = Promise.withResolvers<void>()
    const go = Promise.withResolvers<void>()
    const failing = database.transact(async () => {
      await meta.writeMeta('inside', '1')
      inside.resolve()
      await go.promise
      throw new Error('no')
    })
    await inside.promise
    const outside = meta.writeMeta('outside', '1')
    go.resolve()
    await expect(failing).rejects.toThrow('no')
    await outside
    expect(await meta.readMeta('inside')).toBeNull()
    expect(await meta.readMeta('outside')).toBe('1')
  })

  it('does not count work left running as part of the transaction', async () => {
    const { database, meta } = await create()
    const go = Promise.withResolvers<void>()
    const leftRunning = await database.transact(async () => {
      const work = go.promise.then(() => meta.writeMeta('late', '1'))
      return [work]
    })
    go.resolve()
    await Promise.all(leftRunning)
    expect(await meta.readMeta('late')).toBe('1')
  })

  it('runs many transactions at once without losing one', async () => {
    const { database, meta } = await create()
    await meta.writeMeta('count', '0')
    const addOne = (): Promise<void> =>
      database.transact(async () => {
        const { value } = await lockedCount(database)
        await meta.writeMeta('count', String(Number(value) + 1))
      })
    await Promise.all(Array.from({ length: 60 }, addOne))
    expect(await meta.readMeta('count')).toBe('60')
  })

  it('repeats a transaction that the database undid because of another one', async () => {
    const { database, meta } = await create()
    await meta.writeMeta('a', '0')
    await meta.writeMeta('b', '0')
    const bothHoldOne = gate(2)
    let tries = 0
    const writeBoth = (first: string, second: string): Promise<void> =>
      database.transact(async () => {
        tries += 1
        await meta.writeMeta(first, first)
        // On SQLite the second transaction only begins when the first has ended.
        if (kind === 'postgres') await bothHoldOne()
        await meta.writeMeta(second, first)
      })
    await Promise.all([writeBoth('a', 'b'), writeBoth('b', 'a')])
    expect(tries).toBe(kind === 'postgres' ? 3 : 2)
    expect(await meta.readMeta('a')).toBe(await meta.readMeta('b'))
  })

  it('orders text by its bytes', async () => {
    const { database, meta } = await create()
    for (const key of ['b', 'B', 'a', 'Đ', 'đ', 'ă', '10', '9', 'a b', 'a-b']) {
      await meta.writeMeta(key, '')
    }
    const rows = await database.db().selectFrom('meta').select('key').orderBy('key').execute()
    const keys = rows.map((row) => row.key)
    expect(keys).toEqual(['10', '9', 'B', 'a', 'a b', 'a-b', 'b', 'Đ', 'đ', 'ă'].sort(byBytes))
    const after = await database
      .db()
      .selectFrom('meta')
      .select('key')
      .where('key', '>', 'b')
      .execute()
    expect(after).toHaveLength(3)
  })

  it('gives any text back as it was', async () => {
    const { database, meta } = await create()
    const sessions = createSessionStore(database)
    let version = 0
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
        // PostgreSQL cannot hold U+0000; plain text columns keep a mark in its place, JSON keeps all.
        const kept = text.toWellFormed().replaceAll('\0', '\uFFFD')
        await meta.writeMeta('text', text)
        expect(await meta.readMeta('text')).toBe(kept)
        version += 1
        const odd = { ...session('odd', version), data: { text, [text]: [text] } }
        expect(await sessions.save(odd)).toBe(true)
        expect(await sessions.load('web', 'odd')).toEqual(odd)
      }),
      { seed: 20261121, numRuns: 60 },
    )
  })

  it.each([
    ['composed', 'Đăng ký khai sinh'.normalize('NFC')],
    ['decomposed', 'Đăng ký khai sinh'.normalize('NFD')],
    ['emoji', '👨‍👩‍👧‍👦🇻🇳 sổ hộ khẩu 😀'],
    ['line separators', 'một\u2028hai\u2029ba\r\n\tbốn'],
    ['quotes and SQL', `'; drop table meta; -- "x" \\ $1 ? :a`],
    ['no bytes', ''],
  ])('gives %s text back as it was', async (_name, text) => {
    const { database } = await create()
    const questions = createAskedQuestionStore(database)
    const question = {
      ...{ id: 'q', askedAt: AT, channel: 'web', text, folded: text },
      ...{ outcome: 'none' as const, reason: null, entryId: null, revision: 1 },
    }
    await questions.add(question)
    expect(await questions.missed(1)).toEqual([
      { text, count: 1, unhelpful: 0, entryId: null, firstAt: AT, lastAt: AT, reason: null },
    ])
  })

  it('has the same tables and columns on both databases, and lists them all for backup', async () => {
    const { database } = await create()
    const schema = kind === 'postgres' ? await currentSchema(database) : undefined
    const all = await database.db().introspection.getTables()
    const tables = all.filter((table) => table.schema === schema)
    expect(tables.map((table) => table.name).sort()).toEqual(
      [...TABLE_NAMES, 'schema_migrations'].sort(),
    )
    const columns = tables.flatMap((table) =>
      table.columns.map((column) => {
        const type = column.dataType.toLowerCase().replace('int4', 'integer')
        return `${table.name}.${column.name} ${type}${column.isNullable ? ' or null' : ''}\n`
      }),
    )
    // One file for both: a difference between the databases, or a change nobody meant, shows here.
    await expect(columns.sort().join('')).toMatchFileSnapshot('schema.txt')
  })

  it('is migrated when opened, and only once', async () => {
    const target = await newTarget()
    const first = await open(target)
    expect(first.migrated).toEqual(MIGRATIONS.map((migration) => migration.name))
    expect((await open(target)).migrated).toEqual([])
    expect(await migrate(first.engine, MIGRATIONS, systemClock)).toEqual([])
  })
})

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

const currentSchema = async (database: SqlDatabase): Promise<string | undefined> => {
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(
    database.db(),
  )
  return rows[0]?.name
}

/** The counter, locked until the transaction ends. */
const lockedCount = (database: SqlDatabase): Promise<{ value: string }> =>
  database
    .db()
    .updateTable('meta')
    .set((e) => ({ value: e.ref('value') }))
    .where('key', '=', 'count')
    .returning('value')
    .executeTakeFirstOrThrow()

/** Lets everybody pass once `count` have come; those who come later pass at once. */
function gate(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let arrived = 0
  return () => {
    arrived += 1
    if (arrived === count) resolve()
    return promise
  }
}
