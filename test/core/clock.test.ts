import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  formatLocalDate,
  localDateOf,
  parseLocalDate,
  systemClock,
  toInstant,
} from '../../core/index.ts'

test('the day in Viet Nam is seven hours ahead of UTC', () => {
  expect(localDateOf(new Date('2026-11-21T16:59:59.999Z'))).toBe('2026-11-21')
  expect(localDateOf(new Date('2026-11-21T17:00:00.000Z'))).toBe('2026-11-22')
  expect(localDateOf(new Date('2026-12-31T17:00:00.000Z'))).toBe('2027-01-01')
})

test.each([
  ['21/11/2026', '2026-11-21'],
  ['1/9/2026', '2026-09-01'],
  ['01-09-2026', '2026-09-01'],
  ['2.9.2026', '2026-09-02'],
  [' 2026-11-21 ', '2026-11-21'],
  ['29/2/2028', '2028-02-29'],
  ['29/2/2026', null],
  ['31/4/2026', null],
  ['0/1/2026', null],
  ['13/13/2026', null],
  ['2026-1-1', null],
  ['hôm nay', null],
  ['', null],
])('the day %j is %j', (text, day) => {
  expect(parseLocalDate(text)).toBe(day)
})

test('a day is written and read back the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (count) => {
      const day = addDays('2000-01-01', count)
      return parseLocalDate(formatLocalDate(day)) === day && parseLocalDate(day) === day
    }),
  )
})

test('instants sort as text', () => {
  const years = { min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }
  fc.assert(
    fc.property(fc.date(years), fc.date(years), (a, b) => {
      return toInstant(a) < toInstant(b) === a < b
    }),
  )
})

test('sleep waits, and ends at once when it is aborted before or meanwhile', async () => {
  const start = performance.now()
  await systemClock.sleep(20)
  expect(performance.now() - start).toBeGreaterThanOrEqual(15)
  const stopping = new AbortController()
  const sleeping = systemClock.sleep(600_000, stopping.signal)
  stopping.abort()
  await sleeping
  await systemClock.sleep(600_000, stopping.signal)
  expect(performance.now() - start).toBeLessThan(10_000)
})
