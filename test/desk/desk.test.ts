import { expect, it } from 'vitest'
import { createAskedQuestionStore, type SqlDatabase } from '../../adapters/sql/index.ts'
import { createDesk } from '../../desk/index.ts'
import { forEachDatabase } from '../support/databases.ts'
import { DrivenClock } from '../support/jobs/driven-clock.ts'

const START = '2026-11-21T03:00:00.000Z'
const deskOf = (database: SqlDatabase, clock = new DrivenClock(START)) =>
  createDesk({ questions: createAskedQuestionStore(database), clock })

const question = (id: string, text: string, changes: object = {}) => ({
  ...{ id, text, channel: 'web', outcome: 'none' as const, reason: 'not_found' },
  ...{ entryId: null, revision: 3, ...changes },
})

forEachDatabase('createDesk', ({ open }) => {
  it('groups questions that differ in diacritics, case, punctuation and spaces', async () => {
    const clock = new DrivenClock(START)
    const desk = deskOf(await open(), clock)
    await desk.record(question('1', 'Đăng ký xe máy điện?'))
    clock.advance(1000)
    await desk.record(question('2', '  dang ky   xe may dien'))
    clock.advance(1000)
    await desk.record(question('3', 'ĐĂNG KÝ XE MÁY ĐIỆN!!!'.normalize('NFD')))
    expect(await desk.missed(10)).toEqual([
      {
        text: 'ĐĂNG KÝ XE MÁY ĐIỆN!!!',
        count: 3,
        firstAt: START,
        lastAt: '2026-11-21T03:00:02.000Z',
        unhelpful: 0,
        entryId: null,
        reason: 'not_found',
      },
    ])
  })

  it('lists only what had no answer', async () => {
    const desk = deskOf(await open())
    await desk.record(question('1', 'lệ phí khai sinh', { outcome: 'answer', reason: null }))
    await desk.record(question('2', 'khai sinh', { outcome: 'choose', reason: null }))
    expect(await desk.missed(10)).toEqual([])
  })

  it('counts what a guard answered without keeping a word of it', async () => {
    const database = await open()
    await deskOf(database).record(question('1', 'đưa tiền lót tay', { outcome: 'guard' }))
    const rows = await database.db().selectFrom('asked_questions').selectAll().execute()
    expect(rows).toMatchObject([{ outcome: 'guard', text: '', folded: '' }])
  })

  it('joins the transaction of the caller', async () => {
    const database = await open()
    const desk = deskOf(database)
    const failing = database.transact(async () => {
      await desk.record(question('1', 'câu hỏi'))
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await desk.missed(10)).toEqual([])
  })

  it('keeps the last rating of a question and knows no rating of an unknown one', async () => {
    const desk = deskOf(await open())
    const answered = { outcome: 'answer', reason: null, entryId: '1.001193' }
    await desk.record(question('1', 'lệ phí khai sinh', answered))
    await desk.record(question('2', 'giấy tờ khai sinh', answered))
    expect(await desk.rate('1', false)).toBe(true)
    expect(await desk.rate('1', true)).toBe(true)
    expect(await desk.rate('2', false)).toBe(true)
    expect(await desk.rate('3', true)).toBe(false)
    expect(await desk.ratings(10)).toEqual([{ entryId: '1.001193', helpful: 1, unhelpful: 1 }])
  })

  it.each([0, -1, 1.5, 1001, Number.NaN])('refuses %s as a number of lines', async (limit) => {
    const desk = deskOf(await open())
    await expect(desk.missed(limit)).rejects.toMatchObject({ kind: 'input' })
    await expect(desk.ratings(limit)).rejects.toMatchObject({ kind: 'input' })
  })
})
