import type { Clock } from '../../core/index.ts'
import { networkOf } from './client-address.ts'

/** How many messages are taken, and how many senders are remembered. */
export interface RateLimits {
  perSession: number
  perAddress: number
  windowMs: number
  /** Sessions remembered, and addresses remembered; the longest silent are forgotten first. */
  maxKeys: number
}

/** 300 an address: a one-stop office shares one. */
const RATE_LIMITS: RateLimits = {
  perSession: 20,
  perAddress: 300,
  windowMs: 60_000,
  maxKeys: 100_000,
}

/**
 * Cries for help have limits of their own, far above what people send: their answers cost nearly nothing, but each
 * is stored, and a program must not fill the disk.
 */
export const URGENT_LIMITS: RateLimits = { ...RATE_LIMITS, perSession: 30 }

/** Counts the messages of sessions and addresses over the last minute, in memory. */
export interface RateLimiter {
  /**
   * Takes one message.
   * @returns 0 when it may go on, else the whole seconds to wait; a refused message is not counted
   */
  take(session: string, address: string): number
}

export function createRateLimiter(clock: Clock, limits: RateLimits = RATE_LIMITS): RateLimiter {
  const sessions = createSlidingWindow(limits.perSession, limits)
  const addresses = createSlidingWindow(limits.perAddress, limits)
  return {
    take(session, address) {
      const nowMs = clock.now().getTime()
      const from = networkOf(address)
      const waitMs = Math.max(sessions.waitMs(session, nowMs), addresses.waitMs(from, nowMs))
      if (waitMs > 0) return Math.ceil(waitMs / 1000)
      sessions.add(session, nowMs)
      addresses.add(from, nowMs)
      return 0
    },
  }
}

interface SlidingWindow {
  waitMs(key: string, nowMs: number): number
  add(key: string, nowMs: number): void
}

/** Remembers the moments themselves, so that no minute, wherever it starts, holds more than `limit`. */
function createSlidingWindow(
  limit: number,
  { windowMs, maxKeys }: Pick<RateLimits, 'windowMs' | 'maxKeys'>,
): SlidingWindow {
  // A Map keeps insertion order; taking a key out and putting it back makes it the youngest.
  const moments = new Map<string, number[]>()
  const recent = (key: string, nowMs: number): number[] =>
    (moments.get(key) ?? []).filter((atMs) => atMs > nowMs - windowMs && atMs <= nowMs)
  return {
    waitMs(key, nowMs) {
      const kept = recent(key, nowMs)
      const oldest = kept[kept.length - limit]
      return oldest === undefined ? 0 : oldest + windowMs - nowMs
    },
    add(key, nowMs) {
      const kept = recent(key, nowMs)
      kept.push(nowMs)
      moments.delete(key)
      moments.set(key, kept)
      if (moments.size > maxKeys) moments.delete(moments.keys().next().value ?? '')
    },
  }
}
