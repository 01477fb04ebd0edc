import { execFile } from 'node:child_process'
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  open as openFile,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRevisionStore, openDatabase } from '../../../adapters/sql/index.ts'
import type { SqlDatabase } from '../../../adapters/sql/index.ts'
import { systemClock } from '../../../core/index.ts'
import { usePostgres } from '../../support/databases.ts'

const isRoot = userInfo().uid === 0
const script = fileURLToPath(new URL('../../support/sql/open-as-nobody.ts', import.meta.url))

const openSqlite = (file: string): Promise<SqlDatabase> =>
  openDatabase({ kind: 'sqlite', file }, { clock: systemClock })

describe('opening SQLite', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cchc-opening-'))
    await chmod(folder, 0o755)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('makes the folders above the file', async () => {
    const database = await openSqlite(join(folder, 'new', 'deeper', 'data.sqlite'))
    await createRevisionStore(database).writeMeta('a', '1')
    await database.close()
    const again = await openSqlite(join(folder, 'new', 'deeper', 'data.sqlite'))
    expect(await createRevisionStore(again).readMeta('a')).toBe('1')
    await again.close()
  })

  it('sets what keeps committed data through a power cut', async () => {
    const database = await openSqlite(join(folder, 'pragmas.sqlite'))
    const read = async (name: string): Promise<unknown> => {
      const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(
        database.db(),
      )
      return Object.values(rows[0] ?? {})[0]
    }
    expect(await read('journal_mode')).toBe('wal')
    expect(await read('synchronous')).toBe(2)
    expect(await read('foreign_keys')).toBe(1)
    expect(Number(await read('busy_timeout'))).toBeLessThanOrEqual(50)
    await database.close()
  })

  it('says that a file is no database, and leaves it alone', async () => {
    const file = join(folder, 'garbage.sqlite')
    const garbage = 'this is a letter, not a database\n'.repeat(500)
    await writeFile(file, garbage)
    await expect(openSqlite(file)).rejects.toMatchObject({
      name: 'Failure',
      kind: 'ours',
      message: expect.stringMatching(/garbage\.sqlite không phải là cơ sở dữ liệu.*dời tệp/),
    })
    expect(await readFile(file, 'utf8')).toBe(garbage)
  })

  it('says that a path cannot be a file', async () => {
    const file = join(folder, 'plain.txt')
    await writeFile(file, 'x')
    await mkdir(join(folder, 'directory.sqlite'))
    for (const path of [join(file, 'data.sqlite'), join(folder, 'directory.sqlite')]) {
      await expect(openSqlite(path)).rejects.toMatchObject({
        kind: 'ours',
        message: expect.stringMatching(/Không mở được .*CCHC_DATA_DIR/),
      })
    }
  })

  it('says that a folder is read-only', async () => {
    const locked = join(folder, 'locked')
    await mkdir(locked, { mode: 0o555 })
    expect(await openWithoutRights(join(locked, 'data.sqlite'))).toMatchObject({
      kind: 'ours',
      message: expect.stringMatching(/locked.*(ghi được|quyền ghi)/),
    })
    expect(await openWithoutRights(join(locked, 'deeper', 'data.sqlite'))).toMatchObject({
      kind: 'ours',
      message: expect.stringMatching(/Không ghi được vào .*cấp quyền ghi/),
    })
  })

  it('says that an existing database cannot be written', async () => {
    const file = join(folder, 'foreign.sqlite')
    await (await openSqlite(file)).close()
    await chmod(file, 0o444)
    const answer = await openWithoutRights(file)
    expect(answer).toMatchObject({ kind: 'ours', message: expect.stringContaining(file) })
  })

  it('says that a database is broken', async () => {
    const file = join(folder, 'broken.sqlite')
    const database = await openSqlite(file)
    const store = createRevisionStore(database)
    for (let i = 0; i < 200; i += 1) await store.writeMeta(`key ${i}`, 'x'.repeat(200))
    await database.close()
    const { size } = await stat(file)
    const handle = await openFile(file, 'r+')
    // The first pages stay: it opens, and breaks when the rows are read.
    for (let at = 8_192; at < size; at += 512) await handle.write('rubbish', at)
    await handle.close()
    const reading = async (): Promise<void> => {
      const broken = await openSqlite(file)
      try {
        for (let i = 0; i < 200; i += 1) await createRevisionStore(broken).readMeta(`key ${i}`)
      } finally {
        await broken.close()
      }
    }
    await expect(reading()).rejects.toMatchObject({
      kind: 'ours',
      message: expect.stringMatching(/bị hỏng.*db restore/),
    })
  })

  it('says that the disk is full, and keeps what was there', async () => {
    const database = await openSqlite(join(folder, 'full.sqlite'))
    const store = createRevisionStore(database)
    await store.writeMeta('kept', '1')
    // The same answer from SQLite as a full disk gives.
    await sql`pragma max_page_count = 1`.execute(database.db())
    const writing = database.transact(async () => {
      await store.writeMeta('kept', '2')
      await store.writeMeta('big', 'x'.repeat(1_000_000))
    })
    await expect(writing).rejects.toMatchObject({
      kind: 'ours',
      message: expect.stringMatching(/đã đầy.*giải phóng dung lượng/),
    })
    expect(await store.readMeta('kept')).toBe('1')
    await sql`pragma max_page_count = 100000`.execute(database.db())
    await store.writeMeta('kept', '3')
    expect(await store.readMeta('kept')).toBe('3')
    await database.close()
  })

  /** How opening fails for an account that owns nothing. */
  async function openWithoutRights(file: string): Promise<unknown> {
    if (!isRoot) {
      return openSqlite(file).then(
        (database) => database.close(),
        (error: unknown) => error,
      )
    }
    await chown(folder, 0, 0)
    const { stdout } = await promisify(execFile)(process.execPath, [script, file])
    return JSON.parse(stdout) as unknown
  }
})

