/** Words of the shell and of `serve`, `ask`, `eval`, `db` for people. */

const SETTINGS: Readonly<Record<string, string>> = {
  HOST: 'địa chỉ mạng để nghe, ví dụ 127.0.0.1 hoặc 0.0.0.0',
  PORT: 'số cổng từ 0 đến 65535, ví dụ 3000',
  CCHC_DATA_DIR: 'thư mục dữ liệu, ví dụ ./var',
  DATABASE_URL:
    'địa chỉ PostgreSQL dạng postgres://tên:mật-khẩu@máy:5432/cơ-sở-dữ-liệu; để trống thì dùng SQLite',
  TRUSTED_PROXIES: 'các địa chỉ hoặc dải CIDR cách nhau bằng dấu phẩy, ví dụ 127.0.0.1, 10.0.0.0/8',
  FRAME_ANCESTORS:
    'các địa chỉ trang web (chỉ gồm https:// và tên miền) cách nhau bằng dấu phẩy, ví dụ https://xa.example.gov.vn',
  UNIT_NAME: 'tên đơn vị, không quá 120 ký tự, ví dụ UBND xã Kỳ Anh',
  LOG_LEVEL: 'một trong: fatal, error, warn, info, debug, silent',
  QUESTION_RETENTION_DAYS: 'số ngày giữ câu hỏi, từ 1 đến 3650',
}

export const settingWording = {
  wrong: (name: string): string =>
    `Cài đặt ${name} không đúng. Phải là ${SETTINGS[name] ?? 'một giá trị hợp lệ'}. Xin sửa trong tệp .env hoặc biến môi trường rồi chạy lại.`,
  noFolder: 'Sau --data phải có tên thư mục dữ liệu, ví dụ --data ./var.',
}

export const shellWording = {
  description:
    'Trợ lý CCHC: trả lời người dân về thủ tục hành chính, bưu chính công ích, dịch vụ công trực tuyến.',
  globals: `
Ví dụ:
  cchc serve                                     chạy trợ lý (npm start)
  cchc ask "lam khai sinh cho con can giay to gi"
  cchc kb import thu-tuc.jsonl.gz --publish      nạp dữ liệu của đơn vị
  cchc ask --help                                hướng dẫn của một lệnh

Dùng được ở mọi lệnh, trước hay sau tên lệnh:
  --json                  in kết quả là một tài liệu JSON
  --data THƯ_MỤC          thư mục dữ liệu (mặc định ./var, hoặc CCHC_DATA_DIR)
  --                      sau dấu này, mọi chữ đều là nội dung (câu hỏi bắt đầu bằng "-")

Mã thoát: 0 xong, 1 không làm được, 2 dữ liệu vào hoặc cách dùng sai.`,
  shortForm: `
"cchc …" viết đủ là: npm run --silent cchc -- …`,
  help: 'xem hướng dẫn của lệnh',
  commandTerm: '<lệnh>',
  optionsTerm: '[tùy chọn]',
  /** Names of arguments and of values of options, as the help shows them. */
  placeholders: {
    a: 'bản_1',
    b: 'bản_2',
    draft: 'mã_bản_nháp',
    file: 'tệp',
    id: 'mã',
    kind: 'loại',
    n: 'số',
    path: 'tệp_hay_thư_mục',
    question: 'câu_hỏi',
    rev: 'số_bản',
    text: 'chữ',
  } as Readonly<Record<string, string>>,
  choices: (values: readonly string[]): string => `một trong: ${values.join(', ')}`,
  defaultValue: (value: string): string => `mặc định ${value}`,
  titles: {
    'Usage:': 'Cách dùng:',
    'Options:': 'Tùy chọn:',
    'Commands:': 'Các lệnh:',
    'Arguments:': 'Tham số:',
    'Global Options:': 'Tùy chọn chung:',
  } as Readonly<Record<string, string>>,
  usageErrors: {
    'commander.unknownCommand': (name) => `Không có lệnh "${name}".`,
    'commander.unknownOption': (flag) =>
      /\s/.test(flag)
        ? `"${flag}" không phải tùy chọn. Nếu đó là câu hỏi, hãy đặt -- trước câu hỏi.`
        : `Không có tùy chọn "${flag}".`,
    'commander.missingArgument': (name) => `Thiếu tham số <${placeholder(name)}>.`,
    'commander.optionMissingArgument': (flags) =>
      `Tùy chọn ${flagOf(flags)} cần một giá trị đi kèm.`,
    'commander.missingMandatoryOptionValue': (flags) => `Thiếu tùy chọn ${flagOf(flags)}.`,
    'commander.excessArguments': (name) => `Thừa tham số cho lệnh ${name}.`,
    'commander.invalidArgument': (flags) => `Giá trị của ${flagOf(flags)} không đúng.`,
  } as Readonly<Record<string, (about: string) => string>>,
  usageWrong: (): string => 'Cách dùng không đúng.',
  didYouMean: (names: string): string => `Có phải ý anh/chị là: ${names}?`,
  seeHelp: 'Gõ thêm --help để xem cách dùng.',
  unexpected: (detail: string): string =>
    `Chương trình gặp lỗi ngoài dự kiến: ${detail}. Dữ liệu đã lưu không mất. Xin chạy "cchc doctor" và báo người quản trị.`,
}

