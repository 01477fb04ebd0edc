import type { NoAnswerReason } from '../../knowledge/index.ts'

/** What the plain cards say: no answer, people, manners. */
interface CardWords {
  title: string
  lines: readonly string[]
  /** The people who answer are named after the lines. */
  hasPeople?: true
}

export const ASK_LIKE =
  'Xin nói tên việc hoặc tên giấy, ví dụ "làm khai sinh", "đổi căn cước", "sao y"'

/** Where people answer, when the unit did not say more. */
export const peopleLines = {
  center: 'Trung tâm Phục vụ hành chính công của xã, phường nơi anh/chị ở, trong giờ làm việc',
  line: (text: string): string => `- ${text}`,
  address: (place: string, address: string): string => `${place}. Địa chỉ: ${address}`,
  portal: 'Cổng Dịch vụ công quốc gia: dichvucong.gov.vn',
  hotline: (province: string | null): string => `Tổng đài 1022 của ${province ?? 'tỉnh'}, nếu có`,
}

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
    lines: ['Tôi không đoán, vì sai thì anh/chị mất công đi lại. Người trả lời được:'],
    hasPeople: true,
  },
  out_of_scope: {
    title: 'Xin lỗi, việc này không phải thủ tục hành chính mà tôi trả lời được',
    lines: [
      'Tôi chỉ trả lời về giấy tờ, nơi nộp, thời hạn, lệ phí của thủ tục hành chính.',
      'Tranh chấp, ly hôn, án phạt: Tòa án nhân dân khu vực. Cần luật sư miễn phí: Trung tâm Trợ giúp pháp lý nhà nước.',
    ],
  },
  no_local_data: {
    title: 'Xin lỗi, tôi chưa có thông tin chắc chắn về việc này',
    lines: ['Tôi không đoán, vì sai thì anh/chị mất công đi lại.'],
  },
  foreign_language: {
    title: 'Xin lỗi, tôi chỉ trả lời được bằng tiếng Việt',
    lines: ['Xin gõ câu hỏi bằng tiếng Việt, có dấu hay không dấu đều được.', ASK_LIKE],
  },
}

/** What only the commune itself knows: days of payment, lists, names, times of work. */
export const localWords = {
  title: (about: string, commune: string): string =>
    `Xin lỗi, tôi chưa có thông tin chắc chắn về ${about} ở ${commune}.`,
  again: (about: string, commune: string): string =>
    `Về ${about} ở ${commune}, tôi vẫn chưa được cho biết.`,
  anything: 'việc này',
  anyCommune: 'xã',
  who: (contact: string): string => `Người trả lời được: ${contact}`,
  flood: 'Nếu nước đang lên, nguy hiểm: gọi 112.',
  machine: (unit: string): string => `Tôi là máy trả lời tự động của ${unit}.`,
  anyMachine: 'Tôi là máy trả lời tự động.',
  /** Folded. */
  danger: /\b(?:lu|lut|bao lu|mua bao|con bao|ngap|sat lo|nuoc len|thien tai)\b/,
}

/** The same once more, in other words. */
export const notHeldAgain = (name: string): string =>
  `Về "${name}", tôi vẫn chưa có thông tin chắc chắn`

export const notHeldTitle = (name: string, code: string | null): string =>
  `Xin lỗi, tôi chưa có thông tin về thủ tục "${name}"${code === null ? '' : ` (${code})`}`

/** Shown in turn from the second miss on, each with another way out, so that nobody turns in a circle. */
export const REPEATED_MISSES: readonly (CardWords & { wayOut: 'people' | 'examples' | 'help' })[] =
  [
    {
      title: 'Xin lỗi, tôi vẫn chưa hiểu đúng việc anh/chị hỏi',
      lines: ['Người trả lời được:'],
      hasPeople: true,
      wayOut: 'people',
    },
    {
      title: 'Xin lỗi, câu này tôi cũng chưa trả lời được',
      lines: ['Dưới đây là vài việc nhiều người hỏi. Nếu không phải, xin bấm "Gặp cán bộ".'],
      wayOut: 'examples',
    },
    {
      title: 'Xin lỗi, tôi chưa giúp được anh/chị',
      lines: [
        'Tôi trả lời được về: hộ tịch, chứng thực, cư trú, căn cước, hộ chiếu, bằng lái, đăng ký xe, đất đai, xây dựng, buôn bán, thuế, bảo hiểm, trợ cấp, trường học, nghĩa vụ quân sự, nộp hồ sơ trên mạng và qua bưu điện.',
        'Gõ "danh mục" để xem từng việc.',
      ],
      wayOut: 'help',
    },
    {
      title: 'Xin lỗi, để khỏi mất thời gian, anh/chị nên hỏi thẳng người',
      lines: ['Xin mang giấy tờ đang có đến, hoặc gọi:'],
      hasPeople: true,
      wayOut: 'people',
    },
    {
      title: 'Xin lỗi, tôi chưa tìm được bằng cách hỏi này',
      lines: [
        'Xin thử một cách khác: gõ tên in trên tờ giấy anh/chị cần, hoặc mã thủ tục niêm yết, như 1.001193.',
      ],
      wayOut: 'help',
    },
  ]

