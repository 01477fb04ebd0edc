import { expect, it } from 'vitest'
import {
  createAskedQuestionStore,
  createInboxStore,
  createReplyStore,
  createSessionStore,
  type SqlDatabase,
} from '../../adapters/sql/index.ts'
import { createNewId, systemClock, systemRandom, toInstant, type Clock } from '../../core/index.ts'
import { createRetentionJob, type AgedRows } from '../../jobs/index.ts'
import { forEachDatabase } from '../support/databases.ts'

const NOW = new Date('2026-11-21T03:00:00.000Z')
const clock: Clock = { now: () => NOW, sleep: systemClock.sleep }
const newId = createNewId(systemClock, systemRandom)
const daysAgo = (days: number): string => toInstant(new Date(NOW.getTime() - days * 86_400_000))
const never = new AbortController().signal

const storesOf = (database: SqlDatabase) => ({
  questions: createAskedQuestionStore(database),
  inbox: createInboxStore(database),
  replies: createReplyStore(database),
  sessions: createSessionStore(database),
})
type Stores = ReturnType<typeof storesOf>

async function askRated({ questions }: Stores, askedAt: string): Promise<string> {
  const id = newId()
  const text = `câu hỏi ${id}`
  await questions.add({
    ...{ id, askedAt, channel: 'web', text, folded: text, outcome: 'answer', reason: null },
    ...{ entryId: '1.001193', revision: 1 },
  })
  await questions.rate(id, true, askedAt)
  return id
}

async function converse({ inbox, replies, sessions }: Stores, at: string, isHandled: boolean) {
  const id = newId()
  const where = { channel: 'web', conversationId: id }
  await inbox.add({
    ...{ ...where, id, messageId: id, text: 'chào', action: null, status: 'received', attempts: 0 },
    receivedAt: at,
  })
  if (isHandled) await inbox.markHandled(id, at)
  await replies.add([{ ...where, id: newId(), inboxId: id, cards: [], createdAt: at }])
  await sessions.save({ ...where, version: 1, data: {}, updatedAt: at })
  return id
}

const ratedIn = async ({ questions }: Stores): Promise<number> =>
  (await questions.ratings(10)).reduce((sum, { helpful }) => sum + helpful, 0)

/** Notes the size of each step, and what is done before it. */
function watched(rows: AgedRows, before: () => void = () => undefined) {
  const steps: number[] = []
  const deleteBefore: AgedRows['deleteBefore'] = async (at, limit) => {
    before()
    const count = await rows.deleteBefore(at, limit)
    steps.push(count)
    return count
  }
  return { deleteBefore, steps }
}

forEachDatabase('retention', ({ open }) => {
  it('deletes what is older than its age and nothing else', async () => {
    const database = await open()
    const stores = storesOf(database)
    const [old, young] = [
      await askRated(stores, daysAgo(90.001)),
      await askRated(stores, daysAgo(89.999)),
    ]
    const oldTalk = await converse(stores, daysAgo(30.001), true)
    const youngTalk = await converse(stores, daysAgo(29.999), true)
    const waiting = await converse(stores, daysAgo(400), false)

    const job = createRetentionJob({ clock, questionDays: 90, ...stores })
    expect(await job.run(never)).toBe(
      'Đã xóa dữ liệu quá hạn lưu: 1 câu hỏi, 1 tin nhắn đến, 2 câu trả lời, 2 phiên trò chuyện.',
    )

    expect(await stores.questions.rate(old, true, daysAgo(0))).toBe(false)
    expect(await stores.questions.rate(young, true, daysAgo(0))).toBe(true)
    expect(await ratedIn(stores)).toBe(1)
    expect(await stores.replies.to(oldTalk)).toEqual([])
    expect(await stores.replies.to(youngTalk)).toHaveLength(1)
    expect(await stores.sessions.load('web', oldTalk)).toBeNull()
    expect(await stores.sessions.load('web', youngTalk)).not.toBeNull()
    expect((await stores.inbox.waiting('web', waiting)).map(({ id }) => id)).toEqual([waiting])
  })

  it('keeps conversations no longer than questions when those have a short age', async () => {
    const stores = storesOf(await open())
    const talk = await converse(stores, daysAgo(8), true)
    await createRetentionJob({ clock, questionDays: 7, ...stores }).run(never)
    expect(await stores.replies.to(talk)).toEqual([])
  })

  it('goes in steps of at most 500 rows and can be stopped between them', async () => {
    const database = await open()
    const stores = storesOf(database)
    await database.transact(async () => {
      for (let i = 0; i < 1200; i += 1) await askRated(stores, daysAgo(100))
    })
    const stop = new AbortController()
    const first = watched(stores.questions, () => {
      if (first.steps.length === 1) stop.abort()
    })
    const stopped = createRetentionJob({ clock, questionDays: 90, ...stores, questions: first })
    await expect(stopped.run(stop.signal)).rejects.toThrow(/aborted/)
    expect(first.steps).toEqual([500, 500])
    expect(await ratedIn(stores)).toBe(200)

    const rest = watched(stores.questions)
    const again = createRetentionJob({ clock, questionDays: 90, ...stores, questions: rest })
    expect(await again.run(never)).toContain('200 câu hỏi')
    expect(rest.steps).toEqual([200, 0])
    expect(await ratedIn(stores)).toBe(0)
  })

  it('lets others work between its steps', async () => {
    const database = await open()
    const stores = storesOf(database)
    await database.transact(async () => {
      for (let i = 0; i < 1500; i += 1) await askRated(stores, daysAgo(100))
    })
    const watchedRows = watched(stores.questions)
    const running = createRetentionJob({
      ...{ clock, questionDays: 90 },
      ...{ ...stores, questions: watchedRows },
    }).run(never)
    const stepsSeen: number[] = []
    while (watchedRows.steps.length < 4) {
      await askRated(stores, daysAgo(0))
      stepsSeen.push(watchedRows.steps.length)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    await running
    expect(new Set(stepsSeen).size).toBeGreaterThanOrEqual(3)
    expect(await ratedIn(stores)).toBe(stepsSeen.length)
  })
})
