import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { spawnNpm } from '../support/process/npm.ts'
import {
  newFolder,
  ROOT,
  runJson,
  runProgram,
  startProgram,
  waitForEnd,
} from '../support/process/program.ts'

// Whole processes: several a test, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000 })

const QUESTION = 'lam khai sinh cho con can giay to gi'

test('ask prepares an empty folder by itself and gives the fields of the contract', async () => {
  const data = join(await newFolder(), 'not', 'there', 'yet')
  const { code, json, err } = await runJson(['ask', QUESTION, '--data', data])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(Object.keys(json).toSorted()).toEqual([
    ...['aspects', 'candidates', 'elapsedMs', 'entry', 'outcome', 'text'],
  ])
  expect(json).toMatchObject({
    outcome: 'answer',
    entry: { id: '1.001193', code: '1.001193', title: 'Đăng ký khai sinh', kind: 'procedure' },
    aspects: ['components'],
    text: expect.stringMatching(/^Đăng ký khai sinh: giấy tờ cần có\n/),
    elapsedMs: expect.any(Number),
  })
  expect(Object.keys(json['entry'] as object)).toEqual(['id', 'code', 'title', 'kind'])
  const candidates = json['candidates'] as { id: string; score: number }[]
  expect(candidates.length).toBeLessThanOrEqual(10)
  expect(Object.keys(candidates[0] ?? {})).toEqual(['id', 'code', 'title', 'score'])
  expect(candidates[0]?.id).toBe('1.001193')
  const scores = candidates.map(({ score }) => score)
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  expect(await readdir(data)).toContain('cchc.sqlite')
})

test('--json and --data stand anywhere on the line, and are words of the question after --', async () => {
  const folder = await newFolder()
  const ask = ['ask', QUESTION]
  const lines = [
    ['--json', '--data', folder, ...ask],
    [`--data=${folder}`, ...ask, '--json'],
    ['ask', '--json', `--data=${folder}`, '--explain', QUESTION],
    ['--data', folder, 'ask', '--json', '--', QUESTION],
  ]
  for (const words of lines) {
    const { code, out, err } = await runProgram(words)
    expect({ words, code, err }).toEqual({ words, code: 0, err: '' })
    expect(JSON.parse(out)).toMatchObject({ outcome: 'answer', entry: { id: '1.001193' } })
  }
  const plain = await runProgram(['ask', '--data', folder, '--', '--json', QUESTION])
  expect(plain.code).toBe(0)
  expect(plain.out).toContain('Đăng ký khai sinh')
  expect(plain.out).not.toContain('"outcome"')
  const other = join(folder, 'other')
  const { json } = await runJson(['ask', '--data', folder, '--', QUESTION, '--data', other])
  expect(json).toMatchObject({ outcome: expect.any(String) })
  expect(await readdir(folder)).not.toContain('other')
})

test('the data folder: CCHC_DATA_DIR, --data before it, both relative to where the caller stands', async () => {
  const stands = await newFolder()
  const elsewhere = await newFolder()
  const INIT_CWD = stands
  const set = { INIT_CWD, CCHC_DATA_DIR: 'from-setting' }
  const migrate = ['db', 'migrate']
  expect((await runProgram(migrate, { env: set })).code).toBe(0)
  expect(await readdir(stands)).toEqual(['from-setting'])
  expect((await runProgram([...migrate, '--data', './from-line'], { env: set })).code).toBe(0)
  expect(await readdir(stands)).toEqual(['from-line', 'from-setting'])
  // Without npm the caller stands in the process's own folder.
  expect((await runProgram([...migrate, '--data=here'], { cwd: elsewhere })).code).toBe(0)
  expect(await readdir(elsewhere)).toEqual(['here'])

  await writeFile(join(stands, 'one.jsonl'), '{"code":"1.999999","name":"Đăng ký việc nhỏ"}\n')
  const dryRun = ['kb', 'import', 'one.jsonl', '--dry-run', '--data', 'from-line']
  expect((await runJson(dryRun, { env: { INIT_CWD } })).json).toMatchObject({ read: 1, added: 1 })
})

test('npm run cchc is the command line, whatever folder it is called from', async () => {
  const stands = await newFolder()
  await mkdir(join(stands, 'data'))
  const run = await spawnNpm(
    ['run', '--silent', '--prefix', ROOT, 'cchc', '--', 'db', 'migrate', '--json', '--data=data'],
    { cwd: stands },
  ).ended
  expect(run.code).toBe(0)
  expect(JSON.parse(run.out)).toMatchObject({ place: join(stands, 'data', 'cchc.sqlite') })
})

test.each([
  'ask x --json --data',
  'ask x --data= --json',
  'ask x --data --json',
  '--data --json ask x',
  'ask --json --data -- x',
])('%s misses the folder', async (line) => {
  const { code, out, err } = await runProgram(line.split(' '))
  expect({ code, err }).toEqual({ code: 2, err: '' })
  expect(JSON.parse(out)).toEqual({
    error: { kind: 'input', message: expect.stringContaining('--data') },
  })
})

test('what is wrong with the line is said in one document, with or without an open database', async () => {
  const data = await newFolder()
  const wrong: [string[], string][] = [
    [['askk', 'x'], 'ask'],
    [['kb', 'show', 'không-có'], 'kb list'],
    [['kb', 'publish', 'không-có'], 'kb history'],
    [['kb', 'import', 'không-có.jsonl'], 'không-có.jsonl'],
    [['db', 'restore', 'không-có.gz'], 'không-có.gz'],
    [['log', 'misses', '--limit', 'x'], '1'],
  ]
  for (const [words, named] of wrong) {
    const { code, json, err } = await runJson([...words, '--data', data])
    expect({ words, code, err }).toEqual({ words, code: 2, err: '' })
    expect(json).toEqual({ error: { kind: 'input', message: expect.stringContaining(named) } })
  }
})

test('each command gives one JSON document and nothing else', async () => {
  const data = await newFolder()
  const env = { LOG_LEVEL: 'debug' }
  const lines = [
    ...['kb list', 'kb history', 'kb show 1.001193', 'kb diff 1 1', 'kb export'],
    ...['kb quarantine list', 'log misses', 'log ratings', 'db migrate', 'doctor', 'kb --help'],
    ...['ask khai sinh'],
  ]
  for (const line of lines) {
    const { code, json } = await runJson([...line.split(' '), '--data', data], { env })
    expect({ line, code }).toEqual({ line, code: 0 })
    expect(json).toBeTypeOf('object')
  }
  // The log of the last one was not empty: it stood on stderr.
  expect((await runJson(['ask', 'x', '--data', data], { env })).err).toContain('"level"')
})

test('doctor finds nothing broken after the two commands of the README', async () => {
  const { code, json } = await runJson(['doctor', '--data', await newFolder()])
  expect(json).toMatchObject({ ok: true, must: 0 })
  expect(code).toBe(0)
})

test('a reader that has seen enough ends the command quietly', async () => {
  const data = await newFolder()
  await runProgram(['db', 'migrate', '--data', data])
  const child = startProgram(['kb', 'export', '--data', data])
  child.stdout?.destroy()
  const { err, signal } = await waitForEnd(child)
  expect({ err, signal }).toEqual({ err: '', signal: null })
})
