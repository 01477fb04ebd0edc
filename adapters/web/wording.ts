import type { ValueSlot } from '../../knowledge/index.ts'

/** Everything that the web pages and the JSON errors say by themselves; cards come from the bot. */
export const wording = {
  assistant: 'Trợ lý tự động',
  skipToContent: 'Đến phần nội dung',
  home: 'Về trang hỏi đáp',

  footer: {
    machine: 'Tôi là máy trả lời tự động, không phải cán bộ.',
    portal: 'Cổng Dịch vụ công quốc gia: dichvucong.gov.vn',
    fullPage: 'Mở trang đầy đủ',
  },

  /** Where to go, at the foot of every page. */
  office: {
    address: 'Địa chỉ',
    phone: 'Điện thoại',
    hours: 'Giờ làm việc',
    feedback: 'Phản ánh, kiến nghị',
    openUntil: (time: string) => `Đang mở cửa, đến ${time}`,
    opensToday: (time: string) => `Đang nghỉ, mở lại lúc ${time} hôm nay`,
    opensTomorrow: (time: string) => `Đang nghỉ, mở lại lúc ${time} ngày mai`,
    opensOn: (time: string, weekday: string, day: string) =>
      `Đang nghỉ, mở lại lúc ${time} ${weekday} ${day}`,
    weekdays: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  },

  /** What `/widget.js` puts on another site; no quotation marks in these. */
  widget: {
    open: 'Hỏi thủ tục',
    title: 'Trợ lý thủ tục hành chính',
    close: 'Đóng',
    full: 'Chưa hiện được. Mở trang hỏi đáp',
  },

  kiosk: {
    end: 'Kết thúc',
    title: 'Còn ai ở đây không?',
    before: 'Sau',
    after: 'giây nữa máy sẽ xóa các câu đã hỏi, để người sau không thấy.',
    stay: 'Tôi đang dùng',
    offline: 'Máy đang mất mạng nên chưa hỏi được. Xin hỏi cán bộ tại quầy.',
    notSent: 'Chưa gửi được. Xin bấm "Gửi ngay", hoặc hỏi cán bộ tại quầy.',
    needsScript: 'Trang này dùng cho máy công cộng và cần bật JavaScript để tự xóa câu đã hỏi.',
  },

  /** What the device keeps. */
  past: {
    before: 'Xem lại',
    after: 'câu đã hỏi trước đây trên máy này',
    kept: 'Câu hỏi và trả lời được giữ trên máy này để xem lại.',
    forget: 'Xóa trên máy này',
  },

  list: {
    title: 'Danh mục thủ tục',
    description: 'Mọi thủ tục, hướng dẫn và câu hỏi thường gặp mà trợ lý biết, xếp theo lĩnh vực.',
    lead: (count: number) =>
      `${count.toLocaleString('vi-VN')} mục, xếp theo lĩnh vực. Bấm vào tên để xem giấy tờ, nơi nộp, thời hạn, lệ phí.`,
    empty: 'Chưa có mục nào.',
    search: 'Tìm trong danh mục',
    placeholder: 'Ví dụ: khai sinh, xin giấy độc thân',
    find: 'Tìm',
    found: (count: number, asked: string) => `${count.toLocaleString('vi-VN')} mục cho "${asked}"`,
    near: (asked: string) => `Không có tên nào giống "${asked}". Có thể anh/chị tìm:`,
    nothing: (asked: string) =>
      `Không tìm thấy "${asked}". Xin gõ cách khác, hoặc hỏi trợ lý bằng lời thường.`,
    all: 'Xem tất cả',
    fields: 'Các lĩnh vực',
    /** Entries without a field stand together by kind. */
    kind: {
      procedure: 'Thủ tục khác',
      guide: 'Hướng dẫn',
      faq: 'Câu hỏi thường gặp',
      office: 'Cơ quan, nơi tiếp nhận',
      'legal-document': 'Văn bản pháp luật',
    },
  },

  chat: {
    title: 'Hỏi đáp thủ tục hành chính',
    description: 'Hỏi về giấy tờ, lệ phí, thời hạn và nơi làm thủ tục hành chính.',
    log: 'Cuộc trò chuyện',
    you: 'Anh/chị hỏi:',
    assistantSays: 'Trợ lý trả lời:',
    pressedButton: '(đã bấm một nút)',
    notKept: '(nội dung này không được lưu)',
    askedMost: 'Nhiều người hỏi',
    browse: 'Xem tất cả việc, xếp theo lĩnh vực',
    onlyLatest: (count: number) => `Trang chỉ hiện ${count} lượt gần nhất.`,
    label: 'Câu hỏi của anh/chị',
    placeholder: 'Gõ việc cần làm',
    send: 'Gửi',
    privacy: 'Không gửi số căn cước, mật khẩu, mã OTP.',
    startOver: 'Bắt đầu lại',
    newReply: 'Có trả lời mới, xem ngay',
    answering: 'Đang trả lời…',
    offline: 'Đang mất mạng. Anh/chị cứ gõ câu hỏi, có mạng sẽ tự gửi.',
    queued: 'Đang mất mạng. Câu hỏi đã giữ trên máy, có mạng sẽ tự gửi.',
    notSent: 'Chưa gửi được. Câu hỏi đã giữ trên máy, có mạng sẽ tự gửi.',
    waits: 'Đang chờ gửi',
    resend: 'Gửi ngay',
    tooLong: 'ký tự. Hỏi ngắn, mỗi lần một việc thì câu trả lời đúng hơn.',
    ratingTitle: 'Trả lời này:',
    ratingGood: 'Đúng việc tôi hỏi',
    ratingBad: 'Chưa đúng',
  },

  topic: {
    title: (name: string) => `${name}: anh/chị muốn hỏi gì?`,
    prefill: (name: string, code: string | null) => (code ? `${name} (${code}): ` : `${name}: `),
  },

  entry: {
    codeIs: (code: string) => `Mã thủ tục ${code}`,
    level: 'Cấp thực hiện',
    agency: 'Cơ quan thực hiện',
    audience: 'Dành cho',
    online: 'Nộp trực tuyến',
    onlineLevel: {
      full: 'Toàn trình (làm hết trên mạng)',
      partial: 'Một phần (có bước phải đến nơi)',
      none: 'Chưa nộp được trên mạng',
    },
    facts: 'Thông tin chung',
    kind: {
      procedure: 'Thủ tục hành chính',
      guide: 'Hướng dẫn',
      faq: 'Câu hỏi thường gặp',
      office: 'Cơ quan',
      'legal-document': 'Văn bản pháp luật',
    },
    ask: 'Hỏi trợ lý về việc này',
    print: 'In trang này',
    related: 'Việc liên quan',
    replaces: (codes: string) => `Thay cho mã cũ: ${codes}`,
    repealed: 'Đã bãi bỏ. Xin đừng làm theo trang này.',
    repealedHelp: 'Xin hỏi trợ lý hoặc bộ phận một cửa xem nay làm thủ tục nào.',
    ended: (day: string) => `Hết hiệu lực từ sau ngày ${day}. Xin đừng làm theo trang này.`,
    until: (day: string) => `Áp dụng đến hết ${day}`,
    from: (day: string) => `Áp dụng từ ${day}`,
    between: (from: string, to: string) => `Áp dụng từ ${from} đến hết ${to}`,
    upcoming: (day: string) => `Sắp thay đổi, từ ${day}`,
    toCome: (day: string, sections: readonly string[]) =>
      `Từ ${day} có thay đổi, xin hỏi lại trước khi làm: ${sections.join('; ')}.`,
    sameAsNow: 'Nội dung như hiện nay.',
    expired: (day: string) =>
      `Nội dung trước đây chỉ áp dụng đến hết ${day}. Chưa có thông tin mới, xin hỏi bộ phận một cửa.`,
    source: 'Nguồn',
    checked: (day: string) => `kiểm tra ${day}`,
    unchecked: 'chưa ghi ngày kiểm tra',
    lowConfidence: 'độ tin cậy thấp, nên hỏi lại trước khi đi',
    doubt: 'Lưu ý',
    askAgain: (what: string) => `xin hỏi lại ${what}`,
    /** How a doubt begins that is a whole sentence already. */
    askStart: 'xin hỏi',
    receiptOnly: 'Chỉ nộp tiền theo biên lai.',
    receiptWord: 'biên lai',
  },

  slots: {
    summary: 'Tóm tắt',
    note: 'Xin lưu ý',
    components: 'Giấy tờ cần có',
    form: 'Mẫu đơn, tờ khai',
    copies: 'Số bộ, bản sao',
    place_hours: 'Nộp ở đâu, giờ nào',
    authority: 'Ai có thẩm quyền giải quyết',
    duration: 'Bao lâu xong',
    fee: 'Phí, lệ phí',
    online: 'Nộp trên mạng',
    postal: 'Gửi qua bưu điện',
    payment: 'Trả tiền trên mạng',
    substitute: 'Ai đi thay được',
    conditions: 'Điều kiện',
    obligation: 'Có bắt buộc không',
    steps: 'Các bước làm',
    result: 'Kết quả nhận được',
    status: 'Tra cứu hồ sơ',
    validity_change: 'Thay đổi hiệu lực',
    legal_basis: 'Căn cứ pháp lý',
  } satisfies Record<ValueSlot, string>,

  /** Questions offered on `/?hoi=…`, by what the entry can answer. */
  slotQuestions: {
    components: 'Cần giấy tờ gì?',
    place_hours: 'Nộp ở đâu, giờ nào?',
    duration: 'Bao lâu xong?',
    fee: 'Lệ phí bao nhiêu?',
    online: 'Nộp trên mạng được không?',
    postal: 'Gửi qua bưu điện được không?',
    substitute: 'Ai đi thay được?',
  } satisfies Partial<Record<ValueSlot, string>>,

  /** How a line of a card begins that names the source; shown smaller. */
  sourcePrefix: 'Nguồn:',

  /** Names the form in which a question is typed. */
  search: {
    title: 'Hỏi trợ lý',
    label: 'Anh/chị đang tìm việc gì?',
    submit: 'Hỏi',
  },

  errors: {
    notFoundTitle: 'Không tìm thấy trang',
    notFound: 'Địa chỉ này không có, hoặc đã đổi. Xin gõ việc cần làm vào ô dưới đây.',
    noEntryTitle: 'Không tìm thấy thủ tục',
    noEntry: (code: string) =>
      `Chưa có thông tin về mã "${code}". Xin kiểm tra lại mã, hoặc gõ tên việc cần làm vào ô dưới đây.`,
    methodTitle: 'Trang này không nhận yêu cầu như vậy',
    method: 'Xin quay về trang hỏi đáp và làm lại.',
    oursTitle: 'Xin lỗi, máy đang gặp trục trặc',
    ours: 'Lỗi này là của chúng tôi. Xin thử lại sau ít phút.',
    conflictTitle: 'Chưa nhận được tin này',
    refusedTitle: 'Không nhận yêu cầu này',
    crossSite:
      'Yêu cầu gửi từ một trang web khác nên không được nhận. Xin mở trang hỏi đáp rồi gửi lại.',
    inputTitle: 'Chưa đọc được yêu cầu',
    badJson: 'Nội dung gửi lên không đúng định dạng JSON.',
    notJson: 'Xin gửi nội dung kiểu application/json.',
    badForm: 'Không đọc được biểu mẫu gửi lên. Xin tải lại trang rồi gửi lại.',
    badMessage:
      'Tin gửi lên phải có messageId và đúng một trong hai: text (câu hỏi) hoặc action (nút đã bấm).',
    tooLargeTitle: 'Nội dung quá dài',
    tooLarge: 'Nội dung gửi lên lớn quá mức nhận được (64 kB). Xin rút ngắn câu hỏi rồi gửi lại.',
    tooFastTitle: 'Xin chờ một chút',
    tooFast: (seconds: number) => `Anh/chị gửi nhanh quá. Xin chờ ${seconds} giây rồi gửi lại.`,
    noSession: 'Chưa có cuộc trò chuyện nào trên máy này. Xin mở trang hỏi đáp trước.',
    tooManyStreams:
      'Đang mở quá nhiều trang cùng lúc. Trang này vẫn hỏi được, xin tải lại để xem tin mới.',
    proxySetting: (value: string) =>
      `Danh sách máy chủ trung gian tin cậy có giá trị sai: "${value}". Xin ghi địa chỉ IP hoặc dải, ví dụ 10.0.0.0/8.`,
    portBusy: (port: number) =>
      `Cổng ${port} đang có chương trình khác dùng. Xin tắt chương trình đó, hoặc đặt cổng khác, ví dụ PORT=${port + 1}.`,
    portForbidden: (port: number) =>
      `Không được phép mở cổng ${port}. Xin đặt cổng từ 1024 trở lên, ví dụ PORT=3000.`,
    hostWrong: (host: string) =>
      `Máy này không có địa chỉ ${host}. Xin đặt HOST=127.0.0.1 (chỉ máy này) hoặc HOST=0.0.0.0 (cả mạng).`,
    listenFailed: (port: number) => `Không mở được cổng ${port}. Xin xem nhật ký để biết lý do.`,
  },
} as const
