import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LATE_LIMIT_MS, planSlots, type CatchUp, type Rule } from '../../jobs/index.ts'

const MINUTE_MS = 60_000
const daily = (at: string): Rule => ({ kind: 'daily', at })
const every = (minutes: number): Rule => ({ kind: 'every', minutes })
const plan = (rule: Rule, catchUp: CatchUp, lastSlot: string | null, now: string) =>
  planSlots({ rule, catchUp }, lastSlot, new Date(now))

describe('planSlots', () => {
  it('reads a daily rule in Viet Nam time: 02:30 is 19:30 UTC of the day before', () => {
    const last = '2026-11-19T19:30:00.000Z'
    expect(plan(daily('02:30'), 'skip', last, '2026-11-20T19:29:59.999Z')).toEqual({
      due: null,
      next: '2026-11-20T19:30:00.000Z',
      passedOver: 0,
      isClockBehind: false,
    })
    expect(plan(daily('02:30'), 'skip', last, '2026-11-20T19:30:00.000Z')).toEqual({
      due: '2026-11-20T19:30:00.000Z',
      next: '2026-11-21T19:30:00.000Z',
      passedOver: 0,
      isClockBehind: false,
    })
  })

  it('aligns every 30 and every 1440 minutes to midnight in Viet Nam', () => {
    expect(plan(every(30), 'skip', null, '2026-11-20T17:03:00.000Z').due).toBe(
      '2026-11-20T17:00:00.000Z',
    )
    expect(plan(every(1440), 'skip', null, '2026-11-20T17:03:00.000Z').due).toBe(
      '2026-11-20T17:00:00.000Z',
    )
  })

  it('gives a claimed slot only once', () => {
    const slot = '2026-11-20T19:30:00.000Z'
    expect(plan(daily('02:30'), 'run-once', slot, '2026-11-20T19:30:00.000Z').due).toBeNull()
    expect(plan(daily('02:30'), 'run-once', slot, '2026-11-21T19:29:00.000Z').due).toBeNull()
  })

  it('runs once for the newest slot after days off, and says how many it passed over', () => {
    const after = plan(
      daily('02:30'),
      'run-once',
      '2026-11-10T19:30:00.000Z',
      '2026-11-20T03:00:00.000Z',
    )
    expect(after.due).toBe('2026-11-19T19:30:00.000Z')
    expect(after.passedOver).toBe(8)
  })

  it('lets a missed slot pass under skip, but not one that is a moment late', () => {
    const last = '2026-11-10T19:30:00.000Z'
    const slotMs = Date.parse('2026-11-19T19:30:00.000Z')
    const at = (ms: number) =>
      planSlots({ rule: daily('02:30'), catchUp: 'skip' }, last, new Date(ms))
    expect(at(slotMs + LATE_LIMIT_MS - 1).due).toBe('2026-11-19T19:30:00.000Z')
    expect(at(slotMs + LATE_LIMIT_MS).due).toBeNull()
  })

  it('runs a job that never ran at once when it catches up, else at its slot', () => {
    expect(plan(daily('02:30'), 'run-once', null, '2026-11-20T03:00:00.000Z').due).toBe(
      '2026-11-19T19:30:00.000Z',
    )
    expect(plan(daily('02:30'), 'skip', null, '2026-11-20T03:00:00.000Z').due).toBeNull()
  })

  it('does nothing while the clock is before the last slot', () => {
    expect(
      plan(every(10), 'run-once', '2027-01-01T00:00:00.000Z', '2026-11-20T03:00:00.000Z'),
    ).toEqual({
      due: null,
      next: '2027-01-01T00:10:00.000Z',
      passedOver: 0,
      isClockBehind: true,
    })
  })

  it('goes on after a rule was changed', () => {
    const ranUnderOldRule = '2026-11-20T03:10:00.000Z'
    expect(plan(every(60), 'run-once', ranUnderOldRule, '2026-11-20T03:59:00.000Z').due).toBeNull()
    expect(plan(every(60), 'run-once', ranUnderOldRule, '2026-11-20T04:00:00.000Z').due).toBe(
      '2026-11-20T04:00:00.000Z',
    )
  })

  it.each(['24:00', '2:30', '02:60', '', '02:30:00'])('refuses the time of day "%s"', (at) => {
    expect(() => plan(daily(at), 'skip', null, '2026-11-20T03:00:00.000Z')).toThrow(/HH:MM/)
  })

  it.each([0, -5, 1.5, Number.NaN])('refuses a period of %s minutes', (minutes) => {
    expect(() => plan(every(minutes), 'skip', null, '2026-11-20T03:00:00.000Z')).toThrow(
      /số phút nguyên/,
    )
  })
})

