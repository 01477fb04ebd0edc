import type { Aspect, NoAnswerReason } from '../knowledge/index.ts'

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
  receiptOnly: 'Chỉ nộp theo biên lai',
  receiptWord: 'biên lai',
  workingDays: /(\d{1,3}) ngày làm việc/u,
  amount: /[1-9][\d.]*\s*(?:đ|đồng|vnđ)(?![\p{L}])/iu,
  holiday: (weekday: number, dayAndMonth: string, isTentative: boolean): string =>
    `${WEEKDAYS[weekday] ?? ''} ${dayAndMonth} nghỉ lễ, không tính${isTentative ? ' (lịch chưa chính thức)' : ''}`,
  source: (sources: string, checkedOn: string | null): string =>
    `Nguồn: ${sources}; ${checkedOn === null ? 'chưa rõ ngày kiểm tra' : `kiểm tra ${checkedOn}`}`,
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
}

/** Questions that an empty conversation offers; the label is what the button shows. */
export const EXAMPLES: readonly { label: string; question: string }[] = [
  { label: 'Làm khai sinh cho con', question: 'Làm khai sinh cho con cần giấy tờ gì' },
  { label: 'Đổi căn cước hết hạn', question: 'Căn cước hết hạn đổi ở đâu, bao nhiêu tiền' },
  { label: 'Xin giấy độc thân', question: 'Xin giấy xác nhận độc thân mất bao lâu' },
]

interface CardWords {
  title: string
  lines: readonly string[]
}

const ASK_LIKE = 'Xin nói tên việc hoặc tên giấy, ví dụ "làm khai sinh", "đổi căn cước", "sao y"'

const PEOPLE_LINES: readonly string[] = [
  '- Trung tâm Phục vụ hành chính công của xã, phường nơi anh/chị ở, trong giờ làm việc',
  '- Cổng Dịch vụ công quốc gia: dichvucong.gov.vn',
  '- Tổng đài của Cổng: 18001096 (xin hỏi lại số, có thể đã đổi)',
  '- Tổng đài 1022 của tỉnh, nếu có',
]

export const noneWords: Readonly<Record<NoAnswerReason, CardWords>> = {
  empty: {
    title: 'Xin lỗi, tôi chưa thấy câu hỏi',
    lines: ['Tôi chỉ đọc được chữ, không đọc được hình.', ASK_LIKE],
  },
  not_found: {
    title: 'Xin lỗi, tôi chưa tìm ra việc anh/chị hỏi',
    lines: ['Tôi không đoán, vì sai thì anh/chị mất công đi lại.', ASK_LIKE],
  },
  not_held: {
    title: 'Xin lỗi, tôi chưa có thông tin về thủ tục này',
    lines: ['Tôi không đoán, vì sai thì anh/chị mất công đi lại. Người trả lời được:', ...PEOPLE_LINES],
  },
  out_of_scope: {
    title: 'Xin lỗi, việc này không phải thủ tục hành chính mà tôi trả lời được',
    lines: [
      'Tôi chỉ trả lời về giấy tờ, nơi nộp, thời hạn, lệ phí của thủ tục hành chính.',
      'Tranh chấp, ly hôn, án phạt: Tòa án nhân dân khu vực. Cần luật sư miễn phí: Trung tâm Trợ giúp pháp lý nhà nước.',
    ],
  },
  foreign_language: {
    title: 'Xin lỗi, tôi chỉ trả lời được bằng tiếng Việt',
    lines: ['Xin gõ câu hỏi bằng tiếng Việt, có dấu hay không dấu đều được.', ASK_LIKE],
  },
}

/** Shown in turn from the second miss on, so that the same text never comes twice running. */
export const REPEATED_MISSES: readonly CardWords[] = [
  {
    title: 'Xin lỗi, tôi vẫn chưa hiểu đúng việc anh/chị hỏi',
    lines: ['Người trả lời được:', ...PEOPLE_LINES],
  },
  {
    title: 'Xin lỗi, câu này tôi cũng chưa trả lời được',
    lines: ['Để khỏi mất thời gian, xin hỏi thẳng:', ...PEOPLE_LINES],
  },
]

export const SUGGESTED = 'Nếu đúng một trong các việc dưới đây, xin bấm nút.'

