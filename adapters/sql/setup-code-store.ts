import type { Random } from '../../core/index.ts'
import type { SetupCodes } from '../../knowledge/index.ts'
import type { SqlDatabase } from './database.ts'

/** The row of `meta`. */
const NAME = 'setup_code'
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz'
const LENGTH = 16

/** Keeps the one code that opens the set-up page; 16 letters hold 79 bits of chance. */
export const createSetupCodeStore = ({ db }: SqlDatabase, random: Random): SetupCodes => {
  const stored = async (): Promise<string | null> => {
    const query = db().selectFrom('meta').select('value').where('key', '=', NAME)
    return (await query.executeTakeFirst())?.value ?? null
  }
  const made = (): string => letters(random, LENGTH)
  return {
    async current() {
      const known = await stored()
      if (known !== null) return known
      // of two processes that start at once one is first; both then take what it stored
      await db()
        .insertInto('meta')
        .values({ key: NAME, value: made() })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute()
      return (await stored()) ?? ''
    },
    async renew() {
      const value = made()
      await db()
        .insertInto('meta')
        .values({ key: NAME, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute()
      return value
    },
  }
}

/** Letters that nobody mixes up, each as likely as the others. */
function letters(random: Random, count: number): string {
  let text = ''
  while (text.length < count) {
    for (const byte of random.bytes(count)) {
      // the last bytes would make the first letters likelier
      if (byte < 256 - (256 % LETTERS.length)) text += LETTERS[byte % LETTERS.length] ?? ''
    }
  }
  return text.slice(0, count)
}