/** All slots of a year, found by looking at the clock on the wall at each of its minutes. */
function slotsOfYear(rule: Rule, startMs: number, minutes: number): number[] {
  const slots: number[] = []
  for (let i = 0; i <= minutes; i += 1) {
    const ms = startMs + i * MINUTE_MS
    const wall = new Date(ms + 7 * 60 * MINUTE_MS).toISOString().slice(11, 16)
    const minuteOfDay = Number(wall.slice(0, 2)) * 60 + Number(wall.slice(3))
    if (rule.kind === 'daily' ? wall === rule.at : minuteOfDay % rule.minutes === 0) slots.push(ms)
  }
  return slots
}

describe('planSlots against a naive model over a year', () => {
  const YEAR_START_MS = Date.parse('2025-12-31T17:00:00.000Z')
  const YEAR_MINUTES = 365 * 1440
  const rules = [daily('00:00'), daily('02:30'), daily('23:59'), every(480), every(90)]
  const models = rules.map((rule) => ({
    rule,
    slots: slotsOfYear(rule, YEAR_START_MS - 1440 * MINUTE_MS, YEAR_MINUTES),
  }))

  const gapMinutes = fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 3 }) },
    { weight: 2, arbitrary: fc.integer({ min: 4, max: 2000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1440, max: 20_000 }) },
  )

  it.each(models)('agrees on what is due for $rule', ({ rule, slots }) => {
    fc.assert(
      fc.property(
        fc.constantFrom<CatchUp>('run-once', 'skip'),
        fc.array(gapMinutes, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 0, max: 59_999 }),
        fc.integer({ min: 0, max: YEAR_MINUTES - 1 }),
        (catchUp, gaps, offsetMs, startMinute) => {
          let lastMs: number | null = null
          let nowMs = YEAR_START_MS + startMinute * MINUTE_MS + offsetMs
          for (const gap of gaps) {
            nowMs += gap * MINUTE_MS
            if (nowMs > (slots.at(-1) ?? 0)) return
            const newest = slots.findLast((slot) => slot <= nowMs)
            const following = slots.find((slot) => slot > nowMs)
            const isTooLate =
              catchUp === 'skip' && newest !== undefined && nowMs - newest >= 5 * MINUTE_MS
            const expected: number | null =
              newest === undefined || newest === lastMs || isTooLate ? null : newest
            const last: number | null = lastMs
            const between = slots.filter(
              (slot) => last !== null && slot > last && expected !== null && slot < expected,
            )
            const planned = planSlots(
              { rule, catchUp },
              lastMs === null ? null : new Date(lastMs).toISOString(),
              new Date(nowMs),
            )
            expect(planned.due).toBe(expected === null ? null : new Date(expected).toISOString())
            if (following !== undefined) {
              expect(planned.next).toBe(new Date(following).toISOString())
            }
            expect(planned.passedOver).toBe(between.length)
            lastMs = expected ?? lastMs
          }
        },
      ),
      { numRuns: 60, seed: 20261121 },
    )
  })

  it('never gives the same slot twice nor an older one, minute by minute through the year', () => {
    const schedule = { rule: daily('02:30'), catchUp: 'run-once' } as const
    let last: string | null = null
    let count = 0
    for (let minute = 0; minute < YEAR_MINUTES; minute += 1) {
      const now = new Date(YEAR_START_MS + minute * MINUTE_MS)
      const { due } = planSlots(schedule, last, now)
      if (due === null) continue
      expect(last === null || due > last).toBe(true)
      last = due
      count += 1
    }
    expect(count).toBe(366)
  })
})