export const chooseWords = {
  title: (question: string | null, count: number): string =>
    question === null
      ? `Xin hỏi lại một chút để chỉ cho đúng. Câu hỏi này có thể là ${COUNTS[count] ?? count} việc khác nhau:`
      : `Xin hỏi lại một chút để chỉ cho đúng. "${question}" có thể là ${COUNTS[count] ?? count} việc khác nhau:`,
  again: (count: number): string =>
    `Xin chọn một trong ${COUNTS[count] ?? count} việc dưới đây trước, tôi sẽ trả lời ngay:`,
  option: (number: number, name: string, hint: string | null): string =>
    hint === null ? `${number}. ${name}` : `${number}. ${name}: ${hint}`,
  button: (number: number, label: string): string => `${number} ${label}`,
  howTo: (count: number): string =>
    `Xin bấm nút, hoặc gõ ${Array.from({ length: count - 1 }, (_, i) => i + 1).join(', ')} hay ${count}. Không phải việc nào ở trên: gõ ${count + 1}.`,
}

const COUNTS: Readonly<Record<number, string>> = { 2: 'hai', 3: 'ba', 4: 'bốn' }

export const whichProcedure = {
  title: (aspects: string): string => `Anh/chị hỏi ${aspects} của việc gì ạ?`,
  lines: [ASK_LIKE],
}

export const otherWords: CardWords = {
  title: 'Xin nói rõ thêm một chút',
  lines: ['Anh/chị cần giấy gì, làm cho ai, đã có giấy gì trong tay?', ASK_LIKE],
}

export const greetingWords: CardWords = {
  title: 'Xin chào anh/chị. Tôi là máy trả lời tự động về thủ tục hành chính.',
  lines: [
    'Tôi cho biết giấy tờ, nơi nộp, thời hạn, lệ phí; cách nộp trên mạng, gửi qua bưu điện, trả tiền trên mạng, kèm nguồn.',
    'Anh/chị cứ hỏi như nói chuyện, có dấu hay không dấu đều được.',
    'Xin đừng gửi số căn cước, số tài khoản, mật khẩu hay mã OTP vào đây.',
  ],
}

export const helpWords: CardWords = {
  title: 'Cách hỏi tôi',
  lines: [
    '- Hỏi việc cần làm: "làm khai sinh cần giấy gì"',
    '- Hỏi tiếp về việc đó: "lệ phí bao nhiêu", "nộp qua bưu điện được không", "ai đi thay được"',
    '- Khi tôi hỏi lại: bấm nút hoặc gõ số',
    '- Gõ mã thủ tục: 1.001193',
    '- Gõ "bắt đầu lại" để hỏi việc khác, "gặp cán bộ" để biết nơi hỏi người',
    'Tôi là máy, có thể chưa biết; việc quan trọng xin hỏi lại nơi nộp.',
  ],
}

export const peopleWords: CardWords = {
  title: 'Nơi có người trả lời anh/chị',
  lines: PEOPLE_LINES,
}

export const thanksWords: CardWords = {
  title: 'Xin cảm ơn anh/chị.',
  lines: ['Anh/chị cần gì nữa, xin cứ hỏi.'],
}

export const ratedWords = {
  helpful: {
    title: 'Xin cảm ơn anh/chị đã đánh giá.',
    lines: ['Anh/chị cần gì nữa, xin cứ hỏi.'],
  },
  unhelpful: {
    title: 'Xin lỗi anh/chị, tôi đã ghi lại là trả lời chưa đúng.',
    lines: ['Xin nói lại bằng cách khác: cần giấy gì, làm cho ai, để làm gì.'],
  },
}

export const tooLongWords: CardWords = {
  title: 'Tin của anh/chị hơi dài, tôi chưa tìm ra câu hỏi',
  lines: ['Xin viết lại trong một, hai câu: cần làm việc gì và muốn biết điều gì.', ASK_LIKE],
}

export const privacyWords: CardWords = {
  title: 'Xin đừng gửi số giấy tờ, số điện thoại, số tài khoản vào đây',
  lines: ['Tôi đã che số đó trước khi lưu và không tra cứu theo số của riêng ai.'],
}

export const goneWords: CardWords = {
  title: 'Nội dung này vừa được thay đổi',
  lines: ['Xin hỏi lại một câu để xem nội dung mới nhất.'],
}

export const apologyWords: CardWords = {
  title: 'Xin lỗi anh/chị, tôi gặp trục trặc nên chưa trả lời được câu này',
  lines: ['Xin hỏi lại sau ít phút. Nếu cần ngay:', ...PEOPLE_LINES],
}

export const tooFastWords = {
  title: 'Xin anh/chị chờ một chút',
  line: (seconds: number): string =>
    `Tin đến nhanh quá nên tôi chưa kịp đọc. Xin gửi lại sau ${seconds} giây.`,
}

export const busyMessage = 'Cuộc trò chuyện đang được xử lý ở nơi khác, xin gửi lại sau ít giây.'
