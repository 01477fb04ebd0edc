import { formatLocalDate, localDateOf } from '../../../core/index.ts'
import type { JobRun } from '../../../jobs/index.ts'

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1).replace('.', ',')} GB`

/** `21/11/2026 14:05`, in Viet Nam. */
const moment = (date: Date): string =>
  `${formatLocalDate(localDateOf(date))} ${new Date(date.getTime() + 7 * 3_600_000).toISOString().slice(11, 16)}`

/** Vietnamese text of `cchc doctor`: every line that is not in order says what to do. */
export const doctorWording = {
  description: 'khám hệ thống: ổ đĩa, cơ sở dữ liệu, đồng hồ, dữ liệu thủ tục, công việc tự động',
  forgetFutureRuns:
    'quên các lượt chạy ghi ở thời điểm tương lai (đồng hồ máy từng chạy nhanh, nay đã chỉnh đúng)',
  forgotten: (count: number): string => `Đã quên ${count} lượt chạy ghi ở thời điểm tương lai.`,
  examples: `
Ví dụ:
  cchc doctor                        khám và in kết quả
  cchc doctor --json                 kết quả dạng JSON cho công cụ giám sát
  cchc doctor --forget-future-runs   sau khi chỉnh lại đồng hồ từng chạy nhanh

Mã thoát 1 khi có mục "cần làm", 0 khi không có.`,
  levels: { ok: 'ổn', advice: 'nên làm', must: 'cần làm' },
  names: {
    folder: 'Thư mục dữ liệu',
    database: 'Cơ sở dữ liệu',
    clock: 'Đồng hồ',
    knowledge: 'Dữ liệu thủ tục',
    index: 'Chỉ mục tìm kiếm',
    expired: 'Thông tin hết hiệu lực',
    doubtful: 'Thông tin chưa chắc chắn',
    unchecked: 'Thông tin lâu chưa rà soát',
    unit: 'Thông tin đơn vị',
    jobs: 'Công việc tự động',
    missed: 'Câu hỏi chưa trả lời được',
  } as Readonly<Record<string, string>>,
  summary: (must: number, advice: number): string =>
    must > 0
      ? `Có ${must} việc cần làm${advice > 0 ? ` và ${advice} việc nên làm` : ''}.`
      : advice > 0
        ? `Hệ thống chạy được; có ${advice} việc nên làm.`
        : 'Mọi mục đều ổn.',

  folderUnwritable: (path: string): string =>
    `không ghi được vào ${path}; cấp quyền ghi cho tài khoản chạy chương trình hoặc chọn thư mục khác bằng --data.`,
  diskFull: (path: string, bytes: number): string =>
    `ổ đĩa chứa ${path} chỉ còn ${gigabytes(bytes)}; giải phóng ít nhất 1 GB để không mất dữ liệu mới.`,
  diskLow: (path: string, bytes: number): string =>
    `ổ đĩa chứa ${path} còn ${gigabytes(bytes)}; nên giải phóng thêm chỗ trống.`,
  folderOk: (path: string, bytes: number): string =>
    `${path} ghi được, còn trống ${gigabytes(bytes)}.`,

  unexpected: (detail: string): string =>
    `gặp lỗi ngoài dự kiến (${detail}); xem nhật ký, khởi động lại, nếu còn thì báo người phụ trách kỹ thuật.`,
  notExamined: 'chưa khám được vì mục trước đó có lỗi; xử lý lỗi đó rồi chạy lại lệnh này.',
  databaseOk: (place: string): string => `${place} trả lời, cấu trúc đúng phiên bản.`,

  clockYear: (now: Date): string =>
    `máy đang ở ${moment(now)}, không hợp lý; chỉnh lại ngày giờ và bật đồng bộ giờ qua mạng.`,
  clockBehind: (now: Date, stored: string): string =>
    `máy đang ở ${moment(now)} nhưng đã có dữ liệu ghi lúc ${moment(new Date(stored))}; ` +
    'chỉnh lại giờ máy. Nếu giờ hiện tại đã đúng (trước đó máy chạy nhanh), chạy cchc doctor --forget-future-runs; ' +
    'dữ liệu khác sẽ hết cảnh báo khi tới thời điểm đó.',
  clockOk: (now: Date): string => `${moment(now)} (giờ Việt Nam).`,

  knowledgeEmpty:
    'chưa có thủ tục nào được phát hành; nhập bằng cchc kb import rồi phát hành bằng cchc kb publish.',
  knowledgeOk: (revision: number, count: number): string =>
    `bản phát hành số ${revision}, ${count} mục.`,
  expired: (count: number, ids: readonly string[]): string =>
    `${count} mục có thông tin đã hết hiệu lực mà chưa có thông tin thay thế (${ids.join(', ')}` +
    `${count > ids.length ? ', …' : ''}); cập nhật rồi phát hành lại.`,
  noneExpired: 'không có mục nào hết hiệu lực mà chưa được thay.',
  doubtful: (count: number): string =>
    `${count} mục có thông tin độ tin cậy thấp; đối chiếu với văn bản gốc rồi cập nhật.`,
  noneDoubtful: 'không có.',
  unchecked: (count: number): string =>
    `${count} mục có thông tin hơn 180 ngày chưa đối chiếu nguồn hoặc chưa ghi ngày đối chiếu; nên rà soát.`,
  noneUnchecked: 'mọi thông tin đều được đối chiếu trong 180 ngày qua.',

  indexNone: 'chưa có bản lưu; chương trình tự tạo khi phục vụ (npm start).',
  indexOk: (bytes: number, entries: number): string =>
    `bản lưu mới nhất ${(bytes / 1e6).toFixed(1).replace('.', ',')} MB` +
    `${entries > 0 ? `, khoảng ${Math.round(bytes / entries)} byte mỗi mục` : ''}.`,

  unitEmpty: (fields: readonly string[]): string =>
    `còn trống: ${fields.join('; ')}. Người dân hỏi nộp ở đâu, mấy giờ thì trợ lý chưa nói được; điền ở trang do "cchc unit link" in ra.`,
  unitOk: (name: string): string => `${name}.`,

  jobTroubled: (run: JobRun): string =>
    run.state === 'failed'
      ? `"${run.job}" lượt ${moment(new Date(run.slot))} không xong: ${run.detail} Xem nhật ký; lượt sau tự chạy lại.`
      : `"${run.job}" bắt đầu lúc ${moment(new Date(run.startedAt))} mà chưa xong; khởi động lại chương trình, lượt sau tự chạy lại.`,
  jobsNone: 'chưa có lượt chạy nào; công việc tự động chạy khi chương trình phục vụ (npm start).',
  jobsOk: 'các lượt chạy gần nhất đều xong.',

  missed: (count: number): string =>
    `${count} câu hỏi khác nhau chưa trả lời được; xem bằng cchc log misses và bổ sung dữ liệu.`,
  noneMissed: 'không có.',
}
