export const placeWords = {
  address: (address: string): string => `Địa chỉ: ${address}`,
  phone: (phone: string): string => `Điện thoại: ${phone}`,
  hours: (hours: string): string => `Giờ làm việc: ${hours}`,
  toldOn: (date: string): string => ` (đơn vị cho biết ngày ${date})`,
}

export const unitProblems = {
  /** Kinds of units, at the start of a name. */
  kinds: /^(?:Xã|Phường|Đặc khu|Thị trấn|Tỉnh|Thành phố)(?=\s)/iu,
  tooLong: (most: number): string => `dài quá ${most} ký tự, xin viết gọn lại`,
  braces: 'có dấu { hoặc }, xin bỏ đi',
  phone: 'chỉ gồm số điện thoại, có thể vài số cách nhau bằng dấu phẩy; ví dụ 0239 3865 123',
  hours:
    'chưa hiểu; xin viết như: thứ Hai đến thứ Sáu 07:30-11:30, 13:30-17:00; thứ Bảy 07:30-11:30',
  unknownKey: 'có mục lạ, xin xem mẫu content/don-vi.yaml',
}
