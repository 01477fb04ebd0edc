import type { Selectable } from 'kysely'
import { toInstant } from '../../core/index.ts'
import type { Lease, LeaseStore } from '../../core/index.ts'
import type { SqlDatabase } from './database.ts'
import type { Database } from './schema.ts'

/** Before every instant: what nobody holds has expired. */
const FREE = { owner: '', expires_at: '' }

const toLease = (row: Selectable<Database['leases']>): Lease => ({
  name: row.name,
  owner: row.owner,
  token: row.token,
  expiresAt: row.expires_at,
})

/** Each call is one statement. A given-up lease keeps its row, so that its token never starts again. */
export function createLeaseStore({ db }: SqlDatabase): LeaseStore {
  return {
    async acquire(name, owner, now, ttlMs) {
      const at = toInstant(now)
      const row = await db()
        .insertInto('leases')
        .values({ name, owner, token: 1, expires_at: after(now, ttlMs) })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet((e) => ({
              owner: e.ref('excluded.owner'),
              expires_at: e.ref('excluded.expires_at'),
              token: e
                .case()
                .when('leases.expires_at', '>', at)
                .then(e.ref('leases.token'))
                .else(e('leases.token', '+', 1))
                .end(),
            }))
            .where((e) => e.or([e('leases.expires_at', '<=', at), e('leases.owner', '=', owner)])),
        )
        .returningAll()
        .executeTakeFirst()
      return row ? toLease(row) : null
    },
    async renew(lease, now, ttlMs) {
      const row = await db()
        .updateTable('leases')
        .set({ expires_at: after(now, ttlMs) })
        .where('name', '=', lease.name)
        .where('owner', '=', lease.owner)
        .where('token', '=', lease.token)
        .returningAll()
        .executeTakeFirst()
      return row ? toLease(row) : null
    },
    async release(lease) {
      await db()
        .updateTable('leases')
        .set(FREE)
        .where('name', '=', lease.name)
        .where('owner', '=', lease.owner)
        .where('token', '=', lease.token)
        .execute()
    },
  }
}

const after = (now: Date, ms: number): string => toInstant(new Date(now.getTime() + ms))
