/** What the guard says: the unit's own data come in where they are known. */

/** What stands on one card. */
export interface GuardText {
  title: string
  /** Paragraphs of lines; an empty line is left out. */
  paragraphs: readonly (readonly string[])[]
}

/** What the unit puts into the texts. */
export interface GuardPlaces {
  /** The one-stop office with its telephone, where that is known. */
  center: string
  police: string
  committee: string
  /** Where phản ánh are taken; null when the unit did not say. */
  feedback: string | null
  /** Whom to ring at the commune when no number answers. */
  duty: string
}

export const callWords = {
  112: '112 cứu nạn thiên tai',
  113: '113 công an',
  114: '114 cứu hộ, cứu nạn, chữa cháy',
  115: '115 cấp cứu',
  111: '111 bảo vệ trẻ em, gọi ngày đêm',
} as const

export type CallNumber = keyof typeof callWords

export const placeTexts = {
  duty: (committee: string, phone: string | null): string =>
    phone === null ? `báo ${committee}` : `gọi trực ban ${committee}: ${phone}`,
}

export const callButton = (number: CallNumber): string => `Gọi ${number}`

const CALL_NOW = 'GỌI NGAY, bấm vào số:'
const MACHINE = 'Tôi là máy, không gọi hộ được và không cử người đến được.'

/** The card of somebody in danger: numbers first, nothing that need not be read. */
export const dangerText = (
  numbers: readonly CallNumber[],
  sayShort: string,
  { duty, police }: GuardPlaces,
  isForPolice: boolean,
): GuardText => ({
  title: CALL_NOW,
  paragraphs: [
    numbers.map((number) => callWords[number]),
    [
      MACHINE,
      sayShort,
      `Gọi không được: nhờ người khác gọi, báo thôn, ${isForPolice ? `báo ${police}` : duty}.`,
    ],
  ],
})

const WHERE = 'Khi gọi, nói ngắn: ở đâu (xóm, xã, mốc dễ thấy)'
export const sayShort = {
  people: `${WHERE}, mấy người, có người già, trẻ nhỏ, người ốm không.`,
  fire: `${WHERE}, cái gì cháy, còn ai bên trong không.`,
  medical: `${WHERE}, chuyện gì xảy ra, mấy người, còn tỉnh, còn thở không.`,
  police: `${WHERE}, chuyện gì đang xảy ra, có dao, súng không, có ai bị thương, có trẻ nhỏ không.`,
  child: `${WHERE}, trẻ mấy tuổi, đang ở với ai, có bị thương không.`,
}

const KEPT = 'Xin đừng ghi tên ai ở đây. Tôi không lưu tin này và không kết luận ai đúng, ai sai.'

type Texts = (places: GuardPlaces) => readonly GuardText[]

