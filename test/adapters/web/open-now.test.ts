import { expect, test } from 'vitest'
import { openStateOf } from '../../../adapters/web/open-now.ts'
import {
  createWorkingCalendar,
  EMPTY_UNIT,
  parseOpeningHours,
  type OpeningHours,
  type UnitProfile,
} from '../../../core/index.ts'
import { createTestApp } from '../../support/web/test-app.ts'

const hoursOf = (text: string): OpeningHours => {
  const hours = parseOpeningHours(text)
  if (hours === null) throw new Error(text)
  return hours
}

const SPLIT = hoursOf('thứ Hai đến thứ Sáu 07:30-11:30, 13:30-17:00; thứ Bảy 07:30-11:30')
const holiday = (on: string) => ({ on, name: 'Ngày lễ', isTentative: false })
const calendar = createWorkingCalendar({
  holidays: [holiday('2026-11-24'), holiday('2026-11-28')],
  swaps: [{ off: '2026-12-04', work: '2026-12-06' }],
})

/** `local` in Viet Nam. */
const at = (local: string): Date => new Date(`${local}:00+07:00`)

test.each([
  // Friday
  ['2026-11-20T07:29', { isOpen: false, day: '2026-11-20', opensAt: '07:30' }],
  ['2026-11-20T07:30', { isOpen: true, closesAt: '11:30' }],
  ['2026-11-20T11:30', { isOpen: false, day: '2026-11-20', opensAt: '13:30' }],
  ['2026-11-20T16:59', { isOpen: true, closesAt: '17:00' }],
  ['2026-11-20T17:00', { isOpen: false, day: '2026-11-21', opensAt: '07:30' }],
  // Saturday morning is worked here, Sunday is not
  ['2026-11-21T08:00', { isOpen: true, closesAt: '11:30' }],
  ['2026-11-21T12:00', { isOpen: false, day: '2026-11-23', opensAt: '07:30' }],
  ['2026-11-22T09:00', { isOpen: false, day: '2026-11-23', opensAt: '07:30' }],
  // a holiday on a Tuesday and one on a Saturday
  ['2026-11-23T18:00', { isOpen: false, day: '2026-11-25', opensAt: '07:30' }],
  ['2026-11-24T09:00', { isOpen: false, day: '2026-11-25', opensAt: '07:30' }],
  ['2026-11-28T09:00', { isOpen: false, day: '2026-11-30', opensAt: '07:30' }],
  // a Friday off, the Sunday after it worked with a usual Monday's hours
  ['2026-12-04T09:00', { isOpen: false, day: '2026-12-05', opensAt: '07:30' }],
  ['2026-12-06T09:00', { isOpen: true, closesAt: '11:30' }],
])('%s', (local, expected) => {
  expect(openStateOf(SPLIT, calendar, at(local))).toEqual(expected)
})

test('an office that never opens has no state', () => {
  expect(openStateOf([], calendar, at('2026-11-20T09:00'))).toBeNull()
})

const NOTHING = EMPTY_UNIT.offices.center
const unit = (change: Partial<UnitProfile>): UnitProfile => ({ ...EMPTY_UNIT, ...change })
const footerOf = async (profile: UnitProfile, now = '2026-11-21T12:00'): Promise<string> => {
  const { get, clock } = createTestApp({ unit: { current: () => profile }, calendar })
  clock.set(at(now).toISOString())
  const html = await (await get('/')).text()
  return (/<footer[\s\S]*<\/footer>/.exec(html)?.[0] ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
}

test('the foot of the page says where, whom to call and when; the phone can be pressed', async () => {
  const profile = unit({
    commune: 'xã Kỳ Anh',
    feedback: 'phananh.hatinh.gov.vn',
    offices: {
      ...EMPTY_UNIT.offices,
      center: { address: 'Thôn 1', phone: '0239 3 865 000', hours: SPLIT },
    },
  })
  const text = await footerOf(profile)
  for (const said of [
    'Trung tâm Phục vụ hành chính công xã Kỳ Anh',
    'Đang nghỉ, mở lại lúc 07:30 thứ Hai 23/11',
    'Địa chỉ: Thôn 1',
    'Điện thoại: 0239 3 865 000',
    'Giờ làm việc: thứ Hai đến thứ Sáu 07:30–11:30, 13:30–17:00; thứ Bảy 07:30–11:30',
    'Phản ánh, kiến nghị: phananh.hatinh.gov.vn',
  ]) {
    expect(text).toContain(said)
  }
  expect(await footerOf(profile, '2026-11-20T08:00')).toContain('Đang mở cửa, đến 11:30')
  expect(await footerOf(profile, '2026-11-20T12:00')).toContain('mở lại lúc 13:30 hôm nay')
  expect(await footerOf(profile, '2026-11-22T12:00')).toContain('mở lại lúc 07:30 ngày mai')
  const html = await (await createTestApp({ unit: { current: () => profile } }).get('/tt')).text()
  expect(html).toContain('<a href="tel:02393865000">0239 3 865 000</a>')
})

test('what is not known is not printed', async () => {
  const empty = await footerOf(EMPTY_UNIT)
  for (const word of ['Địa chỉ', 'Điện thoại', 'Giờ làm việc', 'Phản ánh', 'mở', 'Trung tâm']) {
    expect(empty).not.toContain(word)
  }
  const onlyPhone = unit({
    offices: { ...EMPTY_UNIT.offices, committee: { ...NOTHING, phone: '0239 3 865 001' } },
  })
  const text = await footerOf(onlyPhone)
  expect(text).toContain('UBND xã')
  expect(text).not.toContain('Địa chỉ')
  expect(text).not.toContain('Giờ làm việc')
})
