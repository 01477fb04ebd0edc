import { spawnSync } from 'node:child_process'
import { chmod, cp, mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { userInfo } from 'node:os'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase, type DatabaseTarget } from '../../adapters/sql/index.ts'
import { systemClock } from '../../core/index.ts'
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts'
import {
  copyProgram,
  newFolder,
  ROOT,
  runJson,
  runProgram,
  type ProgramOptions,
} from '../support/process/program.ts'

// Whole processes: several a test, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000 })

/** Starts the server and expects that it stops at once with one line, which names all of `named`. */
async function expectOneLine(
  dataFolder: string,
  named: readonly string[],
  options: ProgramOptions = {},
): Promise<number | null> {
  const env = { PORT: '0', ...options.env }
  const words = ['serve', '--data', dataFolder]
  const { code, signal, out, err } = await runProgram(words, { ...options, env })
  expect({ out, signal }).toEqual({ out: '', signal: null })
  for (const name of named) expect(err).toContain(name)
  expect(err).toMatch(/^[^\n]+\n$/)
  expect(err).not.toMatch(/ at .*\.ts:|node:internal|Error:/)
  return code
}

describe('a wrong setting', () => {
  test.each([
    ['PORT', 'abc', 'số cổng từ 0 đến 65535'],
    ['PORT', '70000', 'số cổng từ 0 đến 65535'],
    ['PORT', '80.5', 'số cổng từ 0 đến 65535'],
    ['DATABASE_URL', 'mysql://u:p@h/db', 'postgres://'],
    ['DATABASE_URL', 'postgres://u:p#x@[h/db', 'postgres://'],
    ['TRUSTED_PROXIES', '10.0.0.1, máy-chủ', 'CIDR'],
    ['TRUSTED_PROXIES', '10.0.0.0/33', 'CIDR'],
    ['FRAME_ANCESTORS', 'https://xa.gov.vn/trang', 'https://'],
    ['FRAME_ANCESTORS', '*', 'https://'],
    ['FRAME_ANCESTORS', "https://xa.gov.vn; script-src 'none'", 'https://'],
    ['UNIT_NAME', 'x'.repeat(121), '120 ký tự'],
    ['LOG_LEVEL', 'loud', 'info'],
    ['QUESTION_RETENTION_DAYS', '0', 'từ 1 đến 3650'],
  ])('%s=%s is named, with what it should be', async (name, value, expected) => {
    const code = await expectOneLine(await newFolder(), [name, expected], {
      env: { [name]: value },
    })
    expect(code).toBe(2)
  })

  test('in the file .env counts like one in the environment, which wins over it', async () => {
    const root = await copyProgram()
    await writeFile(join(root, '.env'), 'UNIT_NAME=UBND xã Mẫu\nLOG_LEVEL=loud\n')
    const data = await newFolder()
    expect(await expectOneLine(data, ['LOG_LEVEL'], { root })).toBe(2)
    const inFile = { root, env: { LOG_LEVEL: 'info' } }
    const shown = await runJson(['unit', 'show', '--data', data], inFile)
    expect(shown.code).toBe(0)
    expect(shown.json).toMatchObject({ unit: { name: 'UBND xã Mẫu' } })
    const inBoth = { root, env: { LOG_LEVEL: 'info', UNIT_NAME: 'UBND xã Khác' } }
    const { json } = await runJson(['unit', 'show', '--data', data], inBoth)
    expect(json).toMatchObject({ unit: { name: 'UBND xã Khác' } })
  })

  test('an address that this machine does not have', async () => {
    const env = { HOST: '203.0.113.7' }
    expect(await expectOneLine(await newFolder(), ['203.0.113.7', 'HOST='], { env })).toBe(2)
  })

  test('is one JSON document with --json', async () => {
    const { code, json, err } = await runJson(['serve'], { env: { PORT: 'abc' } })
    expect({ code, err }).toEqual({ code: 2, err: '' })
    expect(json).toEqual({ error: { kind: 'input', message: expect.stringContaining('PORT') } })
  })
})

test('a busy port', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void other.close())
  const port = String((other.address() as AddressInfo).port)
  const code = await expectOneLine(await newFolder(), [port, 'PORT='], { env: { PORT: port } })
  expect(code).toBe(2)
})

const NOBODY = 65_534
const isRoot = userInfo().uid === 0
/** Whether the account without rights can read the program at all. */
const canRunAsNobody =
  isRoot &&
  spawnSync(process.execPath, [join(ROOT, 'main.ts'), '--help'], { uid: NOBODY, gid: NOBODY })
    .status === 0
if (isRoot && !canRunAsNobody) {
  console.log('Skipped: read-only data folders, the program lies where only root can read it.')
}