/** Texts of the kinds that are no emergency; with several, the same one is not said twice running. */
export const guardTexts = {
  despair: ({ committee }) => [
    {
      title: 'Cảm ơn anh/chị đã nói ra. Anh/chị không phải chịu một mình.',
      paragraphs: [
        [
          'Xin làm ngay một việc: gọi hoặc sang ngồi cạnh một người thân, bạn bè, người anh/chị tin. Nói với họ đúng như vừa viết, kể cả khi khó nói.',
          'Thấy mình sắp làm điều nguy hiểm: gọi 115, và ở chỗ có người.',
          'Nếu anh/chị lo cho người khác: ở bên người đó, đừng để một mình, gọi 115.',
        ],
        [
          `Tôi là máy, không thay được một người. Muốn gặp người ở gần: ${committee}, trưởng thôn, hoặc bấm "Gặp cán bộ".`,
          'Tôi không lưu tin này.',
        ],
      ],
    },
  ],
  scam: ({ police }) => [
    {
      title: 'Xin dừng lại: đây là dấu hiệu lừa đảo',
      paragraphs: [
        [
          '- Cúp máy, không bấm đường dẫn, không cài ứng dụng, không chuyển tiền',
          '- Không đưa mã OTP, mật khẩu, ảnh căn cước: không cơ quan nào hỏi các thứ đó qua điện thoại',
          '- Muốn biết thật hay giả: tự ra hoặc tự gọi cơ quan đó, không gọi lại số vừa gọi đến',
        ],
        [
          'Lỡ đưa mã, lỡ chuyển tiền:',
          '- Gọi ngân hàng ngay để khóa tài khoản; đổi mật khẩu',
          `- Báo ${police}, hoặc gọi 113`,
          '- Khóa VNeID: 1900 0368 (xin hỏi lại số)',
          'Giữ lại tin nhắn, số đã gọi, biên lai chuyển tiền.',
        ],
      ],
    },
  ],
  otp: ({ police }) => [
    {
      title: 'Tôi không có và không bao giờ xin mã OTP, mật khẩu của anh/chị',
      paragraphs: [
        [
          'Quên mật khẩu VNeID:',
          '- Mở VNeID, chọn "Quên mật khẩu", làm theo màn hình; mã về số điện thoại của chính anh/chị',
          `- Không được thì gọi 1900 0368 (xin hỏi lại số), hoặc ra ${police}, mang thẻ căn cước`,
        ],
        [
          'Xin đừng đưa mã OTP, mật khẩu cho ai, kể cả cán bộ. Ai gọi, nhắn tin xin mã là lừa đảo.',
          'Lỡ đưa rồi: đổi mật khẩu, gọi ngân hàng ngay.',
        ],
      ],
    },
  ],
  manipulation: () => [
    {
      title: 'Xin lỗi, việc này tôi không làm',
      paragraphs: [
        [
          'Tôi chỉ trả lời bằng nội dung đã được cơ quan kiểm tra, không nói theo lời người khác và không đóng vai ai.',
          'Tôi giúp được về thủ tục hành chính: giấy tờ, nơi nộp, thời hạn, lệ phí. Anh/chị cần làm thủ tục gì ạ?',
        ],
      ],
    },
    {
      title: 'Tôi xin phép không nói theo yêu cầu này',
      paragraphs: [
        [
          'Tôi là máy trả lời tự động về thủ tục hành chính, câu trả lời đều có sẵn và ghi nguồn.',
          'Xin mời anh/chị hỏi một việc, ví dụ "làm khai sinh cần giấy tờ gì".',
        ],
      ],
    },
    {
      title: 'Yêu cầu này nằm ngoài việc của tôi',
      paragraphs: [
        [
          'Không có cách hỏi nào làm tôi nói khác nội dung đã công bố.',
          'Thủ tục nào anh/chị đang cần, tôi xin trả lời ngay.',
        ],
      ],
    },
  ],
  bribe: ({ center, feedback }) => [
    {
      title: 'Xin cảm ơn anh/chị đã nói ra. Việc này nghiêm túc.',
      paragraphs: [
        [
          'Không phải nộp khoản nào ngoài mức phí công bố. Khoản nào đã nộp cũng có quyền lấy biên lai.',
        ],
        [
          'Báo ở đâu:',
          '- Phản ánh, kiến nghị trên Cổng Dịch vụ công quốc gia hoặc VNeID: 15 ngày làm việc (xin hỏi lại)',
          `- Lãnh đạo ${center}; tổng đài 1022 của tỉnh, nếu có`,
          feedback === null ? '' : `- ${feedback}`,
          '- Đơn tố cáo gửi người đứng đầu cơ quan: 30 ngày, tên người tố cáo được giữ kín',
        ],
        ['Nên ghi lại: ngày giờ, quầy, việc gì, bao nhiêu tiền.', KEPT],
      ],
    },
  ],
  denunciation: ({ feedback }) => [
    {
      title: 'Phản ánh, khiếu nại, tố cáo là ba đường khác nhau',
      paragraphs: [
        [
          '- Phản ánh (thái độ, phiền hà): Cổng Dịch vụ công quốc gia hoặc VNeID; 15 ngày làm việc (xin hỏi lại)',
          feedback === null ? '' : `- Phản ánh tại đơn vị: ${feedback}`,
          '- Khiếu nại (quyết định đụng đến quyền của mình): đơn gửi người đứng đầu nơi ra quyết định; 30 ngày, vùng sâu, vùng xa 45 ngày',
          '- Tố cáo (cán bộ làm trái luật): đơn gửi người đứng đầu cơ quan của cán bộ đó; tố cáo chính người đứng đầu thì gửi cấp trên; 30 ngày, tên người tố cáo được giữ kín',
        ],
        [KEPT],
      ],
    },
  ],
  identity_number: ({ police }) => [
    {
      title: 'Xin đừng gửi số căn cước, số giấy tờ vào đây',
      paragraphs: [
        ['Tôi không tra cứu theo số của riêng ai, và không lưu tin vừa rồi.'],
        [
          'Anh/chị tự xem được:',
          '- Thông tin căn cước, cư trú của mình: trong ứng dụng VNeID',
          `- Thấy sai hoặc không vào được: ra ${police}, mang thẻ căn cước`,
          '- Hồ sơ đã nộp: dichvucong.gov.vn, mục tra cứu hồ sơ, nhập mã trên giấy hẹn',
        ],
        ['Ai nhắn tin, gọi điện xin số căn cước hay ảnh thẻ: xin đừng gửi.'],
      ],
    },
  ],
  secret: ({ center }) => [
    {
      title: 'Tôi chỉ trả lời từ tài liệu đã công khai',
      paragraphs: [
        [
          'Tôi không có tài liệu mật, không có tin riêng, số giấy tờ, danh sách hồ sơ của ai, vì chưa được nối với phần mềm nào giữ các thứ đó.',
          'Hồ sơ của mình: dichvucong.gov.vn, mục tra cứu hồ sơ. Tin mà cơ quan đang giữ: làm phiếu yêu cầu cung cấp thông tin, nơi giữ tin xét có quyền xem hay không.',
          `Hỏi người: ${center}.`,
        ],
        ['Tôi giúp được về thủ tục đã công bố: giấy tờ, nơi nộp, thời hạn, lệ phí.'],
      ],
    },
  ],
  politics: ({ center }) => [
    {
      title: 'Xin lỗi, tôi không bàn về chính trị và không nhận xét về ai',
      paragraphs: [
        [
          'Tôi là máy trả lời về thủ tục hành chính: giấy tờ, nơi nộp, thời hạn, lệ phí.',
          `Danh sách cử tri, nơi bỏ phiếu, người phụ trách việc gì: xem niêm yết tại trụ sở xã, phường, hoặc hỏi ${center}.`,
        ],
      ],
    },
    {
      title: 'Việc này tôi xin phép không có ý kiến',
      paragraphs: [['Anh/chị cần làm giấy tờ, thủ tục gì, tôi xin trả lời ngay và ghi rõ nguồn.']],
    },
  ],
  abuse: () => [
    {
      title: 'Xin lỗi anh/chị, tôi trả lời chưa được việc',
      paragraphs: [
        [
          'Anh/chị đang cần làm thủ tục gì, vướng ở chỗ nào ạ? Xin nói lại, tôi sẽ cố tìm cho đúng.',
          'Nếu muốn nói với người, xin bấm "Gặp cán bộ".',
        ],
      ],
    },
    {
      title: 'Tôi hiểu anh/chị đang bực, xin lỗi vì đã làm mất thời gian',
      paragraphs: [
        [
          'Tôi là máy, nhiều câu còn chưa hiểu. Xin cho biết tên việc hoặc tên giấy anh/chị cần.',
          'Cán bộ trả lời được ngay thì xin bấm "Gặp cán bộ".',
        ],
      ],
    },
    {
      title: 'Xin lỗi, mong anh/chị thông cảm',
      paragraphs: [
        [
          'Chỉ cần vài chữ như "làm khai sinh", "đổi căn cước" là tôi tìm được thủ tục.',
          'Hoặc gặp người cho nhanh: bấm "Gặp cán bộ".',
        ],
      ],
    },
  ],
} satisfies Record<string, Texts>

export const guardButtons = {
  report: 'Cách phản ánh, tố cáo',
  province: 'Gọi 1022 của tỉnh',
  legalAid: 'Trợ giúp pháp lý',
  payment: 'Cách trả lệ phí đúng',
  password: 'Quên mật khẩu VNeID',
  scam: 'Cảnh giác lừa đảo',
  dossier: 'Tra cứu hồ sơ',
}

/** How the lines of `content/guard` name what people type as numbers. */
export const numberSets = {
  number: 'số',
  identity: 'số_căn_cước',
  phone: 'số_điện_thoại',
  code: 'mã_otp',
}

/** The set of words that say nothing at either end of a text. */
export const FILLERS = 'đệm'

export const guardFileWords = {
  badStart: (line: string, file: string): string =>
    `content/guard/${file}: dòng nhận biết "${line}" phải bắt đầu bằng một tiếng chắc có (không phải "..", "$" hay tiếng có dấu hỏi). Xin sửa dòng ấy.`,
  noSet: (line: string, name: string, file: string): string =>
    `content/guard/${file}: dòng nhận biết "${line}" gọi nhóm "${name}" chưa có trong content/guard/chung.yaml. Xin thêm nhóm hoặc sửa dòng.`,
}