const placeholder = (name: string): string => shellWording.placeholders[name] ?? name

/** `--limit` of `--limit <n>`. */
const flagOf = (flags: string): string => flags.split(' ')[0] ?? flags

/** What the process says about its own end. */
export const processWording = {
  stopping: 'Đang dừng, xin chờ việc đang làm xong. Ctrl+C lần nữa để dừng ngay.',
  interrupted:
    'Lệnh bị dừng giữa chừng nên chưa xong. Dữ liệu không hỏng; xin chạy lại lệnh khi cần.',
  slowEnd: 'Việc đang làm không xong kịp nên chương trình dừng ngay. Dữ liệu đã lưu không mất.',
}

export const serveWording = {
  description: 'chạy trợ lý: trang trò chuyện và các việc theo lịch, đến khi bị dừng (Ctrl+C)',
  examples: `
Ví dụ:
  npm start
  cchc serve --data ./du-lieu
  Đổi cổng: đặt PORT=8080 trong tệp .env`,
  started: ({ url, data, revision, entries, setupUrl }: Started): string =>
    [
      '',
      'Trợ lý CCHC đang chạy.',
      `  Trang trò chuyện : ${url}`,
      `  Dữ liệu          : ${data}`,
      `  Tri thức         : bản phát hành ${revision}, ${entries} mục`,
      ...(setupUrl === null
        ? []
        : [`  Điền thông tin đơn vị (tên, địa chỉ, giờ làm việc) : ${setupUrl}`]),
      '  Dừng             : Ctrl+C',
      '',
    ].join('\n'),
}

/** What `serve` says when it is ready. */
export interface Started {
  /** The page to fill in the unit; null when its name is known. */
  setupUrl: string | null
  url: string
  data: string
  revision: number
  entries: number
}

export const askWording = {
  description: 'hỏi một câu và in câu trả lời; không lưu gì',
  argument: 'câu hỏi, có dấu hoặc không dấu',
  explain: 'in thêm cách đọc câu hỏi, điểm của năm mục gần nhất và vì sao trả lời như vậy',
  examples: `
Ví dụ:
  cchc ask "lam khai sinh cho con can giay to gi"
  cchc ask "mất giấy khai sinh" --explain
  cchc ask "1.001193 lệ phí" --json`,
}

export const evalWording = {
  description:
    'đo chất lượng tìm và trả lời trên bộ câu hỏi có đáp án; không đụng đến dữ liệu đang dùng',
  kb: 'tệp hồ sơ thủ tục (JSON, JSONL, .gz)',
  questions: 'tệp JSONL: question, procedure_id, acceptable_ids, hard, variants',
  outOfScope: 'tệp JSONL: question; những câu không được trả lời',
  variants: 'đo cả dạng không dấu, gõ sai, Telex, đặt dấu khác',
  indexSize: (entries: number, bytes: number): string =>
    `Chỉ mục của ${entries} mục: ${(bytes / 1e6).toFixed(1).replace('.', ',')} MB, mỗi mục ${Math.round(bytes / entries)} byte.`,
  examples: `
Ví dụ:
  cchc eval --kb thu-tuc.jsonl.gz --questions cau-hoi.jsonl --variants`,
}

export const dbWording = {
  description: 'cơ sở dữ liệu: nâng cấp, sao lưu, phục hồi',
  examples: `
Ví dụ:
  cchc db backup sao-luu-2026-11-21.jsonl.gz
  cchc db restore sao-luu-2026-11-21.jsonl.gz --data ./thu-muc-moi

Bản sao lưu dùng được cho cả SQLite và PostgreSQL.`,
  migrateExamples: `
Ví dụ:
  cchc db migrate                      chạy sau khi cài bản chương trình mới (serve cũng tự làm)`,
  backupExamples: `
Ví dụ:
  cchc db backup sao-luu-2026-11-21.jsonl.gz`,
  restoreExamples: `
Ví dụ:
  cchc db restore sao-luu-2026-11-21.jsonl.gz --data ./thu-muc-moi
  cchc db restore sao-luu-2026-11-21.jsonl.gz --force    thay dữ liệu đang có`,
  migrate: 'tạo hoặc nâng cấp cơ sở dữ liệu lên phiên bản của chương trình',
  migrated: (names: readonly string[], place: string): string =>
    names.length === 0
      ? `Cơ sở dữ liệu ${place} đã ở phiên bản mới nhất.`
      : `Đã nâng cấp ${place}: ${names.join(', ')}.`,
  backup: 'sao lưu toàn bộ dữ liệu vào một tệp; chạy được khi trợ lý đang phục vụ',
  backupFile: 'tệp sẽ tạo, nên đặt đuôi .jsonl.gz',
  backedUp: (file: string, rows: number): string => `Đã sao lưu ${rows} dòng dữ liệu vào ${file}.`,
  restore: 'phục hồi từ một bản sao lưu vào cơ sở dữ liệu chưa có tri thức',
  restoreFile: 'bản sao lưu',
  force: 'thay dữ liệu đang có (xin dừng trợ lý trước)',
  restored: (file: string, rows: number): string => `Đã phục hồi ${rows} dòng dữ liệu từ ${file}.`,
}

export const composeWording = {
  anyUnit: 'Trợ lý thủ tục hành chính',
}
