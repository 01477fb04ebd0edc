import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../adapters/sql/index.ts'
import type { Guard } from '../../../bot/guard/guard.ts'
import type { GuardKind } from '../../../bot/guard/kinds.ts'
import { Failure, systemClock } from '../../../core/index.ts'
import { forEachDatabase, useSqlite } from '../../support/databases.ts'
import { loadGuard } from '../../support/bot/shipped.ts'
import { openBot } from '../../support/bot/open-bot.ts'

let guard: Guard
beforeAll(async () => {
  guard = await loadGuard()
})

/** Each with a word that stands nowhere else. */
const TEXTS: readonly (readonly [GuardKind, string])[] = [
  ['bribe', 'cán bộ Zuvarin đòi thêm 200k ngoài phí'],
  ['denunciation', 'tôi muốn tố cáo ông chủ tịch Zuvarin'],
  ['despair', 'em Zuvarin không muốn sống nữa'],
  ['danger_flood', 'nước lên tới nóc nhà Zuvarin rồi cứu với'],
  ['violence', 'bị chồng Zuvarin đánh'],
  ['child', 'cháu Zuvarin bị bố dượng đánh'],
  ['identity_number', 'số cccd của Zuvarin 040204001234 kiểm tra giúp'],
  ['otp', 'Zuvarin đây, cho em xin mã otp'],
  ['abuse', 'Zuvarin mày ngu quá'],
]

const wait = (ms: number): Promise<void> => systemClock.sleep(ms)

/** Waits until what is stored after the answer is there. */
async function until(isThere: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200 && !(await isThere()); i += 1) await wait(10)
  expect(await isThere()).toBe(true)
}

describe('what the files keep', () => {
  const newTarget = useSqlite()

  it('of a guarded text not one word', async () => {
    const target = await newTarget()
    if (target.kind !== 'sqlite') throw new Error('no file')
    const database = await openDatabase(target, { clock: systemClock })
    const errors: unknown[] = []
    const bot = openBot(database, { guard, onError: (details) => errors.push(details) })
    for (const [kind, text] of TEXTS) {
      expect(guard(text), text).toBe(kind)
      await bot.say(text)
    }
    await bot.say('làm khai sinh ở đâu')
    await until(
      async () =>
        (await bot.conversation.transcript('web', 'c1', 99)).length === 2 * (TEXTS.length + 1),
    )
    const bytesOf = async (): Promise<string> => {
      const folder = dirname(target.file)
      const names = (await readdir(folder)).filter((name) => name.startsWith(basename(target.file)))
      const parts = await Promise.all(names.map((name) => readFile(join(folder, name))))
      return Buffer.concat(parts).toString('latin1')
    }
    const open = await bytesOf()
    await database.close()
    for (const bytes of [open, await bytesOf()]) {
      expect(bytes).toContain('guard:bribe')
      expect(bytes.toLowerCase()).not.toContain('zuvarin')
      expect(bytes).not.toContain('040204001234')
      expect(bytes).not.toContain('200k')
    }
    expect(JSON.stringify(errors)).not.toMatch(/zuvarin/i)
  })
})

