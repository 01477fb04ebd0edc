const DAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const

const dayName = ([weekday, date]: readonly [number, string]): string =>
  `${DAYS[weekday] ?? ''} ${date}`

/** Words of the reminders to officials. */
export const alertWording = {
  left: (days: number): string =>
    days === 0 ? 'Nhắc hạn: hôm nay là hạn' : `Nhắc hạn: còn ${days} ngày làm việc`,
  late: (days: number): string => `Quá hạn ${days} ngày làm việc`,
  task: (task: string): string => `Việc: ${task}`,
  basis: (document: string | null, quote: string): string =>
    document === null ? `Theo: câu "${quote}"` : `Theo: ${document}, câu "${quote}"`,
  due: (due: readonly [number, string], sendBy: readonly [number, string] | null): string =>
    sendBy === null
      ? `Hạn: hết ${dayName(due)}`
      : `Hạn: hết ${dayName(due)}, nên gửi trong ${dayName(sendBy)}`,
  because: (reasons: string): string => `Vì sao: ${reasons}`,
  before: (day: number, last: number): string => `"trước ngày ${day}" là không quá ngày ${last}`,
  fallsOn: (weekday: number, date: string): string =>
    weekday === 0 || weekday === 6
      ? `${date} rơi vào ${DAYS[weekday] ?? ''}`
      : `${date} là ngày nghỉ`,
  people: (lead: string, supporting: readonly string[]): string =>
    supporting.length === 0
      ? `Chủ trì: ${lead}`
      : `Chủ trì: ${lead}. Phối hợp: ${supporting.join(', ')}`,
  handIn: (place: string): string => `Nộp ở: ${place}`,
  draft: (figuresTo: string, openFields: number): string =>
    openFields === 0
      ? `Có sẵn: bản nháp, số liệu đến ${figuresTo}`
      : `Có sẵn: bản nháp, số liệu đến ${figuresTo}, còn ${openFields} ô cần anh/chị điền`,
  escalation: (on: readonly [number, string], to: string): string =>
    `Sáng ${dayName(on)} nếu chưa xong, tôi báo ${to}.`,
}
