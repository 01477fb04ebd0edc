import { expect, test } from 'vitest'
import type { LabelledQuestion } from '../../../knowledge/index.ts'
import { latencyOf, mean, METRICS, percentile, rankOf } from './metrics.ts'

const labelled: LabelledQuestion = {
  question: 'đăng ký kết hôn',
  procedureId: 'a',
  acceptableIds: ['b'],
  isHard: false,
  variants: {},
}

test('the rank is that of the first right or acceptable entry', () => {
  expect(rankOf(labelled, ['x', 'b', 'a'])).toBe(2)
  expect(rankOf(labelled, ['a'])).toBe(1)
  expect(rankOf(labelled, ['x', 'y'])).toBeNull()
  expect(rankOf(labelled, [])).toBeNull()
})

test('a rank counts within its depth, in MRR by its place', () => {
  const values = ([1, 3, 5, 10, 11, null] as const).map((rank) =>
    Object.values(METRICS).map((value) => value(rank)),
  )
  expect(values).toEqual([
    [1, 1, 1, 1],
    [0, 1, 1, 1 / 3],
    [0, 0, 1, 1 / 5],
    [0, 0, 0, 1 / 10],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ])
  expect(mean([1, 0, 0.5])).toBe(0.5)
  expect(mean([])).toBe(0)
})

test('percentiles are values that were measured', () => {
  const times = [5, 1, 4, 2, 3]
  expect([0, 0.2, 0.21, 0.5, 0.99, 1].map((share) => percentile(times, share))).toEqual([
    1, 1, 2, 3, 5, 5,
  ])
  expect(latencyOf(Array.from({ length: 100 }, (_, at) => 100 - at))).toEqual({
    p50: 50,
    p95: 95,
    p99: 99,
  })
  expect(percentile([], 0.5)).toBe(0)
})
