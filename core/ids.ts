import { randomBytes } from 'node:crypto'
import type { Clock } from './clock.ts'

/** Chance comes in through this port, so that tests can repeat it. */
export interface Random {
  bytes(count: number): Uint8Array
}

export const systemRandom: Random = { bytes: (count) => randomBytes(count) }

/** Makes identifiers that sort by the time they were made, also within one millisecond. */
export type NewId = () => string

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'

/** 26 characters: 10 for the millisecond, 4 for a counter within it, 12 of chance (60 bits). */
export function createNewId(clock: Clock, random: Random): NewId {
  let lastMs = 0
  let counter = 0
  return () => {
    const ms = Math.max(clock.now().getTime(), lastMs)
    counter = ms === lastMs ? counter + 1 : 0
    lastMs = ms
    let chance = ''
    for (const byte of random.bytes(12)) chance += DIGITS[byte & 31]
    return inBase32(ms, 10) + inBase32(counter, 4) + chance
  }
}

function inBase32(value: number, width: number): string {
  let text = ''
  for (let rest = value, i = 0; i < width; i += 1, rest = Math.floor(rest / 32)) {
    text = `${DIGITS[rest % 32] ?? '0'}${text}`
  }
  return text
}
