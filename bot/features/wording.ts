import { ASK_LIKE } from '../cards/wording.ts'

/** Short replies to words that ask nothing, and the calendar: what the features say by themselves. */

const HOW_TO_ASK = `${ASK_LIKE}.`

export const smallTalkWords = {
  swearing: {
    title: 'Xin lỗi anh/chị, tôi trả lời chưa được việc',
    lines: ['Tôi là máy, nhiều câu chưa hiểu.', HOW_TO_ASK],
  },
  invitation: {
    title: 'Dạ, xin mời anh/chị hỏi.',
    lines: ['Tôi là máy trả lời tự động về thủ tục hành chính.', HOW_TO_ASK],
  },
  agreed: {
    title: 'Dạ vâng.',
    lines: ['Anh/chị cần gì nữa, xin cứ hỏi.'],
  },
  declined: {
    title: 'Dạ vâng, không sao ạ.',
    lines: ['Khi nào cần, anh/chị cứ hỏi.'],
  },
  wrong: {
    title: 'Xin lỗi anh/chị, xin cho tôi hỏi lại',
    lines: ['Anh/chị cần giấy gì, làm cho ai, để làm gì?', HOW_TO_ASK],
  },
  nothingMore: {
    title: 'Tôi không còn phần nào để xem tiếp.',
    lines: ['Xin mời anh/chị hỏi việc cần làm.', HOW_TO_ASK],
  },
}

const WEEKDAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy']

/** Inside a sentence only the day's own name keeps its capital: `thứ Sáu`. */
const inside = (weekday: number, date: string): string =>
  named(weekday, date).replace(/^./u, (first) => first.toLowerCase())

const named = (weekday: number, date: string): string => `${WEEKDAYS[weekday] ?? ''} ${date}`

export const holidayWords = {
  working: (weekday: number, date: string): string => `${named(weekday, date)} là ngày làm việc`,
  weekend: (weekday: number, date: string): string =>
    `${named(weekday, date)} là ngày nghỉ cuối tuần`,
  off: (weekday: number, date: string): string => `${named(weekday, date)} là ngày nghỉ`,
  because: (name: string): string => `Nghỉ lễ: ${name}.`,
  run: (name: string, days: number): string => `${name}: nghỉ ${days} ngày liền`,
  fromTo: (from: readonly [number, string], to: readonly [number, string]): string =>
    `Từ ${inside(...from)} đến hết ${inside(...to)}, tính cả cuối tuần.`,
  oneDay: (weekday: number, date: string): string => `${named(weekday, date)}.`,
  next: (weekday: number, date: string): string =>
    `Ngày làm việc kế tiếp: ${inside(weekday, date)}.`,
  tentative: 'Lịch này chưa có thông báo chính thức, xin hỏi lại gần ngày đó.',
  hours:
    'Giờ mở cửa do từng nơi đặt, có nơi nhận hồ sơ cả sáng thứ Bảy: xin hỏi nơi nộp trước khi đi.',
  source: (sources: readonly string[]): string => `Nguồn: ${sources.join('; ')}`,
  usualWeek: 'lịch làm việc chung, thứ Hai đến thứ Sáu',
}
