import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { renderPlain } from '../../core/index.ts'
import { readTerms } from '../../bot/features/due/read-terms.ts'
import { createTalk, loadShipped } from '../support/bot/shipped.ts'

describe('reading a processing time', () => {
  it.each([
    ['7 ngày làm việc', ['working-days 7-7']],
    ['Trong ngày; nộp sau 15 giờ thì ngày làm việc kế tiếp', ['same-day']],
    ['3 ngày làm việc; phải xác minh thì tối đa 5 ngày', ['working-days 3-3', 'days 5-5']],
    ['Từ 4 đến 10 ngày, tùy việc sửa. Vùng khó khăn: thêm 10 ngày', ['days 4-10']],
    [
      '8 giờ làm việc khi nộp mạng; cách khác 2 ngày làm việc',
      ['working-days 0-1', 'working-days 2-2'],
    ],
    ['Nhà ở riêng lẻ 15 ngày, công trình khác 20 ngày', ['days 15-15', 'days 20-20']],
    ['5 ngày làm việc (từ 01/7/2026; trước đó 10 ngày)', ['working-days 5-5']],
    ['12 ngày. Miền núi, đặc khu, vùng khó khăn: 22 ngày', ['days 12-12', 'days 22-22']],
    ['- Trực tiếp: 1 ngày làm việc\n- Trực tuyến: 2 giờ', ['working-days 1-1', 'same-day']],
  ])('"%s"', (text, expected) => {
    const cases = readTerms(text)?.cases.map(({ term }) =>
      term.kind === 'same-day' ? term.kind : `${term.kind} ${term.min}-${term.max}`,
    )
    expect(cases).toEqual(expected)
  })

  it.each([
    'Tôi chưa có số ngày chắc chắn',
    '10 ngày, tính từ khi hết hạn nộp đơn',
    'Gửi trước ngày mở hội 20–30 ngày',
    'Ghi nhận ngay',
    '2 tháng và 15 ngày làm việc',
    '120',
    '',
  ])('"%s" cannot be counted', (text) => expect(readTerms(text)).toBeNull())

  it('finds the cut-off and what it adds', () => {
    const terms = readTerms('Trong ngày; nộp sau 15 giờ thì hôm sau. Vùng khó khăn: thêm 10 ngày')
    expect(terms).toMatchObject({ cutOffHour: 15, additions: ['Vùng khó khăn: thêm 10 ngày'] })
  })
})

describe('when it is ready', () => {
  let shipped: Awaited<ReturnType<typeof loadShipped>>
  let say: ReturnType<typeof createTalk>
  beforeAll(async () => {
    shipped = await loadShipped()
  })
  beforeEach(() => {
    say = createTalk(shipped)
  })
  const textOf = (said: string): string => renderPlain(say(said).cards[0]!)

  it('counts working days over a holiday and a weekend, and says which', () => {
    say('doi can cuoc')
    const text = textOf('nộp thứ 2 thì hôm nào lấy')
    expect(text).toMatch(/nộp thứ Hai 23\/11\/2026/)
    expect(text).toMatch(/Chậm nhất: thứ Năm 03\/12\/2026/)
    expect(text).toMatch(
      /thứ Ba 24\/11 nghỉ Ngày Văn hóa Việt Nam; thứ Bảy 28\/11, Chủ nhật 29\/11/,
    )
    expect(text).toMatch(/chưa phải lời hẹn.*giấy hẹn/)
  })

  it('what is handed in on a Saturday counts from Monday, also for the same day', () => {
    const text = textOf('làm khai sinh nộp hôm nay thì bao giờ xong')
    expect(text).toMatch(/Xong trong thứ Hai 23\/11\/2026/)
    expect(text).toMatch(/Nộp sau 15 giờ: tính sang thứ Tư 25\/11\/2026/)
    expect(text).toMatch(/Thứ Bảy 21\/11\/2026 là ngày nghỉ/)
  })

  it('has a line for each case', () => {
    const text = textOf('đăng ký kết hôn nộp thứ hai thì bao giờ xong')
    expect(text).toMatch(/- Trong ngày: thứ Hai 23\/11\/2026/)
    expect(text).toMatch(/xác minh.*5 ngày làm việc: thứ Ba 01\/12\/2026/)
  })

  it('"mấy hôm nữa có" counts from today and keeps the procedure', () => {
    say('doi can cuoc')
    expect(textOf('mấy hôm nữa có')).toMatch(/thứ Năm 03\/12\/2026/)
    expect(textOf('le phi')).toMatch(/^Đổi thẻ căn cước: lệ phí/)
  })

  it('of nothing it is asked of what', () => {
    expect(say('nop hom nay thi bao gio xong').asked?.outcome).toBe('none')
  })

  it.each(['khi nao duoc nhan luong huu', 'hom nay co lam khai sinh khong', 'bao gio co ket qua'])(
    '"%s" names no day of filing',
    (text) => expect(say(text).cards[0]?.title).not.toMatch(/thì bao giờ xong$/),
  )
})
