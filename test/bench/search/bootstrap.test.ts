import { expect, test } from 'vitest'
import { createSeeded } from '../../support/seeded.ts'
import { bootstrap } from './bootstrap.ts'

const coins = (count: number, share: number, seed: number): number[] => {
  const { next } = createSeeded(seed)
  return Array.from({ length: count }, () => (next() < share ? 1 : 0))
}

test('the interval is as wide as the spread of a mean, and the same each time', () => {
  const values = coins(400, 0.8, 1)
  const { mean, low, high } = bootstrap(values)
  const spread = Math.sqrt((mean * (1 - mean)) / values.length)
  expect(low).toBeCloseTo(mean - 1.96 * spread, 1.7)
  expect((high - low) / (2 * 1.96 * spread)).toBeGreaterThan(0.85)
  expect((high - low) / (2 * 1.96 * spread)).toBeLessThan(1.15)
  expect(bootstrap(values)).toEqual({ mean, low, high })
})

test('about 95 of 100 intervals hold the true share', () => {
  const holding = Array.from({ length: 100 }, (_, at) => bootstrap(coins(120, 0.6, at + 1))).filter(
    ({ low, high }) => low <= 0.6 && 0.6 <= high,
  )
  expect(holding.length).toBeGreaterThanOrEqual(88)
  expect(holding.length).toBeLessThan(100)
})

test('differences drawn together are narrower than the figures themselves', () => {
  const theirs = coins(300, 0.5, 7)
  const ours = theirs.map((value, at) => (at % 10 === 0 ? 1 : value))
  const lead = bootstrap(ours.map((value, at) => value - (theirs[at] ?? 0)))
  const own = bootstrap(ours)
  expect(lead.low).toBeGreaterThan(0)
  expect(lead.high - lead.low).toBeLessThan((own.high - own.low) / 2)
})

test('of nothing, and of equal values, nothing is uncertain', () => {
  expect(bootstrap([])).toEqual({ mean: 0, low: 0, high: 0 })
  expect(bootstrap([1, 1, 1])).toEqual({ mean: 1, low: 1, high: 1 })
})
