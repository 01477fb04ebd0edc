import { EMPTY_UNIT, parseOpeningHours, type UnitProfile } from '../../core/index.ts'

const hours = parseOpeningHours('thứ Hai đến thứ Sáu 07:30-11:30, 13:30-17:00; thứ Bảy 07:30-11:30')
const office = (address: string, phone: string) => ({ address, phone, hours })

/** A commune that has filled in everything. */
export const WHOLE_UNIT: UnitProfile = {
  ...EMPTY_UNIT,
  name: 'UBND xã Kỳ Anh',
  province: 'tỉnh Hà Tĩnh',
  commune: 'xã Kỳ Anh',
  offices: {
    center: office('thôn Đồng Văn', '0239 3000 001'),
    committee: office('thôn Đồng Tiến', '0239 3000 002'),
    police: office('thôn Đồng Hải', '0239 3000 003'),
  },
  feedback: '0239 3000 004',
  updatedOn: '2026-11-20',
}
