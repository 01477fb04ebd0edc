/** The computed day on which something is ready. */
export const dueWords = {
  title: (name: string, filedOn: string): string => `${name}: nộp ${filedOn} thì bao giờ xong`,
  by: (day: string): string => `Chậm nhất: ${day}`,
  within: (day: string): string => `Xong trong ${day}`,
  between: (from: string, to: string): string => `Từ ${from} đến ${to}`,
  span: (from: string, to: string): string => `từ ${from} đến ${to}`,
  case: (label: string, day: string): string => `- ${label}: ${day}`,
  term: (label: string): string => `Thời hạn: ${label}`,
  received: (filedOn: string, from: string): string =>
    `${upper(filedOn)} là ngày nghỉ: hồ sơ tính từ ${from}`,
  late: (hour: number, day: string): string => `Nộp sau ${hour} giờ: tính sang ${day}`,
  skippedHoliday: (day: string, name: string, isTentative: boolean): string =>
    `${day} nghỉ ${name}${isTentative ? ' (lịch chưa chính thức)' : ''}`,
  skippedWeekends: (days: readonly string[]): string =>
    days.length <= 4 ? days.join(', ') : `${days.length} ngày cuối tuần`,
  skipped: (what: readonly string[]): string => `Đã bỏ qua, không tính: ${what.join('; ')}`,
  moved: 'Ngày cuối rơi vào ngày nghỉ nên lấy ngày làm việc kế tiếp.',
  addition: (text: string): string => `Chưa tính: ${text}`,
  expectation:
    'Đây là ngày tôi tính theo thời hạn, chưa phải lời hẹn. Ngày in trên giấy hẹn mới là chính; bị yêu cầu bổ sung giấy thì tính lại.',
  notCounted: (text: string): string => `Việc này không tính ra ngày được: ${text}`,
  slip: 'Xin xem ngày in trên giấy hẹn.',
  weekday: (weekday: number): string => DAYS[weekday] ?? '',
}

const DAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy']

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
