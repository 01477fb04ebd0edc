import { describe, expect, it } from 'vitest'
import { createWorkingCalendar, renderPlain } from '../../../core/index.ts'
import { deadlineAlertCard, type DeadlineAlert } from '../../../jobs/index.ts'

const calendar = createWorkingCalendar({
  holidays: [{ on: '2026-11-24', name: 'Ngày Văn hóa Việt Nam', isTentative: false }],
  swaps: [],
})
const yearly: DeadlineAlert = {
  task: 'báo cáo kết quả tuyên truyền CCHC năm 2026, gửi UBND tỉnh',
  basis: { document: null, quote: 'trước ngày 14/12/2026' },
  dueOn: '2026-12-13',
  beforeOn: '2026-12-14',
  lead: 'Phòng Văn hóa – Xã hội',
  supporting: ['Trung tâm Phục vụ HCC'],
  handIn: 'kênh theo dõi thực hiện nhiệm vụ',
  draft: { figuresTo: '2026-12-07', openFields: 2 },
  escalation: { on: '2026-12-14', to: 'lãnh đạo Phòng' },
  buttons: [
    { label: '1 Nhận việc', action: 'task:17:accept' },
    { label: '2 Đã xong, gửi minh chứng', action: 'task:17:done' },
  ],
}

describe('the eleventh card of the reference', () => {
  it('says what is due, why on that day, who has it and who will be told', () => {
    const card = deadlineAlertCard(yearly, '2026-12-08', calendar)
    expect(renderPlain(card)).toBe(
      `Nhắc hạn: còn 3 ngày làm việc
Việc: báo cáo kết quả tuyên truyền CCHC năm 2026, gửi UBND tỉnh
Theo: câu "trước ngày 14/12/2026"
Hạn: hết Chủ nhật 13/12, nên gửi trong thứ Sáu 11/12
Vì sao: "trước ngày 14" là không quá ngày 13; 13/12 rơi vào Chủ nhật
Chủ trì: Phòng Văn hóa – Xã hội. Phối hợp: Trung tâm Phục vụ HCC
Nộp ở: kênh theo dõi thực hiện nhiệm vụ
Có sẵn: bản nháp, số liệu đến 07/12, còn 2 ô cần anh/chị điền

Sáng thứ Hai 14/12 nếu chưa xong, tôi báo lãnh đạo Phòng.`,
    )
    expect(renderPlain(card).length).toBeLessThanOrEqual(600)
    expect(card.buttons.every(({ label }) => label.length <= 25)).toBe(true)
  })

  it('leaves out what is not known', () => {
    const bare: DeadlineAlert = {
      ...yearly,
      ...{ basis: null, beforeOn: null, lead: null, handIn: null, draft: null, escalation: null },
      dueOn: '2026-11-24',
    }
    expect(renderPlain(deadlineAlertCard(bare, '2026-11-23', calendar))).toBe(
      `Nhắc hạn: hôm nay là hạn
Việc: báo cáo kết quả tuyên truyền CCHC năm 2026, gửi UBND tỉnh
Hạn: hết thứ Ba 24/11, nên gửi trong thứ Hai 23/11
Vì sao: 24/11 là ngày nghỉ`,
    )
  })

  it('counts working days when it is late', () => {
    const card = deadlineAlertCard(yearly, '2026-12-15', calendar)
    expect(card.title).toBe('Quá hạn 2 ngày làm việc')
  })
})
