import { describe, expect, it } from 'vitest'
import { EMPTY_UNIT, renderPlain } from '../../../core/index.ts'
import { bulletinCard, type Bulletin } from '../../../jobs/index.ts'
import { WHOLE_UNIT } from '../../support/units.ts'

const bulletin: Bulletin = {
  day: '2026-11-23',
  items: [
    'Thứ Ba 24/11 nghỉ Ngày Văn hóa Việt Nam. Thời hạn tính bằng ngày làm việc không tính ngày này',
    'Giảm một nửa lệ phí căn cước đến hết 31/12/2026: đổi thẻ 25.000 đ, cấp lại 35.000 đ',
    'Có VNeID mức 2: xin bản sao khai sinh, trích lục 0 đ đến hết 28/02/2027 (xin hỏi lại {xã})',
  ],
  warning: 'không cơ quan nào gọi điện xin mã OTP để "cập nhật VNeID".',
  sources: ['NQ 28/2026/QH16', 'TT 64/2025/TT-BTC'],
  buttons: [{ label: 'Hỏi về căn cước', action: 'show:1.014063::1' }],
}

describe('the twelfth card of the reference', () => {
  it('names the commune and the day, the items, the sources and how to stop', () => {
    const card = bulletinCard(bulletin, WHOLE_UNIT)
    const text = renderPlain(card)
    expect(text.split('\n')).toEqual([
      'Bản tin CCHC xã Kỳ Anh, ngày 23/11/2026',
      `- ${bulletin.items[0]}`,
      `- ${bulletin.items[1]}`,
      '- Có VNeID mức 2: xin bản sao khai sinh, trích lục 0 đ đến hết 28/02/2027 (xin hỏi lại xã Kỳ Anh)',
      '',
      'Cảnh giác: không cơ quan nào gọi điện xin mã OTP để "cập nhật VNeID".',
      'Nguồn: NQ 28/2026/QH16, TT 64/2025/TT-BTC. Dừng nhận: gõ DUNG',
    ])
    expect(text.length).toBeLessThanOrEqual(600)
    expect(card.buttons.map(({ label }) => label)).toEqual(['Hỏi về căn cước', 'Dừng nhận tin'])
  })

  it('names no place that is not known', () => {
    expect(bulletinCard(bulletin, EMPTY_UNIT).title).toBe('Bản tin CCHC ngày 23/11/2026')
  })

  it('refuses what nobody would read to the end, and what has no source', () => {
    const five = [1, 2, 3, 4, 5].map(String)
    expect(() => bulletinCard({ ...bulletin, items: five }, EMPTY_UNIT)).toThrow('từ 1 đến 4 mục')
    expect(() => bulletinCard({ ...bulletin, items: [] }, EMPTY_UNIT)).toThrow('từ 1 đến 4 mục')
    expect(() => bulletinCard({ ...bulletin, sources: [] }, EMPTY_UNIT)).toThrow('ghi nguồn')
  })
})
