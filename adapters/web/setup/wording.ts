import type { UnitField } from '../../../knowledge/index.ts'

const OFFICES = {
  center: 'Trung tâm Phục vụ hành chính công',
  committee: 'Trụ sở UBND',
  police: 'Công an',
} as const

const PARTS = { address: 'Địa chỉ', phone: 'Điện thoại', hours: 'Giờ làm việc' } as const

/** Words of the page on which the unit is filled in. */
export const setupWording = {
  title: 'Thông tin của đơn vị',
  intro:
    'Trợ lý dùng những thông tin này khi người dân hỏi nộp ở đâu, mấy giờ, gọi số nào. Mục nào chưa biết thì để trống: trợ lý không in mục trống. Lưu xong dùng ngay, không phải khởi động lại.',
  offices: OFFICES,
  parts: PARTS,
  fields: {
    name: 'Tên đơn vị',
    province: 'Tỉnh, thành phố',
    commune: 'Xã, phường, đặc khu',
    feedback: 'Nơi nhận phản ánh, kiến nghị',
  },
  hints: {
    name: 'Hiện ở đầu trang. Ví dụ: UBND xã Kỳ Anh',
    province: 'Kèm chữ "tỉnh" hoặc "thành phố". Ví dụ: tỉnh Hà Tĩnh',
    commune: 'Kèm chữ "xã", "phường" hoặc "đặc khu". Đơn vị cấp tỉnh thì để trống',
    feedback: 'Địa chỉ, trang mạng hoặc số điện thoại',
    address: 'Số nhà, đường, thôn hoặc khu phố',
    phone: 'Ví dụ: 0239 3865 123',
    hours: 'Ví dụ: thứ Hai đến thứ Sáu 07:30-11:30, 13:30-17:00; thứ Bảy 07:30-11:30',
  },
  save: 'Lưu thông tin',
  saved: 'Đã lưu. Trợ lý đang dùng thông tin này.',
  stillEmpty: 'Còn để trống:',
  seePage: 'Xem trang của người dân',
  problems: (count: number): string =>
    `Chưa lưu: có ${count} mục cần sửa. Những gì anh/chị gõ vẫn còn dưới đây.`,
  stale:
    'Chưa lưu: trong lúc anh/chị gõ, trang khác đã lưu thông tin khác. Xin xem các mục tô đỏ, sửa cho đúng rồi bấm lưu lần nữa.',
  savedNow: (value: string): string => `hiện đang lưu: ${value}`,
  codeTitle: 'Nhập mã thiết lập',
  codeIntro:
    'Mã hiện trên màn hình máy chủ khi khởi động lần đầu. Xem lại mã: chạy lệnh "npm run --silent cchc -- unit link" trên máy chủ (bản cài không cần mạng: "./cchc.sh unit link", Windows: "cchc.cmd unit link").',
  code: 'Mã thiết lập',
  open: 'Mở trang thiết lập',
  wrongCode: 'Mã không đúng, hoặc đã được thay bằng mã mới.',
} as const

/** A field as people call it. */
export function fieldName(field: UnitField): string {
  const [first, part] = field.split('.') as [string, keyof typeof PARTS | undefined]
  return part === undefined
    ? setupWording.fields[first as keyof typeof setupWording.fields]
    : `${PARTS[part]} – ${OFFICES[first as keyof typeof OFFICES]}`
}
