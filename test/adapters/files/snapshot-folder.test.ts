import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSnapshotFolder } from '../../../adapters/files/index.ts'

let parent = ''
let folder = ''
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'cchc-snapshots-'))
  folder = join(parent, 'index')
})
afterEach(() => rm(parent, { recursive: true, force: true }))

test('what is saved is loaded, listed with its revision, and removed', async () => {
  const snapshots = createSnapshotFolder(folder)
  expect(await snapshots.list()).toEqual([])
  expect(await snapshots.load('7-abc')).toBeNull()
  await snapshots.save('7-abc', Buffer.from('seven'))
  await snapshots.save('12-def', Buffer.from('twelve'))
  await snapshots.save('12-def', Buffer.from('twelve again'))
  expect(Buffer.from((await snapshots.load('12-def'))!).toString()).toBe('twelve again')
  const listed = (await snapshots.list()).toSorted((a, b) => a.revision - b.revision)
  expect(listed.map(({ name, revision, bytes }) => [name, revision, bytes])).toEqual([
    ['7-abc', 7, 5],
    ['12-def', 12, 12],
  ])
  expect(listed[0]?.savedAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  await snapshots.remove('7-abc')
  await snapshots.remove('7-abc')
  expect(await readdir(folder)).toEqual(['12-def.index'])
})

test('a file that was not finished is not a snapshot', async () => {
  const snapshots = createSnapshotFolder(folder)
  await snapshots.save('1-a', Buffer.from('a'))
  await writeFile(join(folder, '2-b.index.77.part'), 'half')
  await writeFile(join(folder, 'notes.txt'), 'x')
  expect((await snapshots.list()).map(({ name }) => name)).toEqual(['1-a'])
  expect(await snapshots.load('2-b')).toBeNull()
})

test('a folder that cannot be made refuses to save and has nothing to load', async () => {
  const file = join(parent, 'file')
  await writeFile(file, 'not a folder')
  const snapshots = createSnapshotFolder(join(file, 'index'))
  await expect(snapshots.save('1-a', Buffer.from('a'))).rejects.toThrow(/ENOTDIR|EEXIST/)
  expect([await snapshots.load('1-a'), await snapshots.list()]).toEqual([null, []])
})

test('what dead processes left half written is removed with the next save, nothing else', async () => {
  await mkdir(folder)
  const dead = spawnSync(process.execPath, ['--version']).pid
  const stay = ['2-b.index.1.part', `3-c.index.${process.ppid}.part`, 'notes.part']
  for (const name of [`1-a.index.${dead}.part`, ...stay])
    await writeFile(join(folder, name), 'half')
  const snapshots = createSnapshotFolder(folder)
  await snapshots.save('4-d', Buffer.from('d'))
  expect((await readdir(folder)).toSorted()).toEqual([...stay, '4-d.index'].toSorted())
})

test('a disk that is full keeps the old file and nothing of the new one', async () => {
  const snapshots = createSnapshotFolder(folder)
  await snapshots.save('1-a', Buffer.from('old'))
  const module = new URL('../../../adapters/files/snapshot-folder.ts', import.meta.url).href
  const script = `
    const { createSnapshotFolder } = await import(${JSON.stringify(module)})
    const save = createSnapshotFolder(${JSON.stringify(folder)}).save('1-a', new Uint8Array(1e6))
    process.stdout.write(await save.then(() => 'saved', ({ code }) => code))`
  // No file of this process may be larger than 100 blocks.
  const { stdout } = spawnSync(
    'sh',
    ['-c', 'ulimit -f 100; exec "$0" --input-type=module -e "$1"', process.execPath, script],
    { encoding: 'utf8' },
  )
  expect(stdout).toBe('EFBIG')
  expect(await readdir(folder)).toEqual(['1-a.index'])
  expect(Buffer.from((await snapshots.load('1-a'))!).toString()).toBe('old')
})
