import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommandLine } from '../../../../adapters/cli/index.ts'
import { systemClock } from '../../../../core/index.ts'
import { openParts } from '../../../support/cli/open-parts.ts'
import { procedure } from '../../../support/records.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cchc-kb-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const put = async (name: string, records: readonly unknown[]): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, records.map((record) => JSON.stringify(record)).join('\n'))
  return path
}

/** Runs command lines on one data folder; `json` gives the exit code and the document printed. */
async function openShell() {
  const { parts } = await openParts(systemClock)
  const call = async (line: readonly string[], isJson: boolean) => {
    let out = ''
    const exit = await runCommandLine(line, isJson, parts, {
      out: (text) => void (out += text),
      err: () => undefined,
    })
    return { exit, out }
  }
  const json = async (...line: string[]) => {
    const { exit, out } = await call(line, true)
    return { exit, document: JSON.parse(out) as Record<string, unknown> }
  }
  return { run: (...line: string[]) => call(line, false), json }
}

test('import, look, publish, look again, go back', async () => {
  const { run, json } = await openShell()
  const file = await put('a.jsonl', [procedure(1), procedure(2)])
  const imported = await json('kb', 'import', file)
  expect(imported).toMatchObject({
    exit: 0,
    document: { revision: null, read: 2, added: 2, changed: 0, removed: 0, rejected: [] },
  })
  const draft = String(imported.document['draft'])
  expect((await run('kb', 'show', draft)).out).toContain('Thêm mới (2)')
  expect((await json('kb', 'publish', draft)).document).toEqual({ revision: 1 })
  expect((await json('kb', 'list')).document['count']).toBe(2)
  expect((await run('kb', 'list', '--find', 'viec thu nghiem so 2')).out).toContain('1.000002')

  const change = await put('b.jsonl', [{ code: '1.000001', steps: 'Bước mới' }])
  const text = (await run('kb', 'import', change, '--publish')).out
  expect(text).toContain('1 thay đổi')
  expect(text).toContain('Đã công bố bản số 2')
  expect((await run('kb', 'diff', '1', '2')).out).toContain('steps: Bước 1: nộp hồ sơ 1 → Bước mới')
  expect((await json('kb', 'show', '1.000001')).document).toMatchObject({
    id: '1.000001',
    layer: 'local',
    record: { steps: 'Bước mới' },
  })
  expect((await json('kb', 'rollback', '1')).document).toEqual({ revision: 3 })
  const history = (await json('kb', 'history')).document
  expect(history).toMatchObject({ current: 3, revisions: [{ number: 3 }, { number: 2 }, {}] })
  expect((await run('kb', 'history')).out).toMatch(/^#3 .*đang dùng/)
})

test('the text of an import ends with the next command', async () => {
  const { run } = await openShell()
  const file = await put('next.jsonl', [procedure(1)])
  expect((await run('kb', 'import', file, '--dry-run')).out).toContain('Bỏ --dry-run')
  const { out } = await run('kb', 'import', file)
  expect(out.trimEnd().split('\n').at(-1)).toMatch(/^ {2}cchc kb publish [0-9a-z]{26} /)
})

test('exit 2 when nothing was readable, 0 when something was; reasons with file and line', async () => {
  const { run, json } = await openShell()
  const bad = await put('bad.jsonl', ['x'])
  expect(await json('kb', 'import', bad)).toMatchObject({
    exit: 2,
    document: { revision: null, draft: null, read: 1, rejected: [{ file: 'bad.jsonl', row: 1 }] },
  })
  const mixed = await put('mixed.jsonl', [procedure(1), { code: 'x', name: 'y' }])
  const { exit, out } = await run('kb', 'import', mixed)
  expect(exit).toBe(0)
  expect(out).toContain('mixed.jsonl:2: code: mã thủ tục phải có dạng')
})

test.each([
  [['kb', 'import', 'khong-co.jsonl'], 'khong-co.jsonl'],
  [['kb', 'publish', 'x'], 'Không có bản nháp "x"'],
  [['kb', 'discard', 'x'], 'Không có bản nháp "x"'],
  [['kb', 'rollback', 'mot'], 'không phải số bản phát hành'],
  [['kb', 'show', '9.999999'], '9.999999'],
  [['kb', 'quarantine', 'accept', '1.000001'], '1.000001'],
  [['kb', 'diff', '1', '99'], '99'],
])('%j cannot be done: exit 2 and one line that says why', async (line, words) => {
  const { json, run } = await openShell()
  await run('kb', 'import', await put('one.jsonl', [procedure(1)]), '--publish')
  const { exit, document } = await json(...line)
  expect(exit).toBe(2)
  const { error } = document as { error: { kind: string; message: string } }
  expect(error.kind).toBe('input')
  expect(error.message).toContain(words)
})

test('export to a file and to the screen; importing it changes nothing', async () => {
  const { run, json } = await openShell()
  await run('kb', 'import', await put('c.jsonl', [procedure(1), procedure(2)]), '--publish')
  const file = join(folder, 'out.jsonl.gz')
  expect((await json('kb', 'export', '--file', file)).document).toEqual({ file, records: 2 })
  const packed = gunzipSync(await readFile(file)).toString()
  expect((await run('kb', 'export')).out).toBe(packed)
  expect((await json('kb', 'import', file)).document).toMatchObject({
    revision: 1,
    draft: null,
    unchanged: 2,
  })
})

test('quarantine: list, accept', async () => {
  const { run, json } = await openShell()
  await run('kb', 'import', await put('d.jsonl', [procedure(1)]), '--publish')
  const strange = procedure(1, { name: 'Công bố Danh mục thủ tục của Sở' })
  await run('kb', 'import', await put('e.jsonl', [strange]), '--publish')
  expect((await run('kb', 'quarantine', 'list')).out).toContain('Công bố Danh mục')
  const list = (await json('kb', 'quarantine', 'list')).document
  expect(list).toMatchObject({ count: 1, quarantined: [{ entryId: '1.000001' }] })
  expect((await json('kb', 'quarantine', 'accept', '1.000001')).document).toEqual({
    revision: 3,
    entryId: '1.000001',
  })
  expect((await run('kb', 'quarantine', 'list')).out).toContain('Không có bản ghi nào')
})

test('help is Vietnamese, with examples', async () => {
  const { run } = await openShell()
  const { exit, out } = await run('kb', 'import', '--help')
  expect(exit).toBe(0)
  expect(out).toContain('Ví dụ:')
  expect((await run('kb', '--help')).out).toContain('cchc kb publish')
})