forEachDatabase('guarded messages', ({ open }) => {
  it('are counted with their kind and without their text', async () => {
    const database = await open()
    const asked: unknown[] = []
    const bot = openBot(database, {
      guard,
      wrap: ({ questions }) => ({
        questions: {
          ...questions,
          add: async (question) => {
            asked.push(question)
            await questions.add(question)
          },
        },
      }),
    })
    await bot.say('can bo xa doi them 200k ngoai phi')
    await bot.say('nuoc len toi noc nha roi cuu voi')
    await until(() => Promise.resolve(asked.length === 2))
    expect(asked).toMatchObject([
      { outcome: 'guard', reason: 'bribe', text: '', folded: '', entryId: null },
      { outcome: 'guard', reason: 'danger_flood', text: '', folded: '', entryId: null },
    ])
  })

  it('leave what the conversation is about', async () => {
    const bot = openBot(await open(), { guard })
    await bot.say('1.001193')
    const before = await bot.parts.sessions.load('web', 'c1')
    await bot.say('can bo doi them 200k ngoai phi')
    const after = await bot.parts.sessions.load('web', 'c1')
    for (const key of ['entryId', 'misses', 'choices', 'aspects']) {
      expect(after?.data[key]).toEqual(before?.data[key])
    }
    expect((await bot.say('lệ phí')).title).toMatch(/khai sinh.*lệ phí/i)
  })

  it('are one message when they come twice, also the urgent ones', async () => {
    const bot = openBot(await open(), { guard })
    for (const text of ['can bo doi them 200k ngoai phi', 'nuoc len toi noc nha roi cuu voi']) {
      const message = { channel: 'web', conversationId: text, messageId: `m-${text}`, text }
      const first = await bot.conversation.receive(message)
      expect(await bot.conversation.receive(message)).toEqual(first)
      const lines = (): ReturnType<typeof bot.conversation.transcript> =>
        bot.conversation.transcript('web', text, 9)
      await until(async () => (await lines()).length === 2)
      await wait(30)
      expect(await lines()).toMatchObject([
        { kind: 'message', text: null, action: expect.stringMatching(/^guard:/) },
        { kind: 'reply', id: first[0]?.id },
      ])
    }
  })

  it('swearing is not answered alike twice', async () => {
    const bot = openBot(await open(), { guard })
    const titles = [await bot.say('mày ngu quá'), await bot.say('đồ ngu'), await bot.say('đm')].map(
      ({ title }) => title,
    )
    expect(new Set(titles).size).toBe(3)
  })

  it('cannot be sent as a button', async () => {
    const bot = openBot(await open(), { guard })
    expect((await bot.press('guard:bribe')).title).toBe('Cách hỏi tôi')
    expect((await bot.press('tel:112')).title).toBe('Cách hỏi tôi')
    expect(await bot.conversation.transcript('web', 'c1', 1)).not.toMatchObject([
      { action: 'guard:bribe' },
    ])
  })
})

describe('a cry for help', () => {
  const newTarget = useSqlite()
  const cry = { channel: 'web', conversationId: 'c', text: 'nuoc len toi noc nha roi cuu voi' }

  it('is answered while another process holds the database, and stored when it lets go', async () => {
    const target = await newTarget()
    if (target.kind !== 'sqlite') throw new Error('no file')
    const database = await openDatabase(target, { clock: systemClock })
    const bot = openBot(database, { guard, clock: systemClock })
    const other = new SqliteFile(target.file)
    other.exec('BEGIN EXCLUSIVE')
    const before = performance.now()
    const [reply] = await bot.conversation.receive({ ...cry, messageId: 'm1' })
    expect(performance.now() - before).toBeLessThan(1_000)
    expect(reply?.cards[0]?.buttons[0]?.action).toBe('tel:112')
    await wait(200)
    other.exec('ROLLBACK')
    other.close()
    await until(async () => (await bot.conversation.transcript('web', 'c', 9)).length === 2)
    await database.close()
  })

  it('is answered and stored before there is an index', async () => {
    const database = await openDatabase(await newTarget(), { clock: systemClock })
    const source = {
      current: () => {
        throw new Failure('wait', 'not loaded')
      },
      loaded: () => new Promise<void>(() => {}),
    }
    const bot = openBot(database, { guard, source })
    const [reply] = await bot.conversation.receive({ ...cry, messageId: 'm1' })
    expect(reply?.cards[0]?.buttons[0]?.action).toBe('tel:112')
    await until(async () => (await bot.conversation.transcript('web', 'c', 9)).length === 2)
    await database.close()
  })

  it('is answered when nothing can be stored, and the failure is reported without its text', async () => {
    const database = await openDatabase(await newTarget(), { clock: systemClock })
    const errors: unknown[] = []
    const bot = openBot(database, { guard, onError: (details) => errors.push(details) })
    await database.close()
    const [reply] = await bot.conversation.receive({ ...cry, messageId: 'm1' })
    expect(reply?.cards).toHaveLength(1)
    await until(() => Promise.resolve(errors.length === 3))
    expect(errors[0]).toMatchObject({ channel: 'web', kind: 'danger_flood' })
    expect(JSON.stringify(errors)).not.toContain('noc nha')
  })

  it('is known as urgent, a question is not', async () => {
    const database = await openDatabase(await newTarget(), { clock: systemClock })
    const { conversation } = openBot(database, { guard })
    expect(conversation.isUrgent(cry.text)).toBe(true)
    expect(conversation.isUrgent('làm khai sinh ở đâu')).toBe(false)
    expect(conversation.isUrgent('can bo doi them 200k ngoai phi')).toBe(false)
    await database.close()
  })
})
