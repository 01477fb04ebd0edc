import { ASK_LIKE } from '../cards/wording.ts'

/** Short replies to words that ask nothing, and the calendar: what the features say by themselves. */

const HOW_TO_ASK = `${ASK_LIKE}.`

/** A short reply. */
export interface TalkWords {
  title: string
  lines: readonly string[]
}

/** Several ways of saying each, used in turn. */
export const smallTalkWords: Readonly<
  Record<
    'swearing' | 'invitation' | 'agreed' | 'declined' | 'wrong' | 'nothingMore',
    readonly TalkWords[]
  >
> = {
  swearing: [
    {
      title: 'Xin lỗi anh/chị, tôi trả lời chưa được việc',
      lines: ['Tôi là máy, nhiều câu chưa hiểu.', HOW_TO_ASK],
    },
    {
      title: 'Xin lỗi đã làm anh/chị bực mình',
      lines: ['Anh/chị nói giúp tên giấy cần làm, tôi tìm lại ngay. Hoặc gõ "gặp cán bộ".'],
    },
  ],
  invitation: [
    {
      title: 'Dạ, xin mời anh/chị hỏi.',
      lines: ['Tôi là máy trả lời tự động về thủ tục hành chính.', HOW_TO_ASK],
    },
    {
      title: 'Dạ, tôi nghe đây, xin mời anh/chị hỏi.',
      lines: [HOW_TO_ASK, 'Chưa biết hỏi gì thì gõ "danh mục".'],
    },
  ],
  agreed: [
    { title: 'Dạ vâng.', lines: ['Anh/chị cần gì nữa, xin cứ hỏi.'] },
    { title: 'Dạ vâng ạ.', lines: ['Còn gì chưa rõ, anh/chị hỏi tiếp.'] },
    { title: 'Dạ vâng, tôi vẫn ở đây.', lines: ['Cần thêm giấy gì, xin cứ gõ.'] },
  ],
  declined: [
    { title: 'Dạ vâng, không sao ạ.', lines: ['Khi nào cần, anh/chị cứ hỏi.'] },
    { title: 'Dạ vâng ạ.', lines: ['Anh/chị cần thì nhắn lại lúc nào cũng được.'] },
  ],
  wrong: [
    {
      title: 'Xin lỗi anh/chị, xin cho tôi hỏi lại',
      lines: ['Anh/chị cần giấy gì, làm cho ai, để làm gì?', HOW_TO_ASK],
    },
    {
      title: 'Xin lỗi, tôi hiểu chưa đúng',
      lines: ['Xin nói cách khác: tờ giấy đó tên gì, cơ quan nào đòi?', 'Hoặc gõ "gặp cán bộ".'],
    },
  ],
  nothingMore: [
    {
      title: 'Tôi không còn phần nào để xem tiếp.',
      lines: ['Xin mời anh/chị hỏi việc cần làm.', HOW_TO_ASK],
    },
    { title: 'Tôi không còn phần nào nữa ạ.', lines: ['Xin mời anh/chị hỏi việc khác.'] },
  ],
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

/** Something is lost. */
export const LOST = 'mất'

/**
 * What happened to a paper or a person: it tells neighbouring procedures apart without naming one. What stands on a
 * line says the same.
 */
export const SITUATIONS: readonly (readonly string[])[] = [
  ['hết hạn', 'quá hạn'],
  [LOST, 'rơi mất', 'làm rơi', 'thất lạc'],
  ['bị rách', 'bị hỏng', 'bị hư', 'hư rồi', 'rách rồi', 'hỏng rồi'],
  ['ghi sai', 'bị sai', 'sai tên', 'sai năm sinh'],
  ['lần đầu', 'chưa làm lần nào'],
  ['nước ngoài'],
  ['dưới 6 tuổi'],
  ['xin lại', 'cấp lại', 'làm lại'],
  ['xóa', 'xoá'],
]

/** What an entry about money is called. */
export const MONEY = ['tiền', 'lệ phí', 'chi phí', 'giá']
