import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../adapters/sql/index.ts'
import type { SqlDatabase } from '../../adapters/sql/index.ts'
import { systemClock } from '../../core/index.ts'
import { useSqlite } from '../support/databases.ts'
import { createSetClock, openBot, storesOf } from '../support/bot/open-bot.ts'

const script = (name: string): string =>
  fileURLToPath(new URL(`../support/bot/${name}`, import.meta.url))

const newTarget = useSqlite()
const opened: SqlDatabase[] = []
const open = async (file: string): Promise<SqlDatabase> => {
  const database = await openDatabase({ kind: 'sqlite', file }, { clock: systemClock })
  opened.push(database)
  return database
}
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()))
})

const newFile = async (): Promise<string> => {
  const target = await newTarget()
  if (target.kind !== 'sqlite') throw new Error('not sqlite')
  return target.file
}

/** Starts later than the message was received by more than it takes to count as abandoned. */
const laterClock = () =>
  createSetClock(new Date(systemClock.now().getTime() + 60_000).toISOString())

describe('killed with SIGKILL while it answers', () => {
  const steps = ['received', 'loaded', 'session', 'reply', 'handled', 'counted', 'returned']
  it.each(steps.flatMap((step) => [[step, 'before'] as const, [step, 'after'] as const]))(
    'at step "%s", %s: the message is answered exactly once',
    async (step, when) => {
      const file = await newFile()
      const child = spawn(process.execPath, [script('dying-bot.ts'), file, step, when], {
        stdio: 'ignore',
      })
      const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
      expect(signal).toBe('SIGKILL')

      const database = await open(file)
      const bot = openBot(database, { clock: laterClock() })
      const wasStored = (await bot.parts.inbox.find('web', 'm1')) !== null
      expect(wasStored).toBe(!(step === 'received' && when === 'before'))
      const wasAnswered = (await bot.parts.replies.after('web', 'c1', '', 10)).length
      expect(await bot.conversation.resume()).toBe(wasStored && wasAnswered === 0 ? 1 : 0)
      expect(await bot.conversation.resume()).toBe(0)

      // the person's client, which got no reply, sends the same message again
      const cards = await bot.send({ text: 'xin giấy độc thân cần giấy tờ gì' }, 'c1', 'm1')
      expect(cards.map((card) => card.title)).toEqual([
        'Giấy xác nhận tình trạng hôn nhân: giấy tờ cần có',
      ])
      expect(await bot.parts.replies.after('web', 'c1', '', 10)).toHaveLength(1)
      expect((await bot.parts.sessions.load('web', 'c1'))?.version).toBe(1)
    },
  )
})

it('two processes on one conversation answer every message once, in one line of versions', async () => {
  const file = await newFile()
  await (await open(file)).ping()
  const run = promisify(execFile)
  const results = await Promise.all(
    ['a', 'b', 'c'].map((name) =>
      run(process.execPath, [script('racing-bot.ts'), file, name, '12']),
    ),
  )
  expect(results.map(({ stdout }) => stdout.trim())).toEqual(['12', '12', '12'])
  const stores = storesOf(await open(file))
  const replies = await stores.replies.after('web', 'shared', '', 100)
  expect(replies).toHaveLength(36)
  expect(new Set(replies.map((reply) => reply.inboxId)).size).toBe(36)
  expect((await stores.sessions.load('web', 'shared'))?.version).toBe(36)
  expect(await stores.inbox.waiting('web', 'shared')).toEqual([])
})

it('two conversations objects over one file: both give the stored reply of the same message', async () => {
  const file = await newFile()
  const [one, two] = [openBot(await open(file)), openBot(await open(file))]
  const [a, b] = await Promise.all([
    one.send({ text: 'giấy độc thân' }, 'c1', 'same'),
    two.send({ text: 'giấy độc thân' }, 'c1', 'same'),
  ])
  expect(a).toHaveLength(1)
  expect(b).toEqual(a)
  expect(await one.parts.replies.after('web', 'c1', '', 10)).toHaveLength(1)
})

it('what fails three times gets an apology and blocks nothing', async () => {
  const database = await open(await newFile())
  const errors: string[] = []
  let isBroken = true
  const bot = openBot(database, {
    onError: (_, message) => errors.push(message),
    wrap: ({ questions }) => ({
      questions: {
        ...questions,
        add: (question) => {
          if (isBroken) throw new Error('the disk is full')
          return questions.add(question)
        },
      },
    }),
  })
  const card = await bot.say('giấy độc thân')
  expect(card.title).toMatch(/^Xin lỗi anh\/chị, tôi gặp trục trặc/)
  expect(errors).toHaveLength(3)
  expect(await bot.parts.inbox.waiting('web', 'c1')).toEqual([])
  isBroken = false
  expect((await bot.say('giấy độc thân')).title).toBe('Giấy xác nhận tình trạng hôn nhân')
})

it('a message whose answer kills every process is given up after three starts', async () => {
  const file = await newFile()
  for (const mode of ['', 'resume', 'resume', 'resume']) {
    const child = spawn(
      process.execPath,
      [script('dying-bot.ts'), file, 'session', 'before', mode],
      { stdio: 'ignore' },
    )
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
    expect(signal).toBe('SIGKILL')
  }
  const bot = openBot(await open(file), { clock: laterClock() })
  expect(await bot.conversation.resume()).toBe(1)
  const [reply] = await bot.parts.replies.after('web', 'c1', '', 10)
  expect(reply?.cards[0]?.title).toMatch(/trục trặc/)
})

it('resume leaves alone what was received a moment ago', async () => {
  const clock = createSetClock('2026-11-21T02:00:00Z')
  const bot = openBot(await open(await newFile()), { clock })
  await bot.parts.inbox.add({
    id: 'm0',
    channel: 'web',
    messageId: 'young',
    conversationId: 'c1',
    text: 'giấy độc thân',
    action: null,
    status: 'received',
    attempts: 0,
    receivedAt: '2026-11-21T01:59:58.000Z',
  })
  expect(await bot.conversation.resume()).toBe(0)
  clock.set('2026-11-21T02:00:10Z')
  expect(await bot.conversation.resume()).toBe(1)
})
