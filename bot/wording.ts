import type { Aspect } from '../knowledge/index.ts'

/** The words of one aspect: in a title, before its line, and on its button (at most 25 characters). */
interface AspectWords {
  title: string
  line: string
  button: string
}

export const ASPECT_WORDS: Readonly<Record<Aspect, AspectWords>> = {
  components: { title: 'giấy tờ cần có', line: 'Giấy tờ', button: 'Giấy tờ cần có' },
  place_hours: { title: 'nơi làm', line: 'Nộp ở', button: 'Ở đâu, mấy giờ' },
  duration: { title: 'bao lâu', line: 'Xong', button: 'Mất bao lâu' },
  fee: { title: 'lệ phí', line: 'Lệ phí', button: 'Xem lệ phí' },
  online: { title: 'nộp trên mạng', line: 'Nộp mạng', button: 'Nộp trên mạng' },
  postal: { title: 'gửi qua bưu điện', line: 'Bưu chính', button: 'Gửi qua bưu điện' },
  payment: { title: 'trả tiền trên mạng', line: 'Trả tiền mạng', button: 'Trả tiền trên mạng' },
  form: { title: 'mẫu đơn, tờ khai', line: 'Mẫu đơn', button: 'Xem mẫu đơn, tờ khai' },
  conditions: { title: 'điều kiện', line: 'Điều kiện', button: 'Xem điều kiện' },
  result: { title: 'kết quả nhận được', line: 'Kết quả', button: 'Nhận được giấy gì' },
  legal_basis: { title: 'căn cứ pháp lý', line: 'Căn cứ', button: 'Xem căn cứ pháp lý' },
  substitute: { title: 'ai đi thay được', line: 'Người đi thay', button: 'Ai đi thay được' },
  steps: { title: 'các bước làm', line: 'Các bước', button: 'Xem các bước làm' },
  authority: { title: 'nơi giải quyết', line: 'Nơi giải quyết', button: 'Ai giải quyết' },
  obligation: { title: 'có bắt buộc không', line: 'Bắt buộc', button: 'Có bắt buộc không' },
  status: { title: 'hồ sơ đến đâu', line: 'Xem hồ sơ', button: 'Xem hồ sơ đến đâu' },
  validity_change: { title: 'có gì thay đổi', line: 'Thay đổi', button: 'Có gì thay đổi' },
  copies: { title: 'nộp mấy bản', line: 'Số bản', button: 'Nộp mấy bản' },
}

/** A question whether a paper still holds is titled so, not as one about changes. */
export const STILL_VALID = {
  asked:
    /\bcon (?:dung|hieu luc|gia tri|xai|thoi han|han)\b|het (?:hieu luc|han|gia tri)|gia tri (?:bao lau|may|den)|hieu luc (?:bao lau|den|may)/,
  title: 'còn dùng được không',
}

/** Lines that say something else when they stand first, because they were asked. */
export const ASKED_LINES: Partial<Readonly<Record<Aspect, string>>> = {
  place_hours: 'Ở đâu',
  duration: 'Bao lâu',
}

export const ONLINE_LEVELS = {
  full: 'được, toàn trình',
  partial: 'được một phần',
  none: 'chưa được',
} as const

const WEEKDAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy']

/** Who answers when the assistant cannot. */
const SERVICE_CENTRE = 'Trung tâm Phục vụ hành chính công nơi nộp hồ sơ'

