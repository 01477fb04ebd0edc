/** Words of the file readers for people. */
export const wording = {
  badDataFile: (file: string, reason: string): string =>
    `Tệp dữ liệu ${file} thiếu hoặc hỏng (${reason}). Xin sửa tệp, hoặc lấy lại bản gốc của chương trình.`,
  wrongUnit: (file: string, field: string, reason: string): string =>
    `Tệp đơn vị ${file}, mục ${field}: ${reason}. Xin sửa tệp rồi chạy lại.`,
  noSuchPath: (path: string): string =>
    `Không tìm thấy tệp hay thư mục "${path}". Xin kiểm tra lại đường dẫn.`,
  fileUnread: (path: string, reason: string): string =>
    `Không đọc được tệp "${path}": ${reason}. Xin kiểm tra đường dẫn và quyền đọc.`,
  notReadable: (reason: string): string => `không mở được tệp (${reason})`,
  unknownFormat: (extension: string): string =>
    `chưa đọc được loại tệp ${extension || 'không có đuôi'}; dùng được: .json, .jsonl, .json.gz, .jsonl.gz, .md`,
  notWritable: (path: string, reason: string): string =>
    `Không ghi được tệp "${path}" (${reason}). Xin chọn nơi khác hoặc kiểm tra quyền ghi.`,
  notUtf8: 'tệp không phải mã UTF-8 hoặc bị hỏng; hãy lưu lại với mã UTF-8',
  notGzip: 'tệp nén .gz bị hỏng hoặc chưa tải về đủ',
  tooLarge: (megabytes: number): string =>
    `tệp sau khi giải nén lớn quá ${megabytes} MB; hãy chia thành nhiều tệp nhỏ`,
  lineTooLong: 'dòng dài quá 16 MB; có thể đây không phải tệp JSONL (mỗi dòng một bản ghi)',
  badJson: (place: string): string => `không phải JSON hợp lệ${place}`,
  atColumn: (column: string): string => `, sai gần ký tự thứ ${column} của dòng`,
  noFrontMatter: 'tệp Markdown phải bắt đầu bằng phần khai báo giữa hai dòng "---"',
  badYaml: (reason: string): string => `phần khai báo giữa hai dòng "---" sai: ${reason}`,
  frontMatterIsNoGroup: 'phần khai báo phải gồm các dòng "khóa: giá trị"',
  yamlReasons: {
    DUPLICATE_KEY: 'một khóa được ghi hai lần',
    MULTILINE_IMPLICIT_KEY: 'thiếu dấu nháy quanh giá trị có dấu hai chấm',
    BLOCK_AS_IMPLICIT_KEY: 'thiếu dấu nháy quanh giá trị có dấu hai chấm',
    BAD_INDENT: 'thụt dòng không đúng',
    TAB_AS_INDENT: 'thụt dòng bằng phím Tab; hãy dùng dấu cách',
    MISSING_CHAR: 'thiếu dấu đóng ngoặc hoặc dấu nháy',
    other: 'không đúng cú pháp YAML',
  } as Readonly<Record<string, string>>,
  aliases: 'không dùng được bí danh YAML (dấu & và *)',
}