describe('a data folder', () => {
  test('below a file', async () => {
    const file = join(await newFolder(), 'file')
    await writeFile(file, '')
    expect(await expectOneLine(join(file, 'var'), [file, '--data'])).toBe(1)
  })

  // root may write everywhere, so root runs the program as nobody, where nobody can read the program
  test.skipIf(isRoot && !canRunAsNobody)('that may only be read', async () => {
    const folder = await newFolder()
    const prepared = join(folder, 'prepared')
    await runProgram(['db', 'migrate', '--data', prepared])
    const empty = join(folder, 'empty')
    await mkdir(empty)
    await chmod(folder, 0o755)
    for (const data of [prepared, empty]) {
      await chmod(data, 0o555)
      const asNobody = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
      expect(await expectOneLine(data, [data, 'ghi được'], asNobody)).toBe(1)
      await chmod(data, 0o755)
    }
  })
})

/** As a later version of the program would leave it. */
async function makeNewer(target: DatabaseTarget): Promise<void> {
  const database = await openDatabase(target, { clock: systemClock })
  await database
    .db()
    .insertInto('schema_migrations')
    .values({ ordinal: 9_999, name: '9999-from-the-future', applied_at: '2030-01-01' })
    .execute()
  await database.close()
}

describe('a database', () => {
  test('that is newer than the program', async () => {
    const data = await newFolder()
    const file = join(data, 'cchc.sqlite')
    await makeNewer({ kind: 'sqlite', file })
    expect(await expectOneLine(data, [file, 'mới hơn'])).toBe(1)
    const { code, json } = await runJson(['ask', 'x', '--data', data])
    expect({ code, json }).toEqual({
      code: 1,
      json: { error: { kind: 'ours', message: expect.stringContaining('mới hơn') } },
    })
  })

  test('that is no database', async () => {
    const data = await newFolder()
    const file = join(data, 'cchc.sqlite')
    await writeFile(file, 'Đây là một tệp văn bản.\n'.repeat(500))
    expect(await expectOneLine(data, [file, 'không phải'])).toBe(1)
  })

  test('that is broken in the middle', async () => {
    const data = await newFolder()
    const file = join(data, 'cchc.sqlite')
    await runProgram(['ask', 'x', '--data', data])
    const handle = await open(file, 'r+')
    const { size } = await handle.stat()
    // All but the first page, which says that it is a database.
    await handle.write(Buffer.alloc(size - 4_096, 0x5a), 0, size - 4_096, 4_096)
    await handle.close()
    expect(await expectOneLine(data, [file, 'db restore'])).toBe(1)
  })
})

describe('shipped content', () => {
  test('that is corrupt is named by file and line, also when it was well before', async () => {
    const root = await copyProgram()
    const content = join(root, 'content')
    const aside = join(root, 'aside')
    const data = await newFolder()
    expect((await runProgram(['db', 'migrate', '--data', data], { root })).code).toBe(0)
    const broken: [string, string, string[]][] = [
      ['guides/broken.md', '# Không có phần khai báo\n', ['content/guides/broken.md']],
      [
        'procedures/cut.md',
        '---\ncode: "1.999999\nname: Đăng ký\n---\n',
        ['content/procedures/cut.md'],
      ],
      ['records.jsonl', '{"code":"1.999999","name":"Việc"}\n{"code":\n', ['records.jsonl', '2']],
      ['lexicon/aspects.yaml', 'fee: [lệ phí\n', ['aspects.yaml']],
      ['calendar/working-calendar.yaml', 'holidays: none\n', ['working-calendar.yaml']],
    ]
    for (const [file, text, named] of broken) {
      await cp(content, aside, { recursive: true })
      await mkdir(join(content, file, '..'), { recursive: true })
      await writeFile(join(content, file), text)
      expect(await expectOneLine(data, named, { root })).toBe(2)
      await rm(content, { recursive: true })
      await rename(aside, content)
    }
    await rm(content, { recursive: true })
    expect(await expectOneLine(data, [content], { root })).toBe(2)
  })
})

describe('PostgreSQL', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.stop())

  const expectRefusal = async (url: string, named: readonly string[]): Promise<void> => {
    const data = await newFolder()
    expect(await expectOneLine(data, named, { env: { DATABASE_URL: url } })).toBe(1)
  }

  test('that does not answer', () =>
    expectRefusal('postgres://nobody:secret@127.0.0.1:9/cchc', ['127.0.0.1:9', 'DATABASE_URL']))

  test('that does not know the password, which is not repeated', async () => {
    const url = new URL(await server.createPlace())
    url.password = 'wrong-secret'
    await expectRefusal(url.href, [url.host, 'DATABASE_URL'])
    const { err } = await runProgram(['serve'], { env: { DATABASE_URL: url.href, PORT: '0' } })
    expect(err).not.toContain('wrong-secret')
  })

  test('that does not have the database', async () => {
    const url = new URL(await server.createPlace())
    url.pathname = '/missing'
    await expectRefusal(url.href, ['/missing', 'DATABASE_URL'])
  })

  test('that was migrated by a newer program', async () => {
    const url = await server.createPlace()
    await makeNewer({ kind: 'postgres', url })
    await expectRefusal(url, ['mới hơn'])
  })
})