export const answerWords = {
  condolence: 'Xin chia buồn cùng gia đình.',
  understood: (question: string): string => `Tôi hiểu là: ${question}.`,
  title: (name: string, aspects: readonly string[]): string => {
    const last = aspects.at(-1)
    if (last === undefined) return name
    const head = aspects.slice(0, -1).join(', ')
    return `${name}: ${head === '' ? last : `${head} và ${last}`}`
  },
  nextPage: (title: string): string => `${title} (tiếp)`,
  line: (label: string, text: string): string => `${label}: ${text}`,
  until: (day: string): string => `đến hết ${day}`,
  doubt: (what: string): string => `xin hỏi lại ${what}`,
  doubtfulValue: 'xin hỏi lại nơi nộp',
  doubtStart: 'xin hỏi',
  /** A note that begins so stands before everything that was not asked. */
  warningStart: 'Xin lưu ý',
  /** How texts name the one-stop office. */
  centre: 'Trung tâm Phục vụ hành chính công',
  receiptOnly: 'Chỉ nộp theo biên lai',
  receiptWord: 'biên lai',
  workingDays: /(\d{1,3}) ngày làm việc/u,
  /** Also the fee of nothing: `0 đ`. */
  anyAmount: /\d[\d.]*\s*(?:đ|đồng|vnđ)(?![\p{L}])/iu,
  amount: /[1-9][\d.]*\s*(?:đ|đồng|vnđ)(?![\p{L}])/iu,
  holiday: (weekday: number, dayAndMonth: string, isTentative: boolean): string =>
    `${WEEKDAYS[weekday] ?? ''} ${dayAndMonth} nghỉ lễ, không tính${isTentative ? ' (lịch chưa chính thức)' : ''}`,
  source: (sources: string, code: string | null, checkedOn: string | null): string =>
    `Nguồn: ${sources}; ${code === null ? '' : `thủ tục ${code}; `}${checkedOn === null ? 'chưa rõ ngày kiểm tra' : `kiểm tra ${checkedOn}`}`,
  dossier: (name: string, code: string, isProcedure: boolean): string =>
    isProcedure ? `${name}: hồ sơ ${code}` : `${name} ${code}`,
  whichPart: 'Anh/chị muốn hỏi phần nào ạ? Xin bấm nút, hoặc gõ thêm vài chữ.',
  onTheButton: 'xin bấm nút để xem',
  noSource: 'chưa ghi',
  missing: (aspect: string, agency: string | null): string =>
    `Tôi chưa có thông tin chắc chắn về ${aspect} của việc này nên không nêu. Xin hỏi ${SERVICE_CENTRE}${agency === null ? '' : `, hoặc ${agency}`}`,
  ended: (aspect: string, day: string): string =>
    `Thông tin cũ về ${aspect} hết hiệu lực từ sau ${day}, thông tin mới tôi chưa có. Xin hỏi ${SERVICE_CENTRE}`,
  missingStatus:
    'Tôi chưa được nối với phần mềm một cửa nên không thấy hồ sơ. Xin xem ở dichvucong.gov.vn, mục tra cứu hồ sơ, nhập mã trên giấy hẹn; hoặc hỏi nơi đã nộp',
  nothingElse: `Tôi chưa có nội dung chi tiết của việc này. Xin hỏi ${SERVICE_CENTRE}`,
  replaced: (oldCode: string, newCode: string | null): string =>
    `${oldCode} nay đã cũ, xin đừng làm theo tờ đó. Thủ tục hiện dùng là${newCode === null ? '' : ` ${newCode}`}:`,
  repealed: (code: string): string => `${code} nay đã hết hiệu lực, xin đừng làm theo`,
  repealedHelp: `Tôi chưa biết việc này nay thay bằng thủ tục nào. Xin hỏi ${SERVICE_CENTRE} trước khi đi`,
  more: 'Còn nữa: xin bấm "Xem tiếp" hoặc gõ "tiếp"',
}

export const buttonWords = {
  more: 'Xem tiếp',
  people: 'Gặp cán bộ',
  other: 'Việc khác',
  help: 'Cách hỏi',
  groups: 'Xem danh mục',
  lifeEvents: 'Việc trong đời',
}

/** Questions that an empty conversation offers; the label is what the button shows. */
export const EXAMPLES: readonly { label: string; question: string }[] = [
  { label: 'Làm khai sinh cho con', question: 'Làm khai sinh cho con cần giấy tờ gì' },
  { label: 'Đổi căn cước hết hạn', question: 'Căn cước hết hạn đổi ở đâu, bao nhiêu tiền' },
  { label: 'Xin giấy độc thân', question: 'Xin giấy xác nhận độc thân mất bao lâu' },
]

