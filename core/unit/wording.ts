import type { OfficeKind } from './offices.ts'

const DAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const

export const hoursWords = {
  days: (from: number, to: number): string =>
    from === to ? (DAYS[from] ?? '') : `${DAYS[from] ?? ''} đến ${DAYS[to] ?? ''}`,
}

/** Names that stand where the commune or the province is not known. */
export const COMMUNE = 'xã'
export const PROVINCE = 'tỉnh'

/** An office by its name before the commune's. */
export const OFFICE_NAMES: Readonly<Record<OfficeKind, string>> = {
  center: 'Trung tâm Phục vụ hành chính công',
  committee: 'UBND',
  police: 'Công an',
}

/** What authors write between braces for each (see `docs/vi/noi-dung.md`). */
export const OFFICE_TOKENS: Readonly<Record<OfficeKind, string>> = {
  center: 'trung tâm',
  committee: 'ubnd xã',
  police: 'công an xã',
}

export const WITH_PHONE = ', điện thoại'
export const WITH_HOURS = ', điện thoại, giờ'
