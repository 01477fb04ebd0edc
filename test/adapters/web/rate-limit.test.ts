import { expect, test } from 'vitest'
import { createRateLimiter } from '../../../adapters/web/rate-limit.ts'
import { DrivenClock } from '../../support/jobs/driven-clock.ts'
import { createSeeded } from '../../support/seeded.ts'

const START = '2026-11-21T03:00:00.000Z'
const LIMITS = { perSession: 3, perAddress: 5, windowMs: 60_000, maxKeys: 1_000 }

test('takes up to the limit, then tells how long to wait', () => {
  const clock = new DrivenClock(START)
  const limiter = createRateLimiter(clock, LIMITS)
  expect([1, 2, 3].map(() => limiter.take('s', 'a'))).toEqual([0, 0, 0])
  clock.advance(500)
  expect(limiter.take('s', 'a')).toBe(60)
  clock.advance(59_499)
  expect(limiter.take('s', 'a')).toBe(1)
  clock.advance(1)
  expect(limiter.take('s', 'a')).toBe(0)
})

test('a refused message does not prolong the wait', () => {
  const clock = new DrivenClock(START)
  const limiter = createRateLimiter(clock, LIMITS)
  for (let i = 0; i < 3; i += 1) limiter.take('s', 'a')
  for (let i = 0; i < 50; i += 1) {
    clock.advance(1_000)
    expect(limiter.take('s', 'a')).toBe(59 - i)
  }
})

test('a message refused for its session is not counted for its address', () => {
  const limiter = createRateLimiter(new DrivenClock(START), LIMITS)
  for (let i = 0; i < 10; i += 1) limiter.take('s', 'a')
  expect(limiter.take('other', 'a')).toBe(0)
  expect(limiter.take('other', 'a')).toBe(0)
  expect(limiter.take('other', 'a')).toBe(60)
  expect(limiter.take('other', 'b')).toBe(0)
})

test('no window of a minute, wherever it starts, holds more than the limit', () => {
  const seeded = createSeeded(7)
  const clock = new DrivenClock(START)
  const limiter = createRateLimiter(clock, LIMITS)
  const taken: number[] = []
  for (let i = 0; i < 2_000; i += 1) {
    clock.advance(seeded.int(0, 12_000))
    const nowMs = clock.now().getTime()
    const inWindow = taken.filter((atMs) => atMs > nowMs - 60_000).length
    const waitSeconds = limiter.take('s', `a${i}`)
    expect(waitSeconds === 0).toBe(inWindow < 3)
    if (waitSeconds === 0) taken.push(nowMs)
  }
  expect(taken.length).toBeGreaterThan(500)
})

test('an IPv6 network counts as one sender, however its addresses are written', () => {
  const limiter = createRateLimiter(new DrivenClock(START), LIMITS)
  const network = [
    '2001:db8:0:1::1',
    '2001:db8::1:0:0:0:2',
    '2001:0DB8:0000:0001:ffff:ffff:ffff:ffff',
    '2001:db8:0:1::',
    '2001:db8:0:1:0:0:0:9',
  ]
  for (const [i, address] of network.entries()) expect(limiter.take(`s${i}`, address)).toBe(0)
  expect(limiter.take('s9', '2001:db8:0:1::7')).toBe(60)
  expect(limiter.take('s9', '2001:db8:0:2::7')).toBe(0)
  expect(limiter.take('s9', '::1')).toBe(0)
})

test('a hundred thousand addresses are remembered, the longest silent is forgotten first', () => {
  const limiter = createRateLimiter(new DrivenClock(START), { ...LIMITS, perAddress: 1 })
  for (let i = 0; i < 1_000; i += 1) expect(limiter.take(`s${i}`, `a${i}`)).toBe(0)
  expect(limiter.take('x', 'a0')).toBe(60)
  expect(limiter.take('x', 'new')).toBe(0)
  expect(limiter.take('y', 'a1')).toBe(60)
  expect(limiter.take('y', 'a0')).toBe(0)
})

test('a clock that is set back locks nobody out', () => {
  const clock = new DrivenClock(START)
  const limiter = createRateLimiter(clock, LIMITS)
  for (let i = 0; i < 3; i += 1) limiter.take('s', 'a')
  clock.set('2026-11-20T00:00:00.000Z')
  expect(limiter.take('s', 'a')).toBe(0)
})
