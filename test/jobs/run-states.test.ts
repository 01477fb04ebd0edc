import { expect, it } from 'vitest'
import { nextRunState } from '../../jobs/run-states.ts'

it.each([
  ['completed', 'done'],
  ['threw', 'failed'],
  ['interrupted', 'failed'],
] as const)('a running run that %s is %s', (event, state) => {
  expect(nextRunState('running', event)).toBe(state)
})

it.each(['done', 'failed'] as const)('nothing happens to a run that is %s', (state) => {
  for (const event of ['completed', 'threw', 'interrupted'] as const) {
    expect(() => nextRunState(state, event)).toThrow(/không thể nhận/)
  }
})
