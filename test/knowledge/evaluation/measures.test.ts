import { expect, test } from 'vitest'
import { hitAt, percentile, rate, reciprocalRank } from '../../../knowledge/evaluation/measures.ts'

// five questions: right in place 1, 2, 4, 12 and never
const RANKS = [1, 2, 4, 12, null]

test('hits within a depth', () => {
  expect([1, 2, 3, 5, 20].map((depth) => hitAt(RANKS, depth))).toEqual([0.2, 0.4, 0.4, 0.6, 0.8])
  expect(hitAt([], 3)).toBe(0)
})

test('mean reciprocal rank', () => {
  // (1 + 1/2 + 1/4) / 5; place 12 is beyond ten
  expect(reciprocalRank(RANKS, 10)).toBe(0.35)
  expect(reciprocalRank([3], 10)).toBe(0.3333)
  expect(reciprocalRank([], 10)).toBe(0)
})

test('shares are rounded to four digits, of nothing they are 0', () => {
  expect([rate(1, 3), rate(2, 3), rate(0, 7), rate(7, 7), rate(0, 0)]).toEqual([
    0.3333, 0.6667, 0, 1, 0,
  ])
})

test('percentiles are values that occur', () => {
  const values = [5, 1, 4, 2, 3, 10, 9, 6, 8, 7]
  expect([0, 0.5, 0.9, 0.95, 0.99, 1].map((share) => percentile(values, share))).toEqual([
    1, 5, 9, 10, 10, 10,
  ])
  expect(percentile([], 0.5)).toBe(0)
  expect(percentile([0.123_456], 0.99)).toBe(0.123)
})
