import { describe, expect, it } from 'vitest'
import { createWorkingCalendar, daysOffBetween, dueDay, receivedOn } from '../../core/index.ts'

const calendar = createWorkingCalendar({
  holidays: [
    { on: '2026-11-24', name: 'Ngày Văn hóa Việt Nam', isTentative: false },
    { on: '2027-01-01', name: 'Tết Dương lịch', isTentative: false },
  ],
  swaps: [],
})
const working = (days: number) => ({ kind: 'working-days', min: days, max: days }) as const
const days = (count: number) => ({ kind: 'days', min: count, max: count }) as const

describe('the day by which a term ends', () => {
  it.each([
    // Monday; Tuesday 24/11 is a holiday
    ['2026-11-23', working(1), '2026-11-25'],
    ['2026-11-23', working(7), '2026-12-03'],
    // Friday: the weekend does not count
    ['2026-11-27', working(1), '2026-11-30'],
    // handed in on a Saturday counts from Monday
    ['2026-11-21', working(1), '2026-11-25'],
    ['2026-11-21', { kind: 'same-day' } as const, '2026-11-23'],
    // on the eve of a holiday, the same day is still that day
    ['2026-11-23', { kind: 'same-day' } as const, '2026-11-23'],
    ['2026-11-24', { kind: 'same-day' } as const, '2026-11-25'],
    // calendar days count weekends; a last day off moves on
    ['2026-11-23', days(3), '2026-11-26'],
    ['2026-11-23', days(5), '2026-11-30'],
    ['2026-11-20', days(4), '2026-11-25'],
    // over the new year
    ['2026-12-28', working(5), '2027-01-05'],
    ['2026-12-30', days(2), '2027-01-04'],
  ])('from %s, %j: %s', (from, term, due) => {
    expect(dueDay(term, from, calendar)).toBe(due)
    expect(calendar.isWorkingDay(due)).toBe(true)
  })

  it('names what was passed over', () => {
    const { weekend, holidays } = daysOffBetween('2026-11-23', '2026-12-03', calendar)
    expect(weekend).toEqual(['2026-11-28', '2026-11-29'])
    expect(holidays.map(({ on }) => on)).toEqual(['2026-11-24'])
    expect(receivedOn('2026-11-22', calendar)).toBe('2026-11-23')
  })
})