export const chooseWords = {
  title: (question: string | null, count: number): string =>
    question === null
      ? `Xin hỏi lại một chút để chỉ cho đúng. Câu hỏi này có thể là ${COUNTS[count] ?? count} việc khác nhau:`
      : `Xin hỏi lại một chút để chỉ cho đúng. "${question}" có thể là ${COUNTS[count] ?? count} việc khác nhau:`,
  again: (count: number): string =>
    `Xin chọn một trong ${COUNTS[count] ?? count} việc dưới đây trước, tôi sẽ trả lời ngay:`,
  option: (number: number, name: string, hint: string | null, facts: string): string => {
    const told = [hint, facts].filter((part) => part !== null && part !== '').join('. ')
    return told === '' ? `${number}. ${name}` : `${number}. ${name}: ${told}`
  },
  named: (code: string): string => `thủ tục ${code}`,
  numbered: (number: number): string => `việc ${number}`,
  button: (number: number, label: string): string => `${number} ${label}`.trim(),
  whichOf: (asked: number): string =>
    `Anh/chị muốn xem ${COUNTS[asked] ?? asked} việc nào trong các việc dưới đây ạ?`,
  howToSeveral: 'Xin gõ các số, ví dụ "1 và 3", hoặc gõ "tất cả".',
  howTo: (count: number): string =>
    `Xin bấm nút, hoặc gõ ${Array.from({ length: count - 1 }, (_, i) => i + 1).join(', ')} hay ${count}. Không phải việc nào ở trên: gõ ${count + 1}.`,
}

const COUNTS: Readonly<Record<number, string>> = { 2: 'hai', 3: 'ba', 4: 'bốn' }

export const busyMessage = 'Cuộc trò chuyện đang được xử lý ở nơi khác, xin gửi lại sau ít giây.'

export const otherMessage =
  'Mã tin này đã dùng cho một tin khác, xin gửi lại với mã tin mới (tải lại trang rồi gửi lại).'

/** The public post (dịch vụ bưu chính công ích) as part of one procedure. */
export const postalWords = {
  title: (result: string): string => `Nhận ${result} tại nhà qua bưu điện: được`,
  how: 'Cách chọn',
  fee: 'Cước',
  duration: 'Bao lâu',
  receiving: 'Khi nhận',
  offices: 'Bưu cục gần đây',
  back: 'Quay lại giấy tờ',
  plainly: /^được(?=$|[.,;\s])/iu,
  /** Folded. */
  refusal: /^(?:khong|chua)\b/,
  /** The fee of the office is asked, not the postage. Folded. */
  officialFee: /\ble ?phi\b/,
}

/** Several things asked in one message. */
export const wishWords = {
  title: (count: number): string =>
    `Anh/chị hỏi ${COUNTS[count] ?? count} việc. Làm cùng một đợt được, mỗi việc một hồ sơ:`,
  wish: (number: number, name: string, told: readonly string[]): string =>
    told.length === 0 ? `${number}. ${name}` : `${number}. ${name}: ${told.join('; ')}`,
  identityFirst: 'Nên làm theo thứ tự trên: căn cước trước, vì việc sau thường phải xuất trình.',
  sameDayFirst: 'Nên làm theo thứ tự trên: việc lấy được trong ngày trước.',
  anyOrder: 'Làm việc nào trước cũng được.',
  howTo: (count: number): string =>
    `Xem kỹ từng việc: gõ ${Array.from({ length: count - 1 }, (_, i) => i + 1).join(', ')} hay ${count}.`,
  others: 'Các việc còn lại xin hỏi ở câu sau.',
  /** Folded. */
  identityField: 'can cuoc',
  sameDay: 'trong ngay',
}
