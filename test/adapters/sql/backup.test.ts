import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import {
  backupDatabase,
  createAskedQuestionStore,
  createInboxStore,
  createJobRunStore,
  createLeaseStore,
  createReplyStore,
  createRevisionStore,
  createSessionStore,
  openDatabase,
  restoreDatabase,
} from '../../../adapters/sql/index.ts'
import type { DatabaseTarget, SqlDatabase } from '../../../adapters/sql/index.ts'
import { TABLE_NAMES } from '../../../adapters/sql/tables.ts'
import { systemClock } from '../../../core/index.ts'
import { forEachDatabase, usePostgres, useSqlite } from '../../support/databases.ts'

const AT = '2026-11-21T03:04:05.678Z'
const ODD = 'Đ\u2028ă\u2029 "😀"\r\n\\u0000 👨‍👩‍👧'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cchc-backup-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let files = 0
const newFile = (): string => join(folder, `${(files += 1)}.backup.gz`)

/** A row or more in every table, more than one page in two of them. */
async function fill(database: SqlDatabase): Promise<void> {
  const revisions = createRevisionStore(database)
  const draft = { kind: 'import' as const, label: ODD, summary: { read: 1 }, createdAt: AT }
  await revisions.createDraft({ ...draft, id: 'r1', baseId: null })
  for (let from = 0; from < 1_300; from += 100) {
    const entries = Array.from({ length: 100 }, (_, i) => ({
      entryId: `e${from + i}`,
      versionId: `v${from + i}`,
      state: 'current' as const,
      layer: 'local' as const,
      record: { name: ODD, n: from + i },
    }))
    await revisions.addEntries('r1', entries, AT)
  }
  await revisions.publish('r1', AT)
  await revisions.createDraft({ ...draft, id: 'r0-draft', baseId: 'r1' })
  await createLeaseStore(database).acquire('lane', 'a', new Date(AT), 4_000)
  const conversation = { channel: 'web', conversationId: ODD }
  await createSessionStore(database).save({
    ...conversation,
    version: 1,
    data: { a: [ODD] },
    updatedAt: AT,
  })
  await createInboxStore(database).add({
    ...{ ...conversation, id: 'i1', messageId: 'm1', text: ODD, action: null },
    ...{ status: 'received', attempts: 2, receivedAt: AT },
  })
  await createReplyStore(database).add([
    { ...conversation, id: 'p1', inboxId: 'i1', cards: [], createdAt: AT },
  ])
  const questions = createAskedQuestionStore(database)
  await questions.add({
    ...{ id: 'q1', askedAt: AT, channel: 'web', text: ODD, folded: 'x', outcome: 'answer' },
    ...{ reason: null, entryId: 'e1', revision: 1 },
  })
  await questions.rate('q1', true, AT)
  await createJobRunStore(database).claim({ job: 'j', slot: AT, owner: 'a', startedAt: AT })
}

const allRows = async (database: SqlDatabase): Promise<Record<string, unknown[]>> => {
  const tables: Record<string, unknown[]> = {}
  for (const table of TABLE_NAMES) {
    const rows: unknown[] = await database.db().selectFrom(table).selectAll().execute()
    tables[table] = rows.map((row) => JSON.stringify(row)).sort()
  }
  return tables
}

const linesOf = async (file: string): Promise<string[]> =>
  gunzipSync(await readFile(file))
    .toString()
    .split('\n')

describe('backup across databases', () => {
  const sources = { sqlite: useSqlite(), postgres: usePostgres() }
  const open = async (kind: DatabaseTarget['kind']): Promise<SqlDatabase> => {
    const database = await openDatabase(await sources[kind](), { clock: systemClock })
    onTestFinished(() => database.close())
    return database
  }

  it.each([
    ['sqlite', 'postgres'],
    ['postgres', 'sqlite'],
    ['sqlite', 'sqlite'],
    ['postgres', 'postgres'],
  ] as const)('from %s to %s and back again is the same', async (from, to) => {
    const [source, target] = [await open(from), await open(to)]
    await fill(source)
    const before = await allRows(source)
    expect(Object.values(before).every((rows) => rows.length > 0)).toBe(true)
    const file = newFile()
    const made = await backupDatabase(source, file)
    expect(made.counts).toMatchObject({ entry_versions: 1_300, revisions: 2, ratings: 1 })
    expect(await restoreDatabase(target, file)).toEqual(made)
    expect(await allRows(target)).toEqual(before)
    expect(await createRevisionStore(target).current()).toMatchObject({ id: 'r1', number: 1 })

    const again = newFile()
    await backupDatabase(target, again)
    expect((await linesOf(again)).slice(1)).toEqual((await linesOf(file)).slice(1))
  })
})

