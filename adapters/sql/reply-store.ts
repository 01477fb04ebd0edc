import type { Selectable } from 'kysely'
import type { Reply, ReplyStore, TranscriptItem } from '../../bot/index.ts'
import type { SqlDatabase } from './database.ts'
import { toInboxMessage } from './inbox-store.ts'
import type { Database } from './schema.ts'

const toReply = (row: Selectable<Database['replies']>): Reply => ({
  id: row.id,
  channel: row.channel,
  conversationId: row.conversation_id,
  inboxId: row.inbox_id,
  cards: JSON.parse(row.cards) as Reply['cards'],
  createdAt: row.created_at,
})

const toMessageLine = (row: Selectable<Database['inbox']>): TranscriptItem => {
  const { id, text, action, receivedAt } = toInboxMessage(row)
  return { kind: 'message', id, text, action, at: receivedAt }
}

const toReplyLine = (row: Selectable<Database['replies']>): TranscriptItem => {
  const { id, cards, createdAt } = toReply(row)
  return { kind: 'reply', id, cards, at: createdAt }
}

/** A message stands before its answer also when both have the same millisecond. */
const byTime = (a: TranscriptItem, b: TranscriptItem): number =>
  compare(a.at, b.at) || compare(a.kind, b.kind) || compare(a.id, b.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export function createReplyStore({ db }: SqlDatabase): ReplyStore {
  return {
    async add(replies) {
      if (replies.length === 0) return
      await db()
        .insertInto('replies')
        .values(
          replies.map((reply) => ({
            id: reply.id,
            channel: reply.channel,
            conversation_id: reply.conversationId,
            inbox_id: reply.inboxId,
            cards: JSON.stringify(reply.cards),
            created_at: reply.createdAt,
          })),
        )
        .execute()
    },
    async to(inboxId) {
      const rows = await db()
        .selectFrom('replies')
        .selectAll()
        .where('inbox_id', '=', inboxId)
        .orderBy('id')
        .execute()
      return rows.map(toReply)
    },
    async after(channel, conversationId, afterId, limit) {
      const rows = await db()
        .selectFrom('replies')
        .selectAll()
        .where('channel', '=', channel)
        .where('conversation_id', '=', conversationId)
        .where('id', '>', afterId)
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(toReply)
    },
    async transcript(channel, conversationId, limit) {
      const messages = await db()
        .selectFrom('inbox')
        .selectAll()
        .where('channel', '=', channel)
        .where('conversation_id', '=', conversationId)
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      const replies = await db()
        .selectFrom('replies')
        .selectAll()
        .where('channel', '=', channel)
        .where('conversation_id', '=', conversationId)
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return [...messages.map(toMessageLine), ...replies.map(toReplyLine)]
        .toSorted(byTime)
        .slice(-limit)
    },
    async deleteBefore(before, limit) {
      const { numDeletedRows } = await db()
        .deleteFrom('replies')
        .where('id', 'in', (e) =>
          e
            .selectFrom('replies as old')
            .select('old.id')
            .where('old.created_at', '<', before)
            .orderBy('old.created_at')
            .limit(limit),
        )
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}
