import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { renderPlain } from '../../core/index.ts'
import type { Card } from '../../core/index.ts'
import { createTalk, loadShipped } from '../support/bot/shipped.ts'
import { WHOLE_UNIT as unit } from '../support/units.ts'

/*
 * The reference cards of the project, asked of the shipped content for a unit with everything filled in: the order of
 * lines, the facts, the length. Cards 8, 9 (guard) and 11, 12 (pushed messages) are tested elsewhere.
 */

let shipped: Awaited<ReturnType<typeof loadShipped>>
let say: ReturnType<typeof createTalk>
beforeAll(async () => {
  shipped = await loadShipped(unit)
})
beforeEach(() => {
  say = createTalk(shipped, '2026-11-21', unit)
})

const cardOf = (text: string): Card => {
  const [card, ...others] = say(text).cards
  if (card === undefined) throw new Error('no card')
  expect(others).toEqual([])
  return card
}

const labelsOf = ({ buttons }: Card): string[] => buttons.map(({ label }) => label)

/** Asks and holds the card to the measures of every card; its lines. */
function linesOf(card: Card): string[] {
  const text = renderPlain(card).normalize('NFC')
  expect(text.length).toBeLessThanOrEqual(600)
  expect(text).not.toMatch(/[{}]/)
  expect(card.buttons.length).toBeLessThanOrEqual(5)
  for (const label of labelsOf(card)) expect(label.length).toBeLessThanOrEqual(25)
  return text.split('\n')
}

/** The lines match these, one after the other; others may stand between. */
function expectInOrder(lines: readonly string[], patterns: readonly RegExp[]): void {
  let at = -1
  for (const pattern of patterns) {
    const next = lines.findIndex((line, i) => i > at && pattern.test(line))
    expect(next, `${String(pattern)} in:\n${lines.join('\n')}`).toBeGreaterThan(at)
    at = next
  }
}

describe('card 1 and card 3', () => {
  it('papers of a birth registration, then the same one by post', () => {
    const papers = cardOf('lam khai sinh cho con can giay to gi')
    const lines = linesOf(papers)
    expect(lines[0]).toBe('Đăng ký khai sinh: giấy tờ cần có')
    expectInOrder(lines, [
      /^- Tờ khai/,
      /^- Giấy chứng sinh.*làm chứng.*cam đoan.*dữ liệu điện tử/,
      /^- Giấy tờ tùy thân.*xuất trình/,
      /^$/,
      /^Nộp ở: Trung tâm Phục vụ hành chính công xã Kỳ Anh.*cha hoặc mẹ cư trú/,
      /^Xong: trong ngày.*15 giờ/,
      /^Lệ phí: 0 đ.*60 ngày.*8\.000 đ.*biên lai/,
      /^Nộp mạng: được, toàn trình\. Bưu chính: được\. Trả tiền mạng: được/,
      /^Nguồn: 1\.001193, QĐ 163\/QĐ-BTP; kiểm tra \d\d\/\d\d\/2026/,
    ])
    expect(labelsOf(papers)).toEqual(
      expect.arrayContaining(['Làm cùng BHYT, căn cước', 'Ở đâu, mấy giờ', 'Nộp trên mạng']),
    )

    const post = cardOf('gui ve nha dc ko, mat bao nhieu, bao lau')
    const posted = linesOf(post)
    expect(posted[0]).toBe('Nhận giấy khai sinh tại nhà qua bưu điện: được')
    expectInOrder(posted, [
      /^Cách chọn: .*đánh dấu.*quầy.*Cổng/,
      /^Cước: .*không nằm trong lệ phí.*20\.000–30\.000 đ.*xin hỏi 1900 54 54 81/,
      /^Bao lâu: thời hạn của xã, cộng/,
      /^Khi nhận: .*tùy thân.*mã bưu gửi/,
      /^$/,
      /^Gửi cả hồ sơ .*bản sao có chứng thực/,
      /^Nguồn: QĐ 45\/2016\/QĐ-TTg/,
    ])
    expect(labelsOf(post)).toEqual([
      'Bưu cục gần đây',
      'Nộp trên mạng',
      'Quay lại giấy tờ',
      'Gặp cán bộ',
    ])
    expect(cardOf('Quay lại giấy tờ').title).toBe('Đăng ký khai sinh: giấy tờ cần có')
  })
})

describe('card 2', () => {
  it('place and fee of an identity card, the reduced fee with its last day', () => {
    const card = cardOf('cccd het han doi o dau bao nhieu tien')
    const lines = linesOf(card)
    expect(lines[0]).toMatch(/^Đổi thẻ căn cước.*: nơi làm và lệ phí$/)
    expectInOrder(lines, [
      /^Ở đâu: Công an xã.*bất kỳ trong cả nước, không cần về quê/,
      /^Lệ phí: 25\.000 đ đến hết 31\/12\/2026.*50\.000 đ.*biên lai/,
      /^$/,
      /^Giấy tờ: .*DC02/,
      /^Xong: 7 ngày làm việc\. Thứ Ba 24\/11 nghỉ lễ, không tính/,
      /^Nộp mạng: được một phần.*Bưu chính: .*cước trả riêng.*Trả tiền mạng: khi nộp trên Cổng/,
      /^Mã thủ tục và mẫu phiếu.*xin hỏi lại Công an xã/,
      /^Nguồn: 1\.014063, TT 64\/2025\/TT-BTC; kiểm tra/,
    ])
    expect(labelsOf(card).slice(0, 2)).toEqual(['Có bắt buộc đổi không', 'Mất thẻ thì sao'])
  })

  it('says 50.000 đ by itself from 01/01/2027', () => {
    say = createTalk(shipped, '2027-01-01', unit)
    const fee = linesOf(cardOf('cccd het han doi o dau bao nhieu tien')).find((line) =>
      line.startsWith('Lệ phí'),
    )
    expect(fee).toContain('50.000 đ')
    expect(fee).not.toContain('25.000')
  })
})

