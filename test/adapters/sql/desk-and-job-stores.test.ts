import { describe, expect, it } from 'vitest'
import { createAskedQuestionStore, createJobRunStore } from '../../../adapters/sql/index.ts'
import type { AskedQuestion } from '../../../desk/index.ts'
import { forEachDatabase } from '../../support/databases.ts'

const at = (second: number): string => `2026-11-21T03:00:${String(second).padStart(2, '0')}.000Z`

const question = (id: string, rest: Partial<AskedQuestion> = {}): AskedQuestion => ({
  id,
  askedAt: at(Number(id)),
  channel: 'web',
  text: 'Cấp lại bằng lái?',
  folded: 'cap lai bang lai',
  outcome: 'none',
  reason: 'not_found',
  entryId: null,
  revision: 3,
  ...rest,
})

const once = (second: number) => ({
  ...{ count: 1, unhelpful: 0, entryId: null, firstAt: at(second), lastAt: at(second) },
})

forEachDatabase('desk and job stores', ({ open }) => {
  describe('asked questions', () => {
    const create = async () => createAskedQuestionStore(await open())

    it('counts missed questions that are equal when folded, most frequent first', async () => {
      const store = await create()
      await store.add(question('1', { text: 'cap lai bang lai', reason: 'empty' }))
      await store.add(question('2', { folded: 'thoi tiet', text: 'thời tiết' }))
      await store.add(question('3'))
      await store.add(question('4', { outcome: 'answer', entryId: '1.1' }))
      await store.add(question('5', { folded: 'khac', text: 'khác', reason: null }))
      expect(await store.missed(10)).toEqual([
        {
          text: 'Cấp lại bằng lái?',
          count: 2,
          unhelpful: 0,
          entryId: null,
          firstAt: at(1),
          lastAt: at(3),
          reason: 'not_found',
        },
        { text: 'khác', ...once(5), reason: null },
        { text: 'thời tiết', ...once(2), reason: 'not_found' },
      ])
      expect(await store.missed(1)).toHaveLength(1)
    })

    it('counts a question whose answer did not help among the missed', async () => {
      const store = await create()
      await store.add(question('1'))
      await store.add(question('2', { outcome: 'answer', reason: null, entryId: '1.1' }))
      await store.add(question('3', { outcome: 'answer', reason: null, folded: 'x' }))
      expect(await store.rate('2', false, at(9))).toBe(true)
      expect(await store.rate('3', true, at(9))).toBe(true)
      expect(await store.missed(10)).toMatchObject([
        { count: 2, unhelpful: 1, entryId: '1.1', firstAt: at(1), lastAt: at(2) },
      ])
    })

    it('counts one rating a question, the last one, the worst entry first', async () => {
      const store = await create()
      const entryIds = ['good', 'bad', 'bad', 'mixed', 'mixed', null]
      for (const [i, entryId] of entryIds.entries()) {
        await store.add(question(String(i), { outcome: 'answer', entryId }))
      }
      const votes: [string, boolean][] = [
        ['0', false],
        ['0', true],
        ['1', false],
        ['2', false],
        ['3', true],
        ['4', false],
        ['5', true],
      ]
      for (const [id, isHelpful] of votes) expect(await store.rate(id, isHelpful, at(9))).toBe(true)
      expect(await store.rate('unknown', true, at(9))).toBe(false)
      expect(await store.ratings(10)).toEqual([
        { entryId: 'bad', helpful: 0, unhelpful: 2 },
        { entryId: 'mixed', helpful: 1, unhelpful: 1 },
        { entryId: 'good', helpful: 1, unhelpful: 0 },
      ])
      expect(await store.ratings(1)).toHaveLength(1)
    })

    it('deletes old questions with their ratings, as many as allowed', async () => {
      const store = await create()
      for (const id of ['1', '2', '3']) {
        await store.add(question(id, { outcome: 'answer', entryId: 'e' }))
        await store.rate(id, true, at(9))
      }
      expect(await store.deleteBefore(at(3), 1)).toBe(1)
      expect(await store.ratings(1)).toEqual([{ entryId: 'e', helpful: 2, unhelpful: 0 }])
      expect(await store.deleteBefore(at(3), 10)).toBe(1)
      expect(await store.deleteBefore(at(3), 10)).toBe(0)
      expect(await store.ratings(1)).toEqual([{ entryId: 'e', helpful: 1, unhelpful: 0 }])
      expect(await store.rate('1', true, at(9))).toBe(false)
    })
  })

  describe('job runs', () => {
    const create = async () => createJobRunStore(await open())
    const run = (second: number, owner = 'a') => ({
      job: 'retention',
      slot: at(second),
      owner,
      startedAt: at(second),
    })

    it('lets one claim a slot, however many try', async () => {
      const store = await create()
      const claims = await Promise.all(
        ['a', 'b', 'c', 'd'].map((owner) => store.claim(run(1, owner))),
      )
      expect(claims.filter(Boolean)).toHaveLength(1)
      expect(await store.claim(run(2))).toBe(true)
      expect(await store.claim({ ...run(1), job: 'other' })).toBe(true)
    })

    it('tells the newest run of a job, and how it ended', async () => {
      const store = await create()
      expect(await store.last('retention')).toBeNull()
      await store.claim(run(2))
      await store.claim(run(1))
      const running = { ...run(2), state: 'running', finishedAt: null, detail: '' }
      expect(await store.last('retention')).toEqual(running)
      const result = { state: 'done' as const, finishedAt: at(5), detail: 'đã xóa 3' }
      await store.finish(run(2, 'someone else'), { ...result, state: 'failed' })
      expect(await store.last('retention')).toEqual(running)
      await store.finish(run(2), result)
      expect(await store.last('retention')).toEqual({ ...run(2), ...result })
    })

    it('deletes runs before and after a time', async () => {
      const store = await create()
      for (const second of [1, 2, 3, 4]) await store.claim(run(second))
      expect(await store.deleteBefore(at(3))).toBe(2)
      expect(await store.deleteAfter(at(3))).toBe(1)
      expect(await store.last('retention')).toMatchObject({ slot: at(3) })
    })
  })
})
