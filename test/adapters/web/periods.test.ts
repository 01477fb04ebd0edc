import { expect, test } from 'vitest'
import { periodsOf } from '../../../adapters/web/pages/periods.ts'
import type { Value } from '../../../knowledge/index.ts'
import { entryOf } from '../../support/web/sample-entries.ts'

const valueOf = (text: string, validFrom?: string, validTo?: string): Value => ({
  text,
  ...(validFrom === undefined ? {} : { validFrom }),
  ...(validTo === undefined ? {} : { validTo }),
  provenance: { source: 'x', confidence: 'high', checkedOn: null },
})

const DAY = '2026-11-21'

const periods = (...values: Value[]) => {
  const { now, later, endedOn } = periodsOf(
    entryOf({ id: '1', values: { fee: values } }),
    'fee',
    DAY,
  )
  return {
    now: now?.text ?? null,
    later: later.map(({ from, value }) => `${from} ${value.text}`),
    endedOn,
  }
}

test('a value without dates holds for ever', () => {
  expect(periods(valueOf('a'))).toEqual({ now: 'a', later: [], endedOn: null })
  expect(periods()).toEqual({ now: null, later: [], endedOn: null })
})

test('a reduction hides the usual value until it ends', () => {
  expect(
    periods(valueOf('usual', '2020-01-01'), valueOf('reduced', '2026-07-01', '2026-12-31')),
  ).toEqual({ now: 'reduced', later: ['2027-01-01 usual'], endedOn: null })
})

test('every known change is listed once, in order, over the end of a year and a leap day', () => {
  expect(
    periods(
      valueOf('b', '2027-01-01', '2028-02-28'),
      valueOf('c', '2028-03-01'),
      valueOf('a', undefined, '2026-12-31'),
      valueOf('d', '2028-02-29', '2028-02-29'),
    ),
  ).toEqual({
    now: 'a',
    later: ['2027-01-01 b', '2028-02-29 d', '2028-03-01 c'],
    endedOn: null,
  })
})

test('the first and the last day count', () => {
  expect(periods(valueOf('a', DAY, DAY)).now).toBe('a')
  expect(periods(valueOf('a', '2026-11-22'))).toEqual({
    now: null,
    later: ['2026-11-22 a'],
    endedOn: null,
  })
  expect(
    periods(valueOf('a', undefined, '2026-11-20'), valueOf('b', undefined, '2026-01-01')),
  ).toEqual({ now: null, later: [], endedOn: '2026-11-20' })
})
