import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase, type DatabaseTarget } from '../../adapters/sql/index.ts'
import { systemClock } from '../../core/index.ts'
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts'
import { spawnNpm } from '../support/process/npm.ts'
import {
  newFolder,
  ROOT,
  runProgram,
  startProgram,
  waitForEnd,
  type ProgramOptions,
} from '../support/process/program.ts'
import {
  newMessageId,
  openChat,
  serveProgram,
  titleOf,
  waitFor,
  type ServerProcess,
} from '../support/process/server.ts'
import { join } from 'node:path'

// Whole processes: several a test, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000 })

const QUESTION = 'lam khai sinh cho con can giay to gi'
const TITLE = 'Đăng ký khai sinh: giấy tờ cần có'
const FIRST_ANSWER_WITHIN_MS = 30_000
const RESTART_WITHIN_MS = 3_000
const END_WITHIN_MS = 5_000
/** Twice the five seconds after which a message counts as left behind. */
const RESUMED_WITHIN_MS = 12_000

/** A place for data that nothing was ever stored in. */
interface Place {
  folder: string
  options: ProgramOptions
  target: DatabaseTarget
}

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

const PLACES: Readonly<Record<string, () => Promise<Place>>> = {
  async sqlite() {
    const folder = await newFolder()
    const file = join(folder, 'cchc.sqlite')
    return { folder, options: {}, target: { kind: 'sqlite', file } }
  },
  async postgres() {
    const url = await server.createPlace()
    const options = { env: { DATABASE_URL: url } }
    return { folder: await newFolder(), options, target: { kind: 'postgres', url } }
  },
}

/** How many messages came, how many wait, and how many have other than one reply. */
async function countMessages(target: DatabaseTarget) {
  const database = await openDatabase(target, { clock: systemClock })
  try {
    const inbox = await database.db().selectFrom('inbox').select(['id', 'status']).execute()
    const replies = await database.db().selectFrom('replies').select('inbox_id').execute()
    const repliesTo = (id: string): number => replies.filter((row) => row.inbox_id === id).length
    return {
      messages: inbox.length,
      waiting: inbox.filter(({ status }) => status === 'received').length,
      answeredOtherThanOnce: inbox.filter(
        ({ id, status }) => repliesTo(id) !== (status === 'handled' ? 1 : 0),
      ).length,
    }
  } finally {
    await database.close()
  }
}

