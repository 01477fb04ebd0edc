import { describe, expect, it } from 'vitest'
import {
  createInboxStore,
  createReplyStore,
  createSessionStore,
} from '../../../adapters/sql/index.ts'
import type { InboxMessage, Reply, Session } from '../../../bot/index.ts'
import { forEachDatabase } from '../../support/databases.ts'

const at = (second: number): string => `2026-11-21T03:00:${String(second).padStart(2, '0')}.000Z`

const message = (id: string, rest: Partial<InboxMessage> = {}): InboxMessage => ({
  id,
  channel: 'web',
  messageId: `m-${id}`,
  conversationId: 'c1',
  text: `câu hỏi ${id}`,
  action: null,
  status: 'received',
  attempts: 0,
  receivedAt: at(Number(id)),
  ...rest,
})

const reply = (id: string, rest: Partial<Reply> = {}): Reply => ({
  id,
  channel: 'web',
  conversationId: 'c1',
  inboxId: null,
  cards: [{ title: `Thẻ ${id}`, paragraphs: [['dòng 1', 'dòng 2'], []], buttons: [] }],
  createdAt: at(Number(id)),
  ...rest,
})

forEachDatabase('conversation stores', ({ open }) => {
  describe('inbox', () => {
    const create = async () => createInboxStore(await open())

    it('stores a message once per channel and message id', async () => {
      const store = await create()
      expect(await store.add(message('1'))).toBe(true)
      expect(await store.add(message('2', { messageId: 'm-1' }))).toBe(false)
      expect(await store.add(message('3', { messageId: 'm-1', channel: 'zalo' }))).toBe(true)
      expect(await store.find('web', 'm-1')).toEqual(message('1'))
      expect(await store.find('web', 'm-9')).toBeNull()
    })

    it('gives the waiting messages of one conversation, oldest first', async () => {
      const store = await create()
      const button = message('2', { text: null, action: 'rate:1' })
      for (const item of [message('3'), message('1'), button]) await store.add(item)
      await store.add(message('4', { conversationId: 'c2' }))
      expect(await store.waiting('web', 'c1')).toEqual([message('1'), button, message('3')])
      await store.countAttempt('1')
      await store.countAttempt('1')
      await store.markHandled('3', at(9))
      expect(await store.waiting('web', 'c1')).toEqual([message('1', { attempts: 2 }), button])
      expect(await store.find('web', 'm-3')).toMatchObject({ status: 'handled' })
      expect(await store.waiting('zalo', 'c1')).toEqual([])
    })

    it('names conversations that were left with messages, the longest waiting first', async () => {
      const store = await create()
      await store.add(message('5', { conversationId: 'late' }))
      await store.add(message('1', { conversationId: 'handled', status: 'handled' }))
      await store.add(message('3', { conversationId: 'b' }))
      await store.add(message('2', { conversationId: 'a' }))
      await store.add(message('4', { conversationId: 'a' }))
      const [a, b] = ['a', 'b'].map((conversationId) => ({ channel: 'web', conversationId }))
      expect(await store.abandoned(at(5), 10)).toEqual([a, b])
      expect(await store.abandoned(at(5), 1)).toEqual([a])
    })

    it('deletes handled messages only, the oldest first, as many as allowed', async () => {
      const store = await create()
      for (const id of ['1', '2', '3', '4']) await store.add(message(id, { status: 'handled' }))
      await store.add(message('0'))
      expect(await store.deleteBefore(at(4), 2)).toBe(2)
      expect(await store.find('web', 'm-2')).toBeNull()
      expect(await store.find('web', 'm-3')).not.toBeNull()
      expect(await store.deleteBefore(at(4), 2)).toBe(1)
      expect(await store.deleteBefore(at(4), 2)).toBe(0)
      expect(await store.find('web', 'm-4')).not.toBeNull()
      expect(await store.find('web', 'm-0')).not.toBeNull()
    })
  })

  describe('sessions', () => {
    const create = async () => createSessionStore(await open())
    const session = (version: number, rest: Partial<Session> = {}): Session => ({
      channel: 'web',
      conversationId: 'c1',
      version,
      data: { format: 1, entryId: '1.004222', list: ['đ', null, { deep: true }] },
      updatedAt: at(version),
      ...rest,
    })

    it('saves the first version once and each next one once', async () => {
      const store = await create()
      expect(await store.load('web', 'c1')).toBeNull()
      expect(await store.save(session(2))).toBe(false)
      expect(await store.save(session(1))).toBe(true)
      expect(await store.save(session(1))).toBe(false)
      expect(await store.save(session(3))).toBe(false)
      expect(await store.save(session(2, { data: { format: 2 } }))).toBe(true)
      expect(await store.save(session(2))).toBe(false)
      expect(await store.load('web', 'c1')).toEqual(session(2, { data: { format: 2 } }))
      expect(await store.load('zalo', 'c1')).toBeNull()
    })

    it('lets one of two that answer at once win', async () => {
      const store = await create()
      await store.save(session(1))
      const saved = await Promise.all([1, 2, 3, 4].map(() => store.save(session(2))))
      expect(saved.filter(Boolean)).toHaveLength(1)
    })

    it('deletes the longest unused first, as many as allowed', async () => {
      const store = await create()
      for (const second of [3, 1, 2, 4]) {
        await store.save(session(1, { conversationId: `c${second}`, updatedAt: at(second) }))
      }
      expect(await store.deleteBefore(at(4), 2)).toBe(2)
      expect(await store.load('web', 'c3')).not.toBeNull()
      expect(await store.deleteBefore(at(4), 2)).toBe(1)
      expect(await store.deleteBefore(at(4), 2)).toBe(0)
      expect(await store.load('web', 'c4')).not.toBeNull()
    })
  })

  describe('replies', () => {
    const create = async () => {
      const database = await open()
      return { store: createReplyStore(database), inbox: createInboxStore(database) }
    }

    it('gives replies back to whom and after what they were asked for', async () => {
      const { store } = await create()
      await store.add([reply('2', { inboxId: 'in' }), reply('1', { inboxId: 'in' }), reply('3')])
      await store.add([reply('4', { conversationId: 'c2' }), reply('5')])
      await store.add([])
      expect((await store.to('in')).map((item) => item.id)).toEqual(['1', '2'])
      expect(await store.to('other')).toEqual([])
      expect(await store.after('web', 'c1', '', 10)).toEqual([
        reply('1', { inboxId: 'in' }),
        reply('2', { inboxId: 'in' }),
        reply('3'),
        reply('5'),
      ])
      expect((await store.after('web', 'c1', '1', 2)).map((item) => item.id)).toEqual(['2', '3'])
    })

    it('shows the last lines of both sides, a message before its answer', async () => {
      const { store, inbox } = await create()
      for (const id of ['1', '3', '5']) await inbox.add(message(id))
      await inbox.add(message('7', { conversationId: 'c2' }))
      await store.add(
        [
          reply('1', { id: 'r1' }),
          reply('2', { id: 'r2' }),
          reply('5', { id: 'r5', createdAt: at(5) }),
        ].map((item) => ({ ...item, createdAt: at(Number(item.id.slice(1))) })),
      )
      const whole = await store.transcript('web', 'c1', 10)
      expect(whole.map((line) => `${line.kind} ${line.id}`)).toEqual([
        'message 1',
        'reply r1',
        'reply r2',
        'message 3',
        'message 5',
        'reply r5',
      ])
      expect(whole[0]).toEqual({
        kind: 'message',
        id: '1',
        text: 'câu hỏi 1',
        action: null,
        at: at(1),
      })
      expect(whole[1]).toMatchObject({ kind: 'reply', cards: [{ title: 'Thẻ 1' }], at: at(1) })
      expect(await store.transcript('web', 'c1', 2)).toEqual(whole.slice(-2))
      expect(await store.transcript('web', 'nobody', 2)).toEqual([])
    })

    it('deletes the oldest first, as many as allowed', async () => {
      const { store } = await create()
      await store.add(['1', '2', '3', '4'].map((id) => reply(id)))
      expect(await store.deleteBefore(at(4), 2)).toBe(2)
      expect(await store.deleteBefore(at(4), 2)).toBe(1)
      expect((await store.after('web', 'c1', '', 10)).map((item) => item.id)).toEqual(['4'])
    })
  })
})
