import { createWorkingCalendar } from '../../../core/index.ts'

/** The holidays that the tests of this room need. */
export const calendar = createWorkingCalendar({
  holidays: [
    { on: '2026-11-24', name: 'Ngày Văn hóa Việt Nam', isTentative: false },
    { on: '2027-01-01', name: 'Tết Dương lịch', isTentative: false },
  ],
  swaps: [],
})

export const noHolidays = createWorkingCalendar({ holidays: [], swaps: [] })
