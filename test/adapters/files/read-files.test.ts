import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createFileReader,
  createShippedFolder,
  writeRecords,
} from '../../../adapters/files/index.ts'
import type { SourceItem } from '../../../knowledge/index.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cchc-files-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const put = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  return path
}

const readAll = async (paths: string[], maxFileBytes = 10_000_000): Promise<SourceItem[]> => {
  const items: SourceItem[] = []
  for await (const item of createFileReader({ maxFileBytes })(paths)) items.push(item)
  return items
}
const rawsOf = (items: readonly SourceItem[]): unknown[] =>
  items.map((item) => ('raw' in item ? item.raw : item.problem))

test('JSON: a list, { records }, one record; with BOM', async () => {
  const list = await put('list.json', '\ufeff[{"a":1},{"a":2}]')
  const records = await put('records.json', '{"records":[{"a":3}],"made":"today"}')
  const one = await put('one.json', '{"a":4}')
  const items = await readAll([list, records, one])
  expect(rawsOf(items)).toEqual([{ a: 1 }, { a: 2 }, { a: 3 }, { a: 4 }])
  expect(items.map(({ file, row }) => `${file}:${row}`)).toEqual([
    'list.json:1',
    'list.json:2',
    'records.json:1',
    'one.json:1',
  ])
})

test('codes keep every digit, also as bare numbers, and other numbers stay numbers', async () => {
  const json = await put(
    'codes.jsonl',
    '{"code": 1.004870, "score": 0.50, "replaces": [1.10, "x"], "related": [{"entry": 2.000}]}',
  )
  const markdown = await put(
    'codes.md',
    '---\ncode: 1.004870\nreplaces: [1.001190]\nchecked_on: 2026-11-21\nempty:\nyes: true\n---\n',
  )
  expect(rawsOf(await readAll([json, markdown]))).toEqual([
    { code: '1.004870', score: 0.5, replaces: ['1.10', 'x'], related: [{ entry: '2.000' }] },
    {
      code: '1.004870',
      replaces: ['1.001190'],
      checked_on: '2026-11-21',
      empty: null,
      yes: 'true',
    },
  ])
})

test('a bad JSONL line spoils that line only; CRLF and blank lines are fine', async () => {
  const path = await put('mixed.jsonl', '{"a":1}\r\n\r\n{"a":\r\n{"a":2}')
  const items = await readAll([path])
  expect(items.map(({ row }) => row)).toEqual([1, 3, 4])
  expect(items.map((item) => 'problem' in item)).toEqual([false, true, false])
})

test('a line is whole however the file is cut into pieces', async () => {
  const records = Array.from({ length: 3_000 }, (_, at) => ({ at, text: 'ữ'.repeat(at % 97) }))
  const path = await put('long.jsonl', records.map((record) => JSON.stringify(record)).join('\n'))
  expect(rawsOf(await readAll([path]))).toEqual(records)
})

test('Markdown: front matter, sections with their line numbers, CRLF', async () => {
  const path = await put(
    'a.md',
    ['---', 'name: "Đổi thẻ"', 'kind: guide', '---', 'Mở đầu', '## Lệ phí', '5 đ', '> từ: x'].join(
      '\r\n',
    ),
  )
  expect(await readAll([path])).toEqual([
    {
      file: 'a.md',
      sheet: null,
      row: 1,
      raw: { name: 'Đổi thẻ', kind: 'guide' },
      sections: [
        { heading: null, lines: [{ row: 5, text: 'Mở đầu' }] },
        {
          heading: 'Lệ phí',
          lines: [
            { row: 7, text: '5 đ' },
            { row: 8, text: '> từ: x' },
          ],
        },
      ],
    },
  ])
})

