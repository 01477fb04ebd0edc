import { expect, test } from 'vitest'
import { createNewId, systemClock, systemRandom, type Random } from '../../core/index.ts'
import { DrivenClock } from '../support/jobs/driven-clock.ts'

/** Bytes that count up, so that ids can be repeated. */
const counting = (): Random => {
  let next = 0
  return { bytes: (count) => Uint8Array.from({ length: count }, () => next++ & 255) }
}

test('ids are 26 characters of their own alphabet and all differ', () => {
  const newId = createNewId(systemClock, systemRandom)
  const ids = Array.from({ length: 20_000 }, newId)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !/^[0-9a-hj-km-np-tv-z]{26}$/.test(id))).toEqual([])
})

test('ids sort by the time they were made, also within a millisecond and when the clock goes back', () => {
  const clock = new DrivenClock('2026-11-21T03:00:00.000Z')
  const newId = createNewId(clock, systemRandom)
  const ids = Array.from({ length: 3_000 }, newId)
  clock.advance(1)
  ids.push(newId(), newId())
  clock.set('2026-11-20T00:00:00.000Z')
  ids.push(newId(), newId())
  clock.set('2031-01-01T00:00:00.000Z')
  ids.push(newId())
  expect(ids.toSorted()).toEqual(ids)
})

test('the same clock and chance give the same ids', () => {
  const make = () => createNewId(new DrivenClock('2026-11-21T03:00:00.000Z'), counting())
  const [one, other] = [make(), make()]
  expect([one(), one(), one()]).toEqual([other(), other(), other()])
})

test('two processes of the same millisecond differ by chance', () => {
  const clock = new DrivenClock('2026-11-21T03:00:00.000Z')
  const ids = Array.from({ length: 2_000 }, () => createNewId(clock, systemRandom)())
  expect(new Set(ids.map((id) => id.slice(0, 14))).size).toBe(1)
  expect(new Set(ids).size).toBe(ids.length)
})
