import { copyFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts'
import { newFolder, runJson, runProgram } from '../support/process/program.ts'
import { openChat, serveProgram, titleOf } from '../support/process/server.ts'

// Whole processes: several a test, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000 })

const QUESTION = 'lam khai sinh cho con can giay to gi'
const TITLE = 'Đăng ký khai sinh: giấy tờ cần có'

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

test('a backup made while serving comes back on an empty folder, over another, and on PostgreSQL', async () => {
  const data = await newFolder()
  const running = await serveProgram(data)
  const chat = openChat()
  await chat.say(running.url, QUESTION)
  const folder = await newFolder()
  const file = join(folder, 'sao-luu.jsonl.gz')
  let isDone = false
  const talking = (async () => {
    let answers = 0
    while (!isDone) {
      await openChat().say(running.url, 'lệ phí khai tử')
      answers += 1
    }
    return answers
  })()
  const INIT_CWD = folder
  const backup = await runJson(['db', 'backup', 'sao-luu.jsonl.gz', '--data', data], {
    env: { INIT_CWD },
  })
  isDone = true
  expect(await talking).toBeGreaterThan(0)
  expect(backup).toMatchObject({ code: 0, err: '', json: { file: 'sao-luu.jsonl.gz' } })
  expect(await readdir(folder)).toEqual(['sao-luu.jsonl.gz'])
  expect(running.output.err).toBe('')
  await running.end('SIGTERM')

  const restore = ['db', 'restore', file]
  const empty = join(await newFolder(), 'var')
  const restored = await runJson([...restore, '--data', empty])
  expect(restored).toMatchObject({ code: 0, json: { counts: backup.json['counts'] } })
  expect((await runProgram(['ask', QUESTION, '--data', empty])).out).toContain(TITLE)
  // Nothing was published anew: the content was in the backup.
  expect((await runJson(['kb', 'history', '--data', empty])).json).toMatchObject({ current: 1 })
  const again = await serveProgram(empty)
  expect(await chat.page(again.url)).toContain(TITLE)
  await again.end('SIGTERM')

  const used = await newFolder()
  await runProgram(['ask', 'x', '--data', used])
  const refused = await runJson([...restore, '--data', used])
  expect(refused).toMatchObject({
    code: 2,
    json: { error: { kind: 'input', message: expect.stringContaining('--force') } },
  })
  const forced = await runJson([...restore, '--force', '--data', used])
  expect(forced).toMatchObject({ code: 0, json: { counts: backup.json['counts'] } })
  expect((await runProgram(['ask', QUESTION, '--data', used])).out).toContain(TITLE)

  const env = { DATABASE_URL: await server.createPlace() }
  const moved = await runJson([...restore, '--data', await newFolder()], { env })
  expect(moved).toMatchObject({ code: 0, json: { counts: backup.json['counts'] } })
  const onPostgres = await serveProgram(await newFolder(), { env })
  expect(await chat.page(onPostgres.url)).toContain(TITLE)
  expect(titleOf(await chat.say(onPostgres.url, QUESTION))).toBe(TITLE)
  await onPostgres.end('SIGTERM')
})

test('what is no backup changes nothing and is named', async () => {
  const data = await newFolder()
  await runProgram(['ask', 'x', '--data', data])
  const file = join(await newFolder(), 'not-a-backup.gz')
  await copyFile(join(data, 'cchc.sqlite'), file)
  const { code, json } = await runJson(['db', 'restore', file, '--force', '--data', data])
  expect({ code, json }).toEqual({
    code: 2,
    json: { error: { kind: 'input', message: expect.stringContaining('not-a-backup.gz') } },
  })
  expect((await runJson(['kb', 'history', '--data', data])).json).toMatchObject({ current: 1 })
  const nowhere = join(data, 'no', 'such', 'folder', 'x.gz')
  const unwritten = await runJson(['db', 'backup', nowhere, '--data', data])
  expect(unwritten).toMatchObject({ code: 1, json: { error: { kind: 'ours' } } })
})
