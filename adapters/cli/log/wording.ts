import { formatLocalDate, localDateOf, type Instant } from '../../../core/index.ts'

/** Vietnamese text of `cchc log`. */
export const logWording = {
  description: 'xem câu hỏi chưa trả lời được và đánh giá của người dân',
  examples: `
Ví dụ:
  cchc log misses --limit 50   50 câu chưa trả lời được hoặc bị chê, nhiều người hỏi nhất trước
  cchc log ratings --json     đánh giá theo từng mục, dạng JSON`,
  missesExamples: `
Ví dụ:
  cchc log misses --limit 50`,
  ratingsExamples: `
Ví dụ:
  cchc log ratings --limit 10 --json`,
  misses:
    'câu hỏi chưa trả lời được hoặc bị chê, gộp các câu giống nhau, nhiều người hỏi nhất trước',
  ratings: 'mục nào được đánh giá hữu ích hay chưa hữu ích, nhiều chê nhất trước',
  limit: 'số dòng nhiều nhất',

  count: 'Số lần',
  lastOn: 'Lần cuối',
  reason: 'Lý do',
  question: 'Câu hỏi',
  reasons: {
    empty: 'không có nội dung',
    not_found: 'chưa có dữ liệu',
    not_held: 'biết tên, chưa có bài',
    out_of_scope: 'ngoài phạm vi',
    foreign_language: 'tiếng nước ngoài',
  } as Readonly<Record<string, string>>,
  answeredWith: (entryId: string): string => `trả lời bằng ${entryId}, bị chê`,
  noneMissed: 'Không có câu hỏi nào chưa trả lời được.',

  helpful: 'Hữu ích',
  unhelpful: 'Chưa hữu ích',
  code: 'Mã',
  title: 'Tên',
  noneRated: 'Chưa có đánh giá nào.',
  retired: '(không còn hiệu lực)',

  day: (at: Instant): string => formatLocalDate(localDateOf(new Date(at))),
}
