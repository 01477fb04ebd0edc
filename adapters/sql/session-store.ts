import type { Selectable } from 'kysely'
import type { Session, SessionStore } from '../../bot/index.ts'
import type { SqlDatabase } from './database.ts'
import type { Database } from './schema.ts'

const toSession = (row: Selectable<Database['sessions']>): Session => ({
  channel: row.channel,
  conversationId: row.conversation_id,
  version: row.version,
  data: JSON.parse(row.state) as Session['data'],
  updatedAt: row.updated_at,
})

export function createSessionStore({ db }: SqlDatabase): SessionStore {
  return {
    async load(channel, conversationId) {
      const row = await db()
        .selectFrom('sessions')
        .selectAll()
        .where('channel', '=', channel)
        .where('conversation_id', '=', conversationId)
        .executeTakeFirst()
      return row ? toSession(row) : null
    },
    async save(session) {
      const values = {
        version: session.version,
        state: JSON.stringify(session.data),
        updated_at: session.updatedAt,
      }
      if (session.version === 1) {
        const { numInsertedOrUpdatedRows } = await db()
          .insertInto('sessions')
          .values({
            channel: session.channel,
            conversation_id: session.conversationId,
            ...values,
          })
          .onConflict((conflict) => conflict.columns(['channel', 'conversation_id']).doNothing())
          .executeTakeFirst()
        return numInsertedOrUpdatedRows === 1n
      }
      const { numUpdatedRows } = await db()
        .updateTable('sessions')
        .set(values)
        .where('channel', '=', session.channel)
        .where('conversation_id', '=', session.conversationId)
        .where('version', '=', session.version - 1)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    async deleteBefore(before, limit) {
      const old = await db()
        .selectFrom('sessions')
        .select(['channel', 'conversation_id'])
        .where('updated_at', '<', before)
        .orderBy('updated_at')
        .limit(limit)
        .execute()
      if (old.length === 0) return 0
      // Asked again, because a conversation may have gone on between the two statements.
      const { numDeletedRows } = await db()
        .deleteFrom('sessions')
        .where((e) =>
          e(
            e.refTuple('channel', 'conversation_id'),
            'in',
            old.map((row) => e.tuple(row.channel, row.conversation_id)),
          ),
        )
        .where('updated_at', '<', before)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}