test.each([
  ['no front matter', '# Tiêu đề\n', 1, 'bắt đầu bằng'],
  ['an open quote', '---\nname: a\nkind: "b\n---\n', 3, 'nháy'],
  ['a key twice', '---\nname: a\nname: b\n---\n', 3, 'hai lần'],
  ['a list', '---\n- a\n---\n', 2, 'khóa'],
  ['aliases', '---\na: &a [x, x]\nb: [*a, *a]\n---\n', 2, 'bí danh'],
])('Markdown with %s: one problem at its line', async (_what, text, row, words) => {
  const [item] = await readAll([await put('bad.md', text)])
  expect(item).toMatchObject({ file: 'bad.md', row })
  expect(item && 'problem' in item ? item.problem : '').toContain(words)
})

test('a folder is read in the order of names, whatever lies in it; what cannot be read is said', async () => {
  await put('tree/b.json', '{"n":"b"}')
  await put('tree/a/z.json', '{"n":"z"}')
  await put('tree/.hidden.json', '{"n":"hidden"}')
  await put('tree/c.xyz', '?')
  await put('tree/d.json', '{')
  const items = await readAll([join(folder, 'tree')])
  expect(items.map(({ file }) => file)).toEqual(['a/z.json', 'b.json', 'c.xyz', 'd.json'])
  expect(items.slice(2).every((item) => 'problem' in item && item.row === null)).toBe(true)
})

test('what is not UTF-8, cut short, or unpacks without end is one problem of that file', async () => {
  const latin = await put('latin.jsonl', new Uint8Array([0x7b, 0xe0, 0x7d, 0x0a]))
  const packed = gzipSync('{"a":1}\n'.repeat(1_000))
  const cut = await put('cut.jsonl.gz', packed.subarray(0, packed.length - 20))
  const bomb = await put('bomb.jsonl.gz', gzipSync(Buffer.alloc(30_000_000, '\n')))
  const good = await put('good.jsonl.gz', gzipSync('{"a":1}\n'))
  const items = await readAll([latin, bomb, good], 20_000_000)
  expect(items.map(({ file }) => file)).toEqual(['latin.jsonl', 'bomb.jsonl.gz', 'good.jsonl.gz'])
  const [noText, tooLarge, fine] = rawsOf(items)
  expect(noText).toContain('UTF-8')
  expect(tooLarge).toContain('20 MB')
  expect(fine).toEqual({ a: 1 })
  expect(rawsOf(await readAll([cut])).at(-1)).toContain('.gz')
})

test('a line without end is not kept in memory', async () => {
  const [item] = await readAll([await put('line.jsonl', Buffer.alloc(17_000_000, 'x'))], 20_000_000)
  expect(item && 'problem' in item ? item.problem : '').toContain('16 MB')
})

test('a path that is not there stops before anything is read', async () => {
  const missing = join(folder, 'khong-co.json')
  await expect(readAll([missing])).rejects.toMatchObject({ kind: 'input' })
})

test('records are written whole, packed by name, and read back the same', async () => {
  const records = [{ code: '1.004870', name: 'Tên' }, { code: '1.000001' }]
  for (const name of ['out.jsonl', 'out.jsonl.gz']) {
    const path = join(folder, name)
    await writeRecords(path, records)
    expect(rawsOf(await readAll([path]))).toEqual(records)
  }
  const nowhere = join(folder, 'khong', 'co', 'out.jsonl')
  await expect(writeRecords(nowhere, records)).rejects.toMatchObject({ kind: 'input' })
})

test('the shipped folder: its hash is over the bytes of entries, its items are the entries alone', async () => {
  await put('shipped/procedures/a.md', '---\nname: a\n---\n')
  await put('shipped/lexicon/words.yaml', 'x')
  const shipped = createShippedFolder(join(folder, 'shipped'), createFileReader())
  const before = await shipped.hash()
  await put('shipped/lexicon/words.yaml', 'y')
  expect(await shipped.hash()).toBe(before)
  await put('shipped/procedures/a.md', '---\nname: b\n---\n')
  expect(await shipped.hash()).not.toBe(before)
  const items: SourceItem[] = []
  for await (const item of shipped.items()) items.push(item)
  expect(rawsOf(items)).toEqual([{ name: 'b' }])
})
