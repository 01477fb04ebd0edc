import type { ValueSlot } from '../entry.ts'

/** Headings of a Markdown file and the slot each fills; the first of a slot is the one we write. */
export const SLOT_HEADINGS: Readonly<Record<ValueSlot, string>> = {
  summary: 'Tóm tắt',
  components: 'Giấy tờ',
  place_hours: 'Nơi nộp',
  duration: 'Thời hạn',
  fee: 'Lệ phí',
  online: 'Nộp trực tuyến',
  postal: 'Bưu chính',
  payment: 'Thanh toán trực tuyến',
  form: 'Mẫu đơn',
  conditions: 'Điều kiện',
  result: 'Kết quả',
  legal_basis: 'Căn cứ pháp lý',
  substitute: 'Người nộp thay',
  steps: 'Các bước',
  authority: 'Cơ quan giải quyết',
  obligation: 'Bắt buộc hay không',
  status: 'Tình trạng hồ sơ',
  validity_change: 'Thay đổi, hiệu lực',
  copies: 'Số bản',
  note: 'Lưu ý',
}

/** Words before the colon of a `> ` line and the key of the value that each fills. */
export const METADATA_WORDS = {
  ngắn: 'short',
  từ: 'valid_from',
  đến: 'valid_to',
  nguồn: 'source',
  'liên kết': 'url',
  'tin cậy': 'confidence',
  'kiểm tra': 'checked_on',
  'xin hỏi lại': 'doubt',
} as const

export const CONFIDENCE_WORDS = { cao: 'high', vừa: 'medium', thấp: 'low' } as const

export const ONLINE_LEVEL_WORDS = {
  'toàn trình': 'full',
  'một phần': 'partial',
  không: 'none',
} as const

/** Why a record or one of its fields is not accepted. */
export const reason = {
  notARecord: 'mỗi bản ghi phải là một nhóm "khóa: giá trị"',
  nothingInside: 'bản ghi trống',
  noName: 'thiếu tên (name)',
  noId: 'không lập được mã định danh: hãy ghi code hoặc id',
  badId: 'id chỉ gồm chữ không dấu, số, dấu chấm, gạch ngang, gạch dưới, dài không quá 100',
  badCode: 'mã thủ tục phải có dạng 1.001193 (một chữ số, dấu chấm, sáu chữ số)',
  unquotedCode: 'mã là số nên không biết có mất số 0 cuối không: hãy đặt mã trong dấu nháy',
  noKind: (kinds: readonly string[]) =>
    `bản ghi không có mã thì phải ghi kind: ${kinds.join(', ')}`,
  oneOf: (allowed: readonly string[]) => `phải là một trong: ${allowed.join(', ')}`,
  notText: 'phải là chữ',
  notAList: 'phải là danh sách',
  notAGroup: 'phải là nhóm "khóa: giá trị"',
  notADate: 'không phải ngày có thật; ghi NĂM-THÁNG-NGÀY hoặc NGÀY/THÁNG/NĂM',
  endsBeforeStart: 'ngày hết hiệu lực đứng trước ngày bắt đầu',
  noText: 'giá trị không có nội dung (text)',
  unknownSlot: 'không có mục này',
  tooLong: (limit: number) => `dài quá ${limit.toLocaleString('vi-VN')} ký tự`,
  tooDeep: 'lồng nhau quá nhiều lớp',
  duplicate: (place: string) => `trùng mã với bản ghi đã đọc ở ${place}`,
  unknownMetadata: (word: string, known: readonly string[]) =>
    `không có chú thích "${word}"; chỉ dùng: ${known.join(', ')}`,
  noColon: 'dòng bắt đầu bằng ">" phải có dạng "tên: giá trị"',
}

/** A place as people write it: `tep.jsonl, dòng 12`. */
export const placeInWords = (file: string, sheet: string | null, row: number | null): string =>
  [file, sheet === null ? '' : `trang tính ${sheet}`, row === null ? '' : `dòng ${row}`]
    .filter(Boolean)
    .join(', ')

/** Words of values that are derived from the portal's fields. */
export const derived = {
  unitSource: 'dữ liệu của đơn vị',
  decision: (number: string) => `QĐ ${number}`,
  notes: 'Lưu ý',
  original: (count: string) => `${count} bản chính`,
  copy: (count: string) => `${count} bản sao`,
  form: (name: string) => (/^mẫu/iu.test(name) ? name : `mẫu ${name}`),
  executedBy: (agency: string) => `Cơ quan thực hiện: ${agency}`,
  competent: (agency: string) => `Cơ quan có thẩm quyền: ${agency}`,
  online: 'Nộp được qua Cổng Dịch vụ công quốc gia',
  onlineLevel: { full: 'toàn trình', partial: 'một phần', none: 'chưa có' },
  onlineShort: 'được',
  postal: 'Nộp được qua dịch vụ bưu chính',
  postalShort: 'được',
  channelMissing: 'Dữ liệu công bố không ghi hình thức này',
  channelMissingShort: 'chưa thấy ghi',
  free: 'Miễn phí',
  dong: 'đồng',
  provinceFee: 'do HĐND cấp tỉnh quy định',
  doubtUnit: 'đơn vị thời gian, nguồn chỉ ghi số',
  doubtDuration: 'thời hạn cho trường hợp của mình',
  doubtFee: 'mức tiền',
  issued: (issuer: string, date: string) => [issuer, date].filter(Boolean).join(', '),
}

/** Why a record waits for a person before it is used. */
export const quarantine = {
  listTitle: 'tên là tên của quyết định công bố danh mục, không phải tên thủ tục',
  otherName: (name: string) => `mã này đang là của "${name}"`,
}