/** A code that looks like a procedure's and is none that is known. */
export const unknownCodeWords = {
  title: (code: string): string => `Tôi không có thủ tục nào mang mã ${code}`,
  lines: [
    'Xin xem lại mã trên tờ niêm yết hoặc giấy hẹn; mã thủ tục có dạng 1.001193.',
    'Hoặc xin gõ tên việc, ví dụ "làm khai sinh".',
  ],
}

export const SUGGESTED = 'Nếu đúng một trong các việc dưới đây, xin bấm nút.'

export const whichProcedure = {
  title: (aspects: string): string => `Anh/chị hỏi ${aspects} của việc gì ạ?`,
  again: (aspects: string): string => `Xin nói tên việc trước, tôi sẽ trả lời ${aspects} ngay`,
  lines: [ASK_LIKE],
  orOld: 'Nếu vẫn là việc lúc nãy, xin bấm nút đầu tiên.',
}

export const otherWords = {
  title: 'Xin nói rõ thêm một chút',
  maybe: 'Hay là một trong các việc này? Xin gõ số:',
  option: (number: number, name: string): string => `${number}. ${name}`,
  lines: ['Anh/chị cần giấy gì, làm cho ai, đã có giấy gì trong tay?', ASK_LIKE],
}

export const greetingTitle = (unit: string | null): string =>
  `Xin chào anh/chị. Tôi là máy trả lời tự động ${unit === null ? 'về thủ tục hành chính' : `của ${unit}`}.`

export const greetingWords: CardWords = {
  title: greetingTitle(null),
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
    '- "nộp thứ Hai thì bao giờ xong", "mai có làm việc không", "nói dễ hiểu hơn", "nguồn đâu"',
    '- Gõ "danh mục", "việc trong đời" để xem; "không phải việc này" khi tôi hiểu sai; "gặp cán bộ", "bắt đầu lại", "trợ giúp"',
    'Tôi là máy, có thể chưa biết; việc quan trọng xin hỏi lại nơi nộp.',
  ],
}

export const peopleWords: CardWords = {
  title: 'Nơi có người trả lời anh/chị',
  lines: [],
  hasPeople: true,
}

export const portalHotline = 'Tổng đài của Cổng: 1800 1096 (xin hỏi lại số, có thể đã đổi)'

/** One after the other. */
export const THANKS: readonly CardWords[] = [
  { title: 'Xin cảm ơn anh/chị.', lines: ['Anh/chị cần gì nữa, xin cứ hỏi.'] },
  { title: 'Dạ, không có gì ạ.', lines: ['Khi cần giấy tờ gì, anh/chị lại hỏi tôi.'] },
  { title: 'Chúc anh/chị làm giấy tờ thuận lợi.', lines: ['Cần hỏi thêm, xin cứ gõ vào đây.'] },
]

export const ratedWords = {
  helpful: {
    title: 'Xin cảm ơn anh/chị đã đánh giá.',
    lines: ['Anh/chị cần gì nữa, xin cứ hỏi.'],
  },
  unhelpful: {
    title: 'Xin lỗi anh/chị, tôi đã ghi lại là trả lời chưa đúng.',
    lines: ['Xin nói lại bằng cách khác: cần giấy gì, làm cho ai, để làm gì.'],
  },
  unknown: {
    title: 'Tôi không tìm thấy câu trả lời đó',
    lines: ['Đánh giá chưa được ghi. Xin hỏi lại rồi đánh giá câu trả lời mới.'],
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

export const secretWords: CardWords = {
  title: 'Xin đừng gửi mật khẩu, mã OTP cho ai, kể cả vào đây',
  lines: [
    'Tôi đã che trước khi lưu. Không cơ quan nào hỏi mã OTP hay mật khẩu; nếu đã đưa cho ai, xin đổi mật khẩu ngay.',
  ],
}

export const goneWords: CardWords = {
  title: 'Nội dung này vừa được thay đổi',
  lines: ['Xin hỏi lại một câu để xem nội dung mới nhất.'],
}

export const apologyWords: CardWords = {
  title: 'Xin lỗi anh/chị, tôi gặp trục trặc nên chưa trả lời được câu này',
  lines: ['Xin hỏi lại sau ít phút. Nếu cần ngay:'],
  hasPeople: true,
}

export const tooFastWords = {
  title: 'Xin anh/chị chờ một chút',
  line: (seconds: number): string =>
    `Tin đến nhanh quá nên tôi chưa kịp đọc. Xin gửi lại sau ${seconds} giây.`,
}