forEachDatabase('backup', ({ open }) => {
  const createFull = async (): Promise<SqlDatabase> => {
    const database = await open()
    await fill(database)
    return database
  }

  it('holds one moment, while others go on writing', async () => {
    const database = await createFull()
    const store = createRevisionStore(database)
    const file = newFile()
    let isMaking = true
    const writing = (async () => {
      let written = 0
      for (; isMaking; written += 1) {
        await database.transact(async () => {
          await store.writeMeta('pair', String(written))
          await store.setSummary('r0-draft', { pair: String(written) })
        })
      }
      return written
    })()
    await backupDatabase(database, file)
    isMaking = false
    expect(await writing).toBeGreaterThan(0)
    const target = await open()
    await restoreDatabase(target, file)
    const restored = createRevisionStore(target)
    // The two are in tables that are read at different moments.
    const draft = await restored.byId('r0-draft')
    expect(draft?.summary['pair']).toBe((await restored.readMeta('pair')) ?? undefined)
  })

  it('is readable by its owner only, and leaves no unfinished file', async () => {
    const database = await createFull()
    const file = newFile()
    await backupDatabase(database, file)
    expect((await stat(file)).mode & 0o077).toBe(0)
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('says that it cannot be written', async () => {
    const database = await open()
    const isFolder = newFile()
    await mkdir(isFolder)
    for (const file of [join(folder, 'nowhere', 'x.gz'), isFolder]) {
      await expect(backupDatabase(database, file)).rejects.toMatchObject({
        kind: 'ours',
        message: expect.stringMatching(/Không ghi được bản sao lưu.*thư mục/),
      })
    }
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
    await database.ping()
  })

  it('replaces nothing that is there unless forced to', async () => {
    const [source, target] = [await createFull(), await createFull()]
    await createRevisionStore(source).writeMeta('only here', 'source')
    await createRevisionStore(target).writeMeta('only here', 'target')
    const before = await allRows(target)
    const file = newFile()
    await backupDatabase(source, file)
    await expect(restoreDatabase(target, file)).rejects.toMatchObject({
      kind: 'input',
      message: expect.stringContaining('--force'),
    })
    expect(await allRows(target)).toEqual(before)
    await restoreDatabase(target, file, { force: true })
    expect(await allRows(target)).toEqual(await allRows(source))
    expect(await createRevisionStore(target).readMeta('only here')).toBe('source')
  })

  it('is refused when broken in any way, and nothing is changed', async () => {
    const source = await createFull()
    const target = await open()
    await createRevisionStore(target).writeMeta('kept', '1')
    const before = await allRows(target)
    const whole = newFile()
    await backupDatabase(source, whole)
    const bytes = await readFile(whole)
    const lines = await linesOf(whole)
    const zipped = (changed: string[]): Buffer => gzipSync(changed.join('\n'))
    const flipped = Buffer.from(bytes)
    const middle = bytes.length >> 1
    flipped.writeUInt8(flipped.readUInt8(middle) ^ 0xff, middle)

    const broken: Record<string, Buffer> = {
      'cut in the middle': bytes.subarray(0, middle),
      'without its last byte': bytes.subarray(0, -1),
      'with a flipped byte': flipped,
      empty: Buffer.alloc(0),
      'not zipped': gunzipSync(bytes),
      'without its footer': zipped([...lines.slice(0, -2), '']),
      'without a row': zipped([...lines.slice(0, 5), ...lines.slice(6)]),
      'without its last line break': zipped(lines.slice(0, -1)),
      'with rows after the footer': zipped([...lines.slice(0, -1), lines[1] ?? '', '']),
      'without its header': zipped(lines.slice(1)),
      'of another kind': gzipSync('{"format":"something"}\n'),
      'with an unknown table': zipped([
        lines[0] ?? '',
        '{"table":"x","row":{}}',
        ...lines.slice(1),
      ]),
    }
    for (const [name, content] of Object.entries(broken)) {
      const file = newFile()
      await writeFile(file, content)
      await expect(restoreDatabase(target, file), name).rejects.toMatchObject({
        name: 'Failure',
        kind: 'input',
        message: expect.stringContaining('không có gì bị thay đổi'),
      })
    }
    expect(await allRows(target)).toEqual(before)
  })

  it('is refused when it is newer than the program', async () => {
    const [source, target] = [await createFull(), await open()]
    const whole = newFile()
    await backupDatabase(source, whole)
    const [header = '', ...rest] = await linesOf(whole)
    const parsed = JSON.parse(header) as { migrations: string[] }
    const newer = [
      { ...parsed, formatVersion: 2 },
      { ...parsed, migrations: [...parsed.migrations, '9999-next'] },
    ]
    for (const changed of newer) {
      const file = newFile()
      await writeFile(file, gzipSync([JSON.stringify(changed), ...rest].join('\n')))
      await expect(restoreDatabase(target, file)).rejects.toMatchObject({
        kind: 'input',
        message: expect.stringMatching(/mới hơn.*cài bản mới hơn/i),
      })
    }
    expect(await createRevisionStore(target).current()).toBeNull()
  })

  it('is taken back whole when its rows do not fit the tables', async () => {
    const [source, target] = [await createFull(), await createFull()]
    const before = await allRows(target)
    const whole = newFile()
    await backupDatabase(source, whole)
    const lines = await linesOf(whole)
    const last = lines.findLastIndex((line) => line.startsWith('{"table":"ratings"'))
    lines[last] = '{"table":"ratings","row":{"question_id":"q1","no_such_column":1}}'
    const file = newFile()
    await writeFile(file, gzipSync(lines.join('\n')))
    await expect(restoreDatabase(target, file, { force: true })).rejects.toMatchObject({
      kind: 'input',
      message: expect.stringContaining('nguyên vẹn'),
    })
    expect(await allRows(target)).toEqual(before)
    await createRevisionStore(target).writeMeta('still works', '1')
  })

  it('says that there is no such file', async () => {
    const target = await open()
    await expect(restoreDatabase(target, join(folder, 'missing.gz'))).rejects.toMatchObject({
      kind: 'input',
      message: expect.stringMatching(/Không đọc được bản sao lưu .*missing\.gz/),
    })
  })
})