describe.each(Object.keys(PLACES))('serve (%s)', (kind) => {
  const newPlace = (): Promise<Place> => {
    const make = PLACES[kind]
    if (!make) throw new Error(`no place ${kind}`)
    return make()
  }

  test('answers on an empty place, ends at SIGTERM, and answers soon after a restart', async () => {
    const { folder, options } = await newPlace()
    const first = await serveProgram(folder, options)
    expect(first).toMatchObject({ revision: 1, entries: expect.any(Number) })
    expect(await (await fetch(`${first.url}/healthz`)).json()).toEqual({ ok: true })
    expect(await (await fetch(`${first.url}/readyz`)).json()).toMatchObject({ ok: true })
    const chat = openChat()
    expect(titleOf(await chat.say(first.url, QUESTION))).toBe(TITLE)
    const end = await first.end('SIGTERM')
    expect(end).toMatchObject({ code: 0, signal: null })
    expect(end.elapsedMs).toBeLessThan(END_WITHIN_MS)

    const startedAt = performance.now()
    const second = await serveProgram(folder, options)
    expect(titleOf(await chat.say(second.url, QUESTION))).toBe(TITLE)
    const restartMs = Math.round(performance.now() - startedAt)
    expect(restartMs).toBeLessThan(RESTART_WITHIN_MS)
    expect(second.revision).toBe(1)
    expect((await chat.page(second.url)).match(new RegExp(TITLE, 'g'))).toHaveLength(2)
    const interrupted = await second.end('SIGINT')
    expect(interrupted).toMatchObject({ code: 0, signal: null })
    expect(interrupted.elapsedMs).toBeLessThan(END_WITHIN_MS)
    console.log(
      `${kind}: started in ${first.startMs} ms, answered after restart in ${restartMs} ms`,
    )
  })

  test('answers what is in flight when it is told to end', async () => {
    const { folder, options, target } = await newPlace()
    const running = await serveProgram(folder, options)
    const chats = Array.from({ length: 16 }, openChat)
    // The cookie comes with the first answer.
    await Promise.all(chats.map((chat) => chat.say(running.url, 'xin chào')))
    const answers = Promise.allSettled(chats.map((chat) => chat.say(running.url, QUESTION)))
    await systemClock.sleep(20)
    expect((await running.end('SIGTERM')).code).toBe(0)
    const { messages, ...rest } = await countMessages(target)
    expect(rest).toEqual({ waiting: 0, answeredOtherThanOnce: 0 })
    const answered = (await answers).filter((answer) => answer.status === 'fulfilled')
    expect(messages).toBe(chats.length + answered.length)
  })

  test('answers once what a kill -9 interrupted midway', async () => {
    const { folder, options, target } = await newPlace()
    const dying = await serveProgram(folder, {
      ...options,
      nodeOptions: ['--import', join(ROOT, 'test/support/process/die-midway.ts')],
    })
    const chat = openChat()
    const page = await fetch(dying.url)
    chat.take(page)
    const messageId = newMessageId()
    await expect(chat.say(dying.url, QUESTION, messageId)).rejects.toThrow('fetch failed')
    expect(await countMessages(target)).toEqual({
      ...{ messages: 1, waiting: 1, answeredOtherThanOnce: 0 },
    })

    const last = await serveProgram(folder, options)
    const startedAt = performance.now()
    const isAnswered = async () => ((await countMessages(target)).waiting === 0 ? true : undefined)
    await waitFor(isAnswered, RESUMED_WITHIN_MS)
    console.log(`${kind}: resumed ${Math.round(performance.now() - startedAt)} ms after restart`)
    expect(await chat.page(last.url)).toContain(TITLE)
    // Who saw no answer sends the same message again and gets the one that there is.
    expect(titleOf(await chat.say(last.url, QUESTION, messageId))).toBe(TITLE)
    expect(await countMessages(target)).toEqual({
      ...{ messages: 1, waiting: 0, answeredOtherThanOnce: 0 },
    })
  })
})

test('what the start prints fits one screen and says where chat, data and knowledge are', async () => {
  const data = await newFolder()
  const child = startProgram(['serve', '--data', data], { env: { PORT: '0' } })
  const output = { out: '', err: '' }
  child.stdout?.on('data', (text: Buffer) => void (output.out += text.toString()))
  child.stderr?.on('data', (text: Buffer) => void (output.err += text.toString()))
  await waitFor(() => (output.out.includes('Ctrl+C') ? true : undefined), FIRST_ANSWER_WITHIN_MS)
  const lines = output.out.trim().split('\n')
  expect(lines.length).toBeLessThan(12)
  expect(output.out).toMatch(/http:\/\/127\.0\.0\.1:\d+\n/)
  expect(output.out).toContain(join(data, 'cchc.sqlite'))
  expect(output.out).toMatch(/bản phát hành 1, \d+ mục/)
  expect(output.err).toBe('')
  child.kill('SIGTERM')
  const { code, err } = await waitForEnd(child, output)
  expect(code).toBe(0)
  expect(err).toMatch(/^Đang dừng[^\n]*\n$/)
})

