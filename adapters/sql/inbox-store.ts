import type { Selectable } from 'kysely'
import type { InboxMessage, InboxStore } from '../../bot/index.ts'
import type { SqlDatabase } from './database.ts'
import type { Database } from './schema.ts'

type Body = Pick<InboxMessage, 'text' | 'action'>

export const toInboxMessage = (row: Selectable<Database['inbox']>): InboxMessage => {
  const { text, action } = JSON.parse(row.body) as Body
  return {
    id: row.id,
    channel: row.channel,
    messageId: row.message_id,
    conversationId: row.conversation_id,
    text,
    action,
    status: row.status,
    attempts: row.attempts,
    receivedAt: row.received_at,
  }
}

export function createInboxStore({ db }: SqlDatabase): InboxStore {
  return {
    async add(message) {
      const body: Body = { text: message.text, action: message.action }
      const { numInsertedOrUpdatedRows } = await db()
        .insertInto('inbox')
        .values({
          id: message.id,
          channel: message.channel,
          message_id: message.messageId,
          conversation_id: message.conversationId,
          body: JSON.stringify(body),
          status: message.status,
          attempts: message.attempts,
          received_at: message.receivedAt,
          handled_at: null,
        })
        .onConflict((conflict) => conflict.columns(['channel', 'message_id']).doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
    async find(channel, messageId) {
      const row = await db()
        .selectFrom('inbox')
        .selectAll()
        .where('channel', '=', channel)
        .where('message_id', '=', messageId)
        .executeTakeFirst()
      return row ? toInboxMessage(row) : null
    },
    async waiting(channel, conversationId) {
      const rows = await db()
        .selectFrom('inbox')
        .selectAll()
        .where('channel', '=', channel)
        .where('conversation_id', '=', conversationId)
        .where('status', '=', 'received')
        .orderBy('id')
        .execute()
      return rows.map(toInboxMessage)
    },
    async abandoned(before, limit) {
      const rows = await db()
        .selectFrom('inbox')
        .select((e) => ['channel', 'conversation_id', e.fn.min('received_at').as('since')])
        .where('status', '=', 'received')
        .where('received_at', '<', before)
        .groupBy(['channel', 'conversation_id'])
        .orderBy('since')
        .limit(limit)
        .execute()
      return rows.map((row) => ({ channel: row.channel, conversationId: row.conversation_id }))
    },
    async countAttempt(id) {
      await db()
        .updateTable('inbox')
        .set((e) => ({ attempts: e('attempts', '+', 1) }))
        .where('id', '=', id)
        .execute()
    },
    async markHandled(id, at) {
      await db()
        .updateTable('inbox')
        .set({ status: 'handled', handled_at: at })
        .where('id', '=', id)
        .execute()
    },
    async deleteBefore(before, limit) {
      const { numDeletedRows } = await db()
        .deleteFrom('inbox')
        .where('id', 'in', (e) =>
          e
            .selectFrom('inbox as old')
            .select('old.id')
            .where('old.status', '=', 'handled')
            .where('old.received_at', '<', before)
            .orderBy('old.received_at')
            .limit(limit),
        )
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}
