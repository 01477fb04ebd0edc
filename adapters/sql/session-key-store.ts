import type { Random } from '../../core/index.ts'
import type { SqlDatabase } from './database.ts'

/** Keeps the key by which the cookies of visitors are recognised (khóa phiên). */
export interface SessionKeyStore {
  /** 32 bytes; the same for every process on these data and after every restart. */
  sessionKey(): Promise<Uint8Array>
}

const KEY_BYTES = 32
/** The row of `meta`. */
const NAME = 'session_key'

export function createSessionKeyStore({ db }: SqlDatabase, random: Random): SessionKeyStore {
  const stored = async (): Promise<Uint8Array | null> => {
    const query = db().selectFrom('meta').select('value').where('key', '=', NAME)
    const row = await query.executeTakeFirst()
    return row === undefined ? null : Buffer.from(row.value, 'base64url')
  }
  return {
    async sessionKey() {
      const known = await stored()
      if (known !== null) return known
      const made = random.bytes(KEY_BYTES)
      // Of two processes that start at once one is first; both then take what it stored.
      await db()
        .insertInto('meta')
        .values({ key: NAME, value: Buffer.from(made).toString('base64url') })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute()
      return (await stored()) ?? made
    },
  }
}
