/** Vietnamese text of `cchc pack` and of the files that it puts into the archive. */
export const packWording = {
  description:
    'đóng gói chương trình thành một tệp để cài trên máy chủ không có mạng (npm run dong-goi)',
  file: 'tệp đóng gói; mặc định tro-ly-cchc-<phiên bản>-<hệ máy>.tar.gz',
  examples: `
Ví dụ:
  npm run dong-goi
  cchc pack --file D:\\tro-ly.tar.gz

Máy đóng gói phải cùng hệ điều hành với máy chủ (Windows hay Linux). Hướng dẫn: docs/vi/cai-dat.md`,
  packed: (file: string, megabytes: string): string =>
    `Đã đóng gói vào ${file} (${megabytes} MB). Chép tệp này sang máy chủ, giải nén, chạy chay.sh (Linux) hoặc chay.cmd (Windows).`,
  exists: (file: string): string =>
    `Tệp "${file}" đã có. Xin xóa tệp cũ hoặc chọn tên khác bằng --file.`,
  noFolder: (folder: string): string =>
    `Không có thư mục "${folder}". Xin tạo thư mục trước hoặc chọn nơi khác bằng --file.`,
  noTar:
    'Máy này không có lệnh tar. Windows 10 (bản 1803 trở đi) và Linux đều có sẵn; xin kiểm tra PATH.',
  tarFailed: (reason: string): string =>
    `Lệnh tar không ghi được tệp (${reason}). Xin kiểm tra chỗ trống trên đĩa và quyền ghi.`,
  notInstalled: (name: string): string =>
    `Thiếu gói ${name} trong node_modules. Xin chạy "npm ci" rồi đóng gói lại.`,
  readme: `TRỢ LÝ CCHC - BẢN CÀI KHÔNG CẦN MẠNG

1. Linux: chạy ./chay.sh        Windows: bấm đúp chay.cmd
2. Mở trình duyệt: http://127.0.0.1:3000
3. Lệnh quản trị: ./cchc.sh doctor   (Windows: cchc.cmd doctor)

Cài thành dịch vụ, đặt sau máy chủ web, nâng cấp: docs/vi/cai-dat.md
`,
}
