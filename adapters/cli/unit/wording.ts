import type { UnitField } from '../../../knowledge/index.ts'

const OFFICES = { center: 'Trung tâm PVHCC', committee: 'UBND', police: 'Công an' } as const

const FIELDS: Readonly<Record<string, string>> = {
  name: 'tên đơn vị',
  province: 'tỉnh, thành phố',
  commune: 'xã, phường, đặc khu',
  feedback: 'nơi nhận phản ánh, kiến nghị',
  address: 'địa chỉ',
  phone: 'điện thoại',
  hours: 'giờ làm việc',
}

/** A field of the unit as people call it. */
export function unitFieldName(field: UnitField): string {
  const [first = '', part] = field.split('.')
  if (part === undefined) return FIELDS[first] ?? first
  return `${FIELDS[part] ?? part} ${OFFICES[first as keyof typeof OFFICES]}`
}

/** Vietnamese text of `cchc unit`. */
export const unitWording = {
  description: 'thông tin của đơn vị: tên, địa chỉ, điện thoại, giờ làm việc',
  examples: `
Ví dụ:
  cchc unit show                 xem thông tin đang dùng, mục nào còn trống
  cchc unit link                 địa chỉ trang để điền (cần trợ lý đang chạy)
  cchc unit link --new           thay mã thiết lập, mã cũ hết dùng
  cchc unit load don-vi.yaml     nạp từ tệp theo mẫu content/don-vi.yaml
  cchc unit reset                bỏ thông tin đã lưu, dùng lại content/don-vi.yaml`,
  showExamples: `
Ví dụ:
  cchc unit show
  cchc unit show --json`,
  linkExamples: `
Ví dụ:
  cchc unit link
  cchc unit link --new`,
  loadExamples: `
Ví dụ:
  cchc unit load don-vi.yaml`,
  resetExamples: `
Ví dụ:
  cchc unit reset`,
  show: 'xem thông tin đang dùng và mục còn trống',
  link: 'in địa chỉ trang điền thông tin, kèm mã thiết lập',
  renew: 'thay mã thiết lập bằng mã mới',
  load: 'nạp thông tin từ tệp YAML, dùng ngay',
  reset: 'bỏ thông tin đã lưu, dùng lại tệp content/don-vi.yaml',
  field: 'Mục',
  value: 'Giá trị',
  nothing: '(trống)',
  updatedOn: (date: string): string => `Cập nhật ngày ${date}.`,
  complete: 'Không còn mục nào trống.',
  stillEmpty: (fields: readonly string[]): string =>
    `Còn ${fields.length} mục trống; điền ở trang /thiet-lap ("cchc unit link") hoặc trong tệp.`,
  url: (url: string): string =>
    `Mở trang này trên trình duyệt để điền thông tin đơn vị (trợ lý phải đang chạy):\n${url}\nMở từ máy khác, hoặc trợ lý chạy ở cổng khác: thay phần trước /thiet-lap bằng địa chỉ của trợ lý.`,
  loaded: (empty: number): string =>
    empty === 0 ? 'Đã nạp thông tin đơn vị.' : `Đã nạp thông tin đơn vị; còn ${empty} mục trống.`,
  noFile: (file: string): string => `Không tìm thấy tệp "${file}". Xin kiểm tra lại đường dẫn.`,
  wasReset: 'Đã bỏ thông tin đã lưu. Trợ lý dùng lại tệp content/don-vi.yaml.',
}