describe('card 4', () => {
  it('three meanings, how each is recognised, one fact each, and a way out', () => {
    const card = cardOf('lam lai khai sinh')
    const lines = linesOf(card)
    expectInOrder(lines, [
      /ba việc khác nhau:$/,
      /^1\. Xin bản sao: .*mất giấy.*8\.000 đ\/bản, trong ngày$/,
      /^2\. Đăng ký lại.*không còn sổ lưu và bản chính.*5 ngày làm việc$/,
      /^3\. Sửa giấy.*sai tên.*3 ngày/,
      /^$/,
      /gõ 1, 2 hay 3\..*gõ 4\.$/,
      /^Mất giấy thì thường chỉ cần việc 1/,
    ])
    expect(card.buttons.map(({ label }) => label[0])).toEqual(['1', '2', '3', '4', 'G'])
  })

  it.each(['mot', 'so 1', 'cai dau', '1'])('"%s" is the first', (text) => {
    say('lam lai khai sinh')
    expect(cardOf(text).title).toMatch(/^Xin bản sao khai sinh/)
  })
})

describe('card 5', () => {
  it('what only the commune knows: who answers, and how to reach them', () => {
    const { cards, asked } = say('khi nao xa phat tien ho tro lu lut')
    expect(asked).toMatchObject({ outcome: 'none', reason: 'no_local_data' })
    const [card] = cards
    const lines = linesOf(card!)
    expectInOrder(lines, [
      /^Xin lỗi, tôi chưa có thông tin chắc chắn/,
      /Tôi không đoán/,
      /^Người trả lời được: UBND xã Kỳ Anh, 0239 3000 002, thứ Hai đến thứ Sáu 07:30–11:30/,
      /112/,
      /^Tôi là máy trả lời tự động của UBND xã Kỳ Anh/,
    ])
    expect(lines.join('\n')).not.toMatch(/mã theo dõi/)
  })
})

describe('card 6', () => {
  it('no number for a fee that the province sets, and the trip that most can spare', () => {
    const card = cardOf('xin giay doc than mat bao nhieu tien')
    const lines = linesOf(card)
    expect(lines[0]).toBe('Giấy xác nhận tình trạng hôn nhân: lệ phí')
    expectInOrder(lines, [
      /HĐND tỉnh quy định.*nghị quyết của tỉnh Hà Tĩnh.*không nêu số.*xã Kỳ Anh, 0239 3000 001/,
      /^Được miễn: .*Chỉ nộp theo biên lai/,
      /^$/,
      /^Xin lưu ý: từ 01\/01\/2026.*không phải xin giấy này/,
      /^Giấy tờ: tờ khai/,
      /^Xong: 3 ngày làm việc.*xác minh/,
      /^Nộp mạng: được.*Bưu chính: được.*Trả tiền mạng: khi nộp trên Cổng/,
      /^Nguồn: 1\.004873, NQ 66\.7\/2025\/NQ-CP/,
    ])
    expect(lines.join('\n')).not.toMatch(/miễn phí|\d đ\b/i)
    expect(labelsOf(card)[0]).toBe('Tôi xin để kết hôn')
  })
})

describe('card 7', () => {
  it.each([
    'to niem yet ghi 2.000986 lam khai sinh ho khau bao hiem 1 lan con dung ko',
    '2.000986',
    'ma 2.000986 con lam duoc khong',
  ])('an old code leads to what replaced it: "%s"', (text) => {
    const card = cardOf(text)
    const lines = linesOf(card)
    expectInOrder(lines, [
      /^2\.000986 nay đã cũ.*3\.000722:$/,
      /^Liên thông khai sinh, thường trú.*căn cước/,
      /^Xong: 3 ngày làm việc.*5 ngày.*xin hỏi lại xã/,
      /^Lệ phí: 0 đ phần khai sinh và BHYT/,
      /^Nộp ở: Cổng Dịch vụ công quốc gia.*VNeID.*xã Kỳ Anh hướng dẫn/,
      /^Nguồn: NĐ 63\/2024, NĐ 301\/2026/,
    ])
    expect(labelsOf(card)).toContain('Chỉ làm khai sinh')
    expect(labelsOf(card)).toContain('Gặp cán bộ')
  })

  it('says what is different where that was asked', () => {
    const lines = linesOf(cardOf('to niem yet ghi 2.000986 con dung ko'))
    expectInOrder(lines, [/^$/, /^Khác trước: .*một tờ khai điện tử.*không dùng sổ hộ khẩu/, /^$/])
  })
})

describe('card 10', () => {
  it('how to look a dossier up, and the right of whoever waits too long', () => {
    const card = cardOf('ho so H33.05.20-261110-0012 toi dau roi')
    const lines = linesOf(card)
    expect(lines[0]).toBe('Tra cứu hồ sơ H33.05.20-261110-0012')
    expectInOrder(lines, [
      /chưa được nối.*không thấy hồ sơ này\. Hai cách xem:$/,
      /^- Vào dichvucong\.gov\.vn, mục tra cứu hồ sơ.*VNeID/,
      /^- Gọi Trung tâm .* xã Kỳ Anh, 0239 3000 001, thứ Hai .*07:30–11:30.*đọc mã/,
      /Giấy tiếp nhận hồ sơ.*văn bản xin lỗi và ngày hẹn mới.*"Bị trễ hẹn"/,
      /^Xin đừng gửi số căn cước, mật khẩu hay mã OTP/,
    ])
    expect(labelsOf(card)).toEqual(expect.arrayContaining(['Bị trễ hẹn', 'Gặp cán bộ']))
  })
})
