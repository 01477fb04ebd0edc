import SqliteFile from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createRevisionStore, openDatabase } from '../../../adapters/sql/index.ts'
import type { RevisionStore } from '../../../knowledge/index.ts'
import { systemClock } from '../../../core/index.ts'
import type { Clock } from '../../../core/index.ts'
import { useSqlite } from '../../support/databases.ts'

describe('SQLite under another writer', () => {
  const newTarget = useSqlite()

  const create = async (clock: Clock = systemClock) => {
    const target = await newTarget()
    const file = target.kind === 'sqlite' ? target.file : ''
    const database = await openDatabase(target, { clock })
    const other = new SqliteFile(file)
    onTestFinished(async () => {
      other.close()
      await database.close()
    })
    return { database, store: createRevisionStore(database), other, file }
  }

  const writes: [string, (store: RevisionStore) => Promise<unknown>][] = [
    ['a statement', (store) => store.writeMeta('a', '1')],
    ['a transaction', (store) => store.publish('unknown', '2026-11-21T00:00:00.000Z')],
  ]
  it.each(writes)('%s waits without stopping the event loop', async (_name, write) => {
    const { store, other } = await create()
    other.exec('begin immediate')
    let isDone = false
    const writing = write(store).then(() => (isDone = true))
    let longestGapMs = 0
    for (let last = performance.now(), i = 0; i < 30; i += 1) {
      await systemClock.sleep(5)
      longestGapMs = Math.max(longestGapMs, performance.now() - last)
      last = performance.now()
    }
    expect(isDone).toBe(false)
    // Two busy cores; SQLite's own default wait of 5 s would show.
    expect(longestGapMs).toBeLessThan(1_000)
    other.exec('commit')
    await writing
  })

  it('lets timers run between statements, which answer at once', async () => {
    const { store } = await create()
    let hasRun = false
    void systemClock.sleep(1).then(() => (hasRun = true))
    const startedAt = performance.now()
    while (!hasRun && performance.now() - startedAt < 2_000) await store.readMeta('a')
    expect(hasRun).toBe(true)
  })

  it('reads meanwhile', async () => {
    const { store, other } = await create()
    other.exec(`begin immediate; insert into meta values ('a', '1')`)
    expect(await store.readMeta('a')).toBeNull()
    other.exec('commit')
    expect(await store.readMeta('a')).toBe('1')
  })

  it('gives up in the end, with a Failure that says to try again', async () => {
    let slept = 0
    const hasty: Clock = {
      now: systemClock.now,
      sleep: (ms) => {
        slept += ms
        return systemClock.sleep(0)
      },
    }
    const { store, other } = await create(hasty)
    other.pragma('busy_timeout = 1')
    other.exec('begin immediate')
    await expect(store.writeMeta('a', '1')).rejects.toMatchObject({
      kind: 'wait',
      retryAfterMs: 2_000,
      message: expect.stringContaining('thử lại'),
    })
    expect(slept).toBeGreaterThanOrEqual(5_000)
    other.exec('rollback')
    await store.writeMeta('a', '1')
  }, 60_000)

  it('opens while another process writes', async () => {
    const { other, file } = await create()
    other.exec('begin immediate')
    const opening = openDatabase({ kind: 'sqlite', file }, { clock: systemClock })
    const database = await opening
    expect(await createRevisionStore(database).readMeta('a')).toBeNull()
    await database.close()
    other.exec('commit')
  })
})

describe('streaming from SQLite', () => {
  const newTarget = useSqlite()

  const create = async () => {
    const database = await openDatabase(await newTarget(), { clock: systemClock })
    onTestFinished(() => database.close())
    const store = createRevisionStore(database)
    for (let i = 0; i < 25; i += 1) await store.writeMeta(`k${String(i).padStart(2, '0')}`, '')
    return { database, store }
  }

  it('gives all rows in order', async () => {
    const { database } = await create()
    const keys: string[] = []
    for await (const row of database
      .db()
      .selectFrom('meta')
      .select('key')
      .orderBy('key')
      .stream(10)) {
      keys.push(row.key)
    }
    expect(keys).toHaveLength(25)
    expect(keys).toEqual(keys.toSorted())
  })

  it('lets others in after it was left early', async () => {
    const { database, store } = await create()
    for await (const row of database.db().selectFrom('meta').select('key').stream(10)) {
      expect(row.key).toBe('k00')
      break
    }
    await store.writeMeta('after', '1')
    expect(await store.readMeta('after')).toBe('1')
  })

  it('lets others in after the loop failed', async () => {
    const { database, store } = await create()
    const failing = (async () => {
      for await (const row of database.db().selectFrom('meta').select('key').stream(3)) {
        throw new Error(row.key)
      }
    })()
    await expect(failing).rejects.toThrow('k00')
    await database.transact(() => store.writeMeta('after', '1'))
    expect(await store.readMeta('after')).toBe('1')
  })
})
