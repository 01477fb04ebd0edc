/** What this adapter says to people; each message says what to do next. */
export const wording = {
  busy: (place: string) =>
    `Cơ sở dữ liệu ${place} đang bận vì một chương trình khác đang ghi. Hãy đợi vài giây rồi thử lại.`,
  readOnly: (place: string) =>
    `Không ghi được vào ${place}. Hãy cấp quyền ghi cho tài khoản đang chạy chương trình, hoặc chọn thư mục dữ liệu khác bằng --data (CCHC_DATA_DIR).`,
  cannotOpen: (place: string) =>
    `Không mở được ${place}. Hãy kiểm tra đường dẫn là một tệp nằm trong thư mục ghi được, hoặc chọn thư mục dữ liệu khác bằng --data (CCHC_DATA_DIR).`,
  notADatabase: (place: string) =>
    `Tệp ${place} không phải là cơ sở dữ liệu của chương trình. Hãy dời tệp đó đi nơi khác rồi chạy lại, hoặc chọn thư mục dữ liệu khác bằng --data (CCHC_DATA_DIR).`,
  corrupt: (place: string) =>
    `Cơ sở dữ liệu ${place} bị hỏng. Hãy dừng chương trình, dời tệp đó đi nơi khác rồi chạy "cchc db restore" với bản sao lưu gần nhất.`,
  diskFull: (place: string) =>
    `Ổ đĩa chứa ${place} đã đầy. Hãy giải phóng dung lượng rồi chạy lại; dữ liệu đã ghi trước đó vẫn còn nguyên.`,
  diskError: (place: string) =>
    `Ổ đĩa chứa ${place} báo lỗi đọc ghi. Hãy kiểm tra ổ đĩa và sao lưu dữ liệu ngay.`,
  noWal: (place: string) =>
    `Không bật được chế độ ghi an toàn (WAL) cho ${place}. Hãy đặt thư mục dữ liệu trên ổ đĩa của chính máy này, không đặt trên ổ đĩa mạng.`,
  unreachable: (place: string) =>
    `Không kết nối được tới PostgreSQL ${place}. Hãy kiểm tra máy chủ đang chạy, mạng và địa chỉ trong DATABASE_URL rồi thử lại.`,
  wrongPassword: (place: string) =>
    `PostgreSQL ${place} từ chối đăng nhập. Hãy kiểm tra tên và mật khẩu trong DATABASE_URL.`,
  noSuchDatabase: (place: string) =>
    `PostgreSQL không có cơ sở dữ liệu ${place}. Hãy tạo cơ sở dữ liệu đó hoặc sửa tên trong DATABASE_URL.`,
  wrongUrl: (place: string) =>
    `DATABASE_URL ${place} không đúng dạng. Hãy viết theo mẫu postgres://tên:mật-khẩu@máy-chủ:5432/cơ-sở-dữ-liệu.`,
  forbidden: (place: string) =>
    `Tài khoản PostgreSQL không đủ quyền trên ${place}. Hãy cấp cho tài khoản quyền tạo và sửa bảng.`,
  tooManyConnections: (place: string) =>
    `PostgreSQL ${place} đã hết chỗ kết nối. Hãy tăng max_connections hoặc giảm số máy chạy chương trình.`,
  conflict: (place: string) =>
    `Dữ liệu ở ${place} vừa được nơi khác thay đổi cùng lúc. Hãy thử lại.`,
  newer: (place: string) =>
    `Cơ sở dữ liệu ${place} do bản chương trình mới hơn tạo ra. Hãy cài bản mới hơn của chương trình rồi chạy lại; không có gì bị thay đổi.`,
  foreignHistory: (place: string) =>
    `Cơ sở dữ liệu ${place} có các bước nâng cấp không thuộc chương trình này. Hãy kiểm tra lại thư mục dữ liệu hoặc DATABASE_URL; không có gì bị thay đổi.`,
  draftClosed: 'Bản nháp này không còn mở. Hãy nạp lại tài liệu để tạo bản nháp mới.',
  tooManyEntries: 'Mỗi lần chỉ thêm được tối đa 500 mục vào bản nháp.',
  backupNotWritten: (file: string) =>
    `Không ghi được bản sao lưu vào ${file}. Hãy chọn một thư mục có thật, còn chỗ trống và ghi được rồi chạy lại.`,
  backupNotRead: (file: string) =>
    `Không đọc được bản sao lưu ${file}. Hãy kiểm tra đường dẫn và quyền đọc tệp.`,
  backupBroken: (file: string) =>
    `Tệp ${file} không phải là bản sao lưu nguyên vẹn (bị cắt ngắn, bị hỏng hoặc thuộc loại khác). Hãy dùng bản sao lưu khác; không có gì bị thay đổi.`,
  backupNewer: (file: string) =>
    `Bản sao lưu ${file} do bản chương trình mới hơn tạo ra. Hãy cài bản mới hơn của chương trình rồi khôi phục lại; không có gì bị thay đổi.`,
  notEmpty: (place: string) =>
    `Cơ sở dữ liệu ${place} đã có dữ liệu tri thức. Khôi phục sẽ xóa toàn bộ dữ liệu đang có; nếu đúng ý, hãy chạy lại với --force.`,
} as const