describe('the end of serve', () => {
  /** A prepared folder, so that each start is short. */
  const serving = async (options: ProgramOptions = {}): Promise<ServerProcess> =>
    serveProgram(await newFolder(), options)

  test('does not wait for ever: event streams end, half a request is cut', async () => {
    const running = await serving()
    const { hostname, port } = new URL(running.url)
    const half = connect(Number(port), hostname)
    onTestFinished(() => void half.destroy())
    half.on('error', () => {})
    await once(half, 'connect')
    half.write(
      'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"mess',
    )
    const page = await fetch(running.url)
    const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? ''
    const stream = await fetch(`${running.url}/api/stream`, { headers: { cookie } })
    expect(stream.status).toBe(200)
    const { code, elapsedMs } = await running.end('SIGTERM')
    expect(code).toBe(0)
    expect(elapsedMs).toBeLessThan(END_WITHIN_MS)
    await stream.body?.cancel().catch(() => {})
  })

  test('comes at once with a second Ctrl+C, but not when one press arrives twice', async () => {
    const stubborn = async (secondAfterMs: number): Promise<number | null> => {
      const running = await serving()
      const { hostname, port } = new URL(running.url)
      const half = connect(Number(port), hostname)
      onTestFinished(() => void half.destroy())
      half.on('error', () => {})
      await once(half, 'connect')
      half.write(
        'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
      )
      await systemClock.sleep(100)
      running.child.kill('SIGINT')
      await systemClock.sleep(secondAfterMs)
      return (await running.end('SIGINT')).code
    }
    expect(await stubborn(600)).toBe(1)
    expect(await stubborn(50)).toBe(0)
  })

  test('during the start is an orderly one too', async () => {
    const child = startProgram(['serve', '--data', await newFolder()], { env: { PORT: '0' } })
    const ended = waitForEnd(child)
    await systemClock.sleep(700)
    child.kill('SIGTERM')
    const { code, signal, err } = await ended
    // Before the program has read itself, the signal ends it without further ado.
    expect([code, signal]).toEqual(signal === null ? [0, null] : [null, 'SIGTERM'])
    expect(err).not.toContain('ngoài dự kiến')
  })

  test('is loud and not orderly after an error that nobody caught', async () => {
    const plant = `process.on('SIGUSR2', () => { Promise.reject(new Error('planted')) })`
    const nodeOptions = ['--import', `data:text/javascript,${encodeURIComponent(plant)}`]
    const running = await serving({ nodeOptions })
    const { code, err } = await running.end('SIGUSR2')
    expect(code).toBe(1)
    const [log = '', line = ''] = err.split('\n')
    expect(JSON.parse(log)).toMatchObject({ level: 60, err: { message: 'planted' } })
    expect(line).toContain('lỗi ngoài dự kiến: planted')
  })

  // Windows has no SIGTERM to hand on
  test.skipIf(process.platform === 'win32')('comes when npm start is told to stop', async () => {
    const data = await newFolder()
    const npm = spawnNpm(['start', '--', '--data', data], { env: { PORT: '0' } })
    const url = await waitFor(
      () => /http:\/\/[\d.]+:\d+/.exec(npm.output.out)?.[0],
      FIRST_ANSWER_WITHIN_MS,
    )
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    npm.child.kill('SIGTERM')
    await waitFor(async () => {
      const answer = await fetch(`${url}/healthz`).catch(() => null)
      return answer === null ? true : undefined
    }, END_WITHIN_MS)
    await npm.ended
    expect(npm.output.err).toContain('Đang dừng')
  })
})

test('a command that is told to stop says that it is not done', async () => {
  const data = await newFolder()
  await runProgram(['db', 'migrate', '--data', data])
  const lock = await openDatabase(
    { kind: 'sqlite', file: join(data, 'cchc.sqlite') },
    { clock: systemClock },
  )
  // Somebody else is writing, so that the command waits.
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  const writing = lock.transact(() => released)
  const child = startProgram(['ask', 'x', '--json', '--data', data])
  const ended = waitForEnd(child)
  await systemClock.sleep(1_500)
  child.kill('SIGTERM')
  const { code, out } = await ended
  release()
  await writing
  await lock.close()
  expect(code).toBe(1)
  expect(JSON.parse(out)).toEqual({
    error: { kind: 'ours', message: expect.stringContaining('giữa chừng') },
  })
})
