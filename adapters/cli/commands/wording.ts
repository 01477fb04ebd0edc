/** Words of the shell and of `serve`, `ask`, `eval`, `db` for people. */

const SETTINGS: Readonly<Record<string, string>> = {
  HOST: 'địa chỉ mạng để nghe, ví dụ 127.0.0.1 hoặc 0.0.0.0',
  PORT: 'số cổng từ 0 đến 65535, ví dụ 3000',
  CCHC_DATA_DIR: 'thư mục dữ liệu, ví dụ ./var',
  DATABASE_URL:
    'địa chỉ PostgreSQL dạng postgres://tên:mật-khẩu@máy:5432/cơ-sở-dữ-liệu; để trống thì dùng SQLite',
  TRUSTED_PROXIES: 'các địa chỉ hoặc dải CIDR cách nhau bằng dấu phẩy, ví dụ 127.0.0.1, 10.0.0.0/8',
  UNIT_NAME: 'tên đơn vị, không quá 120 ký tự, ví dụ UBND xã Kỳ Anh',
  LOG_LEVEL: 'một trong: fatal, error, warn, info, debug, silent',
  QUESTION_RETENTION_DAYS: 'số ngày giữ câu hỏi, từ 1 đến 3650',
}

export const settingWording = {
  wrong: (name: string): string =>
    `Cài đặt ${name} không đúng. Phải là ${SETTINGS[name] ?? 'một giá trị hợp lệ'}. Xin sửa trong tệp .env hoặc biến môi trường rồi chạy lại.`,
}

export const shellWording = {
  description:
    'Trợ lý CCHC: trả lời người dân về thủ tục hành chính, bưu chính công ích, dịch vụ công trực tuyến.',
  usage: '<lệnh> [tùy chọn]',
  globals: `
Dùng được ở mọi lệnh:
  --json                  in kết quả là một tài liệu JSON
  --data THƯ_MỤC          thư mục dữ liệu (mặc định ./var, hoặc CCHC_DATA_DIR)

Mã thoát: 0 xong, 1 không làm được, 2 dữ liệu vào hoặc cách dùng sai.`,
  help: 'xem hướng dẫn của lệnh',
  titles: {
    'Usage:': 'Cách dùng:',
    'Options:': 'Tùy chọn:',
    'Commands:': 'Các lệnh:',
    'Arguments:': 'Tham số:',
    'Global Options:': 'Tùy chọn chung:',
  } as Readonly<Record<string, string>>,
  usageErrors: {
    'commander.unknownCommand': 'Không có lệnh này.',
    'commander.unknownOption': 'Không có tùy chọn này.',
    'commander.missingArgument': 'Thiếu tham số của lệnh.',
    'commander.optionMissingArgument': 'Tùy chọn này cần một giá trị đi kèm.',
    'commander.missingMandatoryOptionValue': 'Thiếu một tùy chọn bắt buộc.',
    'commander.excessArguments': 'Thừa tham số.',
    'commander.invalidArgument': 'Giá trị không đúng.',
  } as Readonly<Record<string, string>>,
  usageError: (reason: string | undefined, detail: string): string =>
    `${reason ?? 'Cách dùng không đúng.'} (${detail}) Gõ thêm --help để xem cách dùng.`,
  unexpected: (detail: string): string =>
    `Chương trình gặp lỗi ngoài dự kiến: ${detail}. Dữ liệu đã lưu không mất. Xin chạy "cchc doctor" và báo người quản trị.`,
}

export const serveWording = {
  description: 'chạy trợ lý: trang trò chuyện và các việc theo lịch, đến khi bị dừng (Ctrl+C)',
  examples: `
Ví dụ:
  npm start
  npm run --silent cchc -- serve --data ./du-lieu
  Đổi cổng: đặt PORT=8080 trong tệp .env`,
  started: ({ url, data, revision, entries }: Started): string =>
    [
      '',
      'Trợ lý CCHC đang chạy.',
      `  Trang trò chuyện : ${url}`,
      `  Dữ liệu          : ${data}`,
      `  Tri thức         : bản phát hành ${revision}, ${entries} mục`,
      '  Dừng             : Ctrl+C',
      '',
    ].join('\n'),
  stopping: 'Đang dừng, xin chờ việc đang làm xong.',
}

/** What `serve` says when it is ready. */
export interface Started {
  url: string
  data: string
  revision: number
  entries: number
}

export const askWording = {
  description: 'hỏi một câu và in câu trả lời; không lưu gì',
  argument: 'câu hỏi, có dấu hoặc không dấu',
  explain: 'in thêm các mục gần nhất và điểm của chúng',
  examples: `
Ví dụ:
  npm run --silent cchc -- ask "lam khai sinh cho con can giay to gi"
  npm run --silent cchc -- ask "mất giấy khai sinh" --explain
  npm run --silent cchc -- ask "1.001193 lệ phí" --json`,
  explained: (outcome: string, aspects: readonly string[], elapsedMs: number): string =>
    `Kết cục: ${outcome}. Khía cạnh: ${aspects.join(', ') || 'không rõ'}. ${elapsedMs} ms. Các mục gần nhất:`,
}

export const evalWording = {
  description:
    'đo chất lượng tìm và trả lời trên bộ câu hỏi có đáp án; không đụng đến dữ liệu đang dùng',
  kb: 'tệp hồ sơ thủ tục (JSON, JSONL, .gz)',
  questions: 'tệp JSONL: question, procedure_id, acceptable_ids, hard, variants',
  outOfScope: 'tệp JSONL: question; những câu không được trả lời',
  variants: 'đo cả dạng không dấu, gõ sai, Telex, đặt dấu khác',
  examples: `
Ví dụ:
  npm run --silent cchc -- eval --kb thu-tuc.jsonl.gz --questions cau-hoi.jsonl --variants`,
  emptyKb: (file: string): string => `${file}: không đọc được mục nào. Xin kiểm tra lại tệp.`,
}

export const dbWording = {
  description: 'cơ sở dữ liệu: nâng cấp, sao lưu, phục hồi',
  examples: `
Ví dụ:
  npm run --silent cchc -- db backup sao-luu-2026-11-21.jsonl.gz
  npm run --silent cchc -- db restore sao-luu-2026-11-21.jsonl.gz --data ./thu-muc-moi

Bản sao lưu dùng được cho cả SQLite và PostgreSQL.`,
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
  notReadable: (file: string): string =>
    `Không đọc được tệp ${file}. Xin kiểm tra đường dẫn và quyền đọc.`,
  anyUnit: 'Trợ lý thủ tục hành chính',
}
