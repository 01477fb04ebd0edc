/** Where the unit's places are and how to call them. */
export const officeWords = {
  title: (office: string): string => `${office}: địa chỉ, điện thoại`,
  address: (address: string): string => `Địa chỉ: ${address}`,
  phone: (phone: string): string => `Điện thoại: ${phone}`,
  hours: (hours: string): string => `Giờ làm việc: ${hours}`,
  unknownTitle: (office: string): string =>
    `Xin lỗi, tôi chưa có địa chỉ, điện thoại của ${office}`,
  unknown: 'Đơn vị chưa cho tôi biết. Hỏi được ở:',
  feedbackTitle: 'Phản ánh, kiến nghị gửi ở đâu',
  feedback: (place: string): string => `- ${place}`,
  feedbackPortal:
    '- Cổng Dịch vụ công quốc gia (dichvucong.gov.vn) hoặc VNeID, mục phản ánh kiến nghị',
  source: (unit: string, on: string | null): string =>
    `Nguồn: ${unit} cho biết${on === null ? '' : ` ngày ${on}`}`,
  anyUnit: 'đơn vị',
}
