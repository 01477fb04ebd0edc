import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatOpeningHours,
  formatSessions,
  parseOpeningHours,
  sessionsOn,
} from '../../../core/index.ts'

const USUAL = 'thứ Hai đến thứ Sáu 07:30–11:30, 13:30–17:00; thứ Bảy 07:30–11:30'

describe('parseOpeningHours', () => {
  it.each([
    'thứ Hai đến thứ Sáu 7:30-11:30, 13:30-17:00; thứ Bảy 7:30-11:30',
    'Thứ 2 - Thứ 6: 7h30 - 11h30, 13h30 - 17h; Thứ 7: 7h30 - 11h30',
    't2-t6 7.30-11.30 và 13.30-17.00\nT7 7h30 đến 11h30',
    'thu hai den thu sau 07:30-11:30,13:30-17:00;thu bay 07:30-11:30',
    'thứ Hai, thứ Ba, thứ Tư, thứ Năm, thứ Sáu 7:30-11:30, 13:30-17h00; t7 7:30–11:30;',
    'Từ thứ Hai đến thứ Sáu: Sáng: 7h30 – 11h30; Chiều: 13h30 – 17h00; Thứ Bảy: sáng 7h30-11h30',
    'Thứ hai đến thứ sáu hàng tuần, sáng từ 7 giờ 30 đến 11 giờ 30, chiều từ 13 giờ 30 phút đến 17 giờ; thứ bảy, buổi sáng 7g30-11g30',
    'T2-T6 7h30-11h30 13h30-17h; T7 7h30-11h30',
    'Thứ 2, 3, 4, 5, 6: 7:30-11:30, 13:30-17:00; thứ 7, 7:30-11:30',
    'thứ 2-6 7h30 ~ 11h30; 13h30 ~ 17h; t7 7h30 ~ 11h30',
    'tu thu 2 den thu 6 tu 7h30 den 11h30, tu 13h30 den 17h; thu 7 tu 7h30 den 11h30',
  ])('reads "%s"', (text) => {
    const hours = parseOpeningHours(text)
    expect(hours === null ? null : formatOpeningHours(hours)).toBe(USUAL)
  })

  it('knows Sunday, alone and at the end of a range', () => {
    const hours = parseOpeningHours('T7 - CN 8:00-10:00') ?? []
    expect(formatOpeningHours(hours)).toBe('thứ Bảy đến Chủ nhật 08:00–10:00')
    expect(sessionsOn(hours, '2026-11-22')).toHaveLength(1)
    expect(sessionsOn(hours, '2026-11-23')).toEqual([])
  })

  it.each([
    ['', 'nothing'],
    ['cả ngày', 'no times'],
    ['thứ Hai', 'no times'],
    ['7:30-11:30', 'no days'],
    ['thứ Hai 11:30-7:30', 'ends before it begins'],
    ['thứ Hai 25:00-26:00', 'no such hour'],
    ['thứ Hai 7:75-8:00', 'no such minute'],
    ['thứ Hai 7:30-11:30, 11:00-17:00', 'overlaps'],
    ['thứ Tám 7:30-11:30', 'no such day'],
    ['thứ Sáu đến thứ Hai 7:30-11:30', 'a range of days that runs backwards'],
    ['Chủ nhật đến thứ Sáu 7:30-11:30', 'the same, from Sunday'],
    ['thứ 2 đến sáng thứ 7: 7h-11h, 13h-17h', 'one day of the range is not like the others'],
    ['sáng 7h30-11h30, chiều 13h30-17h', 'parts of a day, but no days'],
  ])('refuses "%s": %s', (text) => {
    expect(parseOpeningHours(text)).toBeNull()
  })

  it('reads what formatOpeningHours writes, whatever the hours', () => {
    const time = fc.integer({ min: 0, max: 23 * 60 })
    const session = fc
      .record({
        day: fc.integer({ min: 0, max: 6 }),
        at: time,
        minutes: fc.integer({ min: 1, max: 59 }),
      })
      .map(({ day, at, minutes }) => ({ day, from: at, to: at + minutes }))
    const clock = (minutes: number): string =>
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    fc.assert(
      fc.property(fc.uniqueArray(session, { selector: ({ day }) => day, minLength: 1 }), (week) => {
        const hours = week.map(({ day, from, to }) => ({
          weekdays: [day],
          opensAt: clock(from),
          closesAt: clock(to),
        }))
        const text = formatOpeningHours(hours)
        expect(formatOpeningHours(parseOpeningHours(text) ?? [])).toBe(text)
      }),
    )
  })
})

it('does not take Wednesday for "từ"', () => {
  const hours = parseOpeningHours('thứ tư 7:30-11:30; t5 từ 8:00 đến 9:00') ?? []
  expect(formatOpeningHours(hours)).toBe('thứ Tư 07:30–11:30; thứ Năm 08:00–09:00')
})

it('gives the sessions of a day in order', () => {
  const hours = parseOpeningHours('thứ Hai 13:30-17:00, 7:30-11:30') ?? []
  expect(formatSessions(sessionsOn(hours, '2026-11-23'))).toBe('07:30–11:30, 13:30–17:00')
})
