/** When an office is open. */
export const hoursWords = {
  week: (office: string): string => `${office}: giờ làm việc`,
  open: (office: string, day: string, times: string): string =>
    `${office}: ${day} làm việc ${times}`,
  closed: (office: string, day: string): string => `${office}: ${day} nghỉ`,
  partClosed: (office: string, part: string, day: string): string =>
    `${office}: ${part} ${day} nghỉ`,
  unknown: (office: string): string => `${office}: tôi chưa có giờ làm việc`,
  otherSessions: (day: string, times: string): string => `${day} chỉ làm: ${times}`,
  because: (name: string): string => `Nghỉ lễ: ${name}.`,
  swapped: 'Ngày này được hoán đổi để nghỉ.',
  workedInstead: 'Ngày làm bù. Giờ làm xin gọi hỏi trước.',
  next: (day: string, times: string): string => `Mở lại: ${day}, ${times}`,
  holidayAhead: (day: string, name: string, isTentative: boolean): string =>
    `Sắp tới ${day} nghỉ lễ: ${name}${isTentative ? ' (lịch chưa chính thức)' : ''}`,
  usual: 'Thường là giờ hành chính, thứ Hai đến thứ Sáu; có nơi nhận hồ sơ cả sáng thứ Bảy.',
  phone: (phone: string): string => `Hỏi trước khi đi: ${phone}`,
  address: (address: string): string => `Địa chỉ: ${address}`,
  askThere: 'Xin gọi hoặc hỏi nơi đó trước khi đi.',
  saturday: 'Thứ Bảy có nơi chỉ nhận vài việc, nên gọi trước.',
  source: (unit: string, on: string | null): string =>
    `Nguồn: ${unit} cho biết${on === null ? '' : ` ngày ${on}`}; lịch nghỉ lễ nhà nước`,
  calendarSource: 'Nguồn: lịch làm việc chung và lịch nghỉ lễ nhà nước',
  anyUnit: 'đơn vị',
  morning: 'sáng',
  afternoon: 'chiều',
  weekday: (weekday: number, date: string): string => `${DAYS[weekday] ?? ''} ${date}`,
}

const DAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy']