describe('opening PostgreSQL', () => {
  const newTarget = usePostgres()
  const newUrl = async (): Promise<URL> => {
    const target = await newTarget()
    return new URL(target.kind === 'postgres' ? target.url : '')
  }
  const openPostgres = (url: URL | string, onConnectionLost?: (error: Error) => void) =>
    openDatabase(
      { kind: 'postgres', url: String(url) },
      { clock: systemClock, ...(onConnectionLost ? { onConnectionLost } : {}) },
    )

  it('says that nobody answers at the address', async () => {
    const url = await newUrl()
    url.port = '1'
    await expect(openPostgres(url)).rejects.toMatchObject({
      name: 'Failure',
      kind: 'unreachable',
      message: expect.stringMatching(/Không kết nối được.*127\.0\.0\.1:1\/.*DATABASE_URL/),
    })
  })

  it('says that the password is wrong, and shows no password', async () => {
    const url = await newUrl()
    url.password = 'secret-guess'
    const error: unknown = await openPostgres(url).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ kind: 'refused', message: expect.stringContaining('mật khẩu') })
    expect(String(error)).not.toContain('secret-guess')
  })

  it('says that there is no such database', async () => {
    const url = await newUrl()
    url.pathname = '/nowhere'
    await expect(openPostgres(url)).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/không có cơ sở dữ liệu .*\/nowhere/),
    })
  })

  it('says that the URL is wrong', async () => {
    await expect(openPostgres('postgres://a b:c@:x/y')).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('postgres://'),
    })
  })

  it('says that the account may not create tables', async () => {
    const url = await newUrl()
    const owner = await openPostgres(url)
    await sql`create role reader login password 'reader'`.execute(owner.db())
    await sql`create database apart`.execute(owner.db())
    await owner.close()
    url.username = 'reader'
    url.password = 'reader'
    url.pathname = '/apart'
    url.search = ''
    await expect(openPostgres(url)).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('quyền tạo và sửa bảng'),
    })
  })

  it('survives losing its connections, and goes on with new ones', async () => {
    const url = await newUrl()
    const lost = Promise.withResolvers<Error>()
    const database = await openPostgres(url, lost.resolve)
    const other = await openPostgres(url)
    const kill = sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()
    `
    await database.ping()
    await kill.execute(other.db())
    expect(await lost.promise).toBeInstanceOf(Error)
    await database.ping()

    const failing = database.transact(async () => {
      await createRevisionStore(database).writeMeta('a', '1')
      await kill.execute(other.db())
      await createRevisionStore(database).writeMeta('b', '1')
    })
    await expect(failing).rejects.toMatchObject({ kind: 'unreachable' })
    expect(await createRevisionStore(database).readMeta('a')).toBeNull()
    await Promise.all([database.close(), other.close()])
  })
})
