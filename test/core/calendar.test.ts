import { expect, it } from 'vitest'
import { addDays, createWorkingCalendar, weekdayOf } from '../../core/index.ts'

const calendar = createWorkingCalendar({
  holidays: [
    { on: '2026-11-24', name: 'Ngày Văn hóa Việt Nam', isTentative: false },
    { on: '2027-02-06', name: 'Tết', isTentative: true },
    { on: '2027-02-08', name: 'Tết', isTentative: true },
  ],
  swaps: [{ off: '2027-01-04', work: '2027-01-09' }],
})

it('counts Monday to Friday without holidays', () => {
  expect(calendar.isWorkingDay('2026-11-21')).toBe(false)
  expect(calendar.isWorkingDay('2026-11-23')).toBe(true)
  expect(calendar.isWorkingDay('2026-11-24')).toBe(false)
  expect(calendar.addWorkingDays('2026-11-21', 1)).toBe('2026-11-23')
  expect(calendar.addWorkingDays('2026-11-21', 2)).toBe('2026-11-25')
  expect(calendar.addWorkingDays('2026-11-21', 0)).toBe('2026-11-21')
  expect(calendar.addWorkingDays('2026-11-20', 7)).toBe('2026-12-02')
})

it('follows swapped days', () => {
  expect(calendar.isWorkingDay('2027-01-04')).toBe(false)
  expect(calendar.isWorkingDay('2027-01-09')).toBe(true)
  expect(calendar.addWorkingDays('2027-01-03', 5)).toBe('2027-01-09')
})

it('finds the next holiday that takes a working day away', () => {
  expect(calendar.holidayWithin('2026-11-21', 3)?.on).toBe('2026-11-24')
  expect(calendar.holidayWithin('2026-11-21', 2)).toBeNull()
  expect(calendar.holidayWithin('2026-11-24', 30)).toBeNull()
  expect(calendar.holidayWithin('2027-02-05', 5)).toMatchObject({
    on: '2027-02-08',
    isTentative: true,
  })
})

it('adds days over the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2027-03-01', -1)).toBe('2027-02-28')
  expect(weekdayOf('2026-11-24')).toBe(2)
})
