/** Vietnamese text of this room: what jobs report, and what goes to the log of the person in charge. */
export const wording = {
  wrongMinutes: (minutes: number): string =>
    `Chu kỳ của công việc phải là số phút nguyên từ 1 trở lên, hiện là ${minutes}. Sửa lại lịch của công việc.`,
  wrongTimeOfDay: (at: string): string =>
    `Giờ chạy của công việc phải có dạng HH:MM từ 00:00 đến 23:59, hiện là "${at}". Sửa lại lịch của công việc.`,
  wrongTransition: (state: string, event: string): string =>
    `Lượt chạy đang ở trạng thái "${state}" không thể nhận sự kiện "${event}".`,

  interrupted: 'Bị ngắt giữa chừng (chương trình dừng đột ngột); lượt sau làm tiếp.',
  stopped: 'Dừng giữa chừng theo lệnh tắt hoặc vì tiến trình khác tiếp quản; lượt sau làm tiếp.',
  passedOver: (detail: string, count: number): string =>
    `${detail} Chạy bù một lần; ${count} lượt cũ hơn bị bỏ qua.`,

  logDone: 'Công việc tự động đã xong',
  logFailed: 'Công việc tự động không xong, lượt sau sẽ thử lại',
  logInterrupted: 'Lượt chạy trước bị ngắt giữa chừng',
  logClockBehind:
    'Đồng hồ máy chậm hơn lượt chạy gần nhất nên không chạy; chỉnh lại giờ máy, rồi chạy lệnh cchc doctor',
  logUnreachable: 'Không dùng được cơ sở dữ liệu nên bỏ qua nhịp này, nhịp sau thử lại',
  logStopTimeout: 'Công việc đang chạy không dừng kịp trong thời gian chờ',

  retention: (counts: {
    questions: number
    inbox: number
    replies: number
    sessions: number
  }): string =>
    `Đã xóa dữ liệu quá hạn lưu: ${counts.questions} câu hỏi, ${counts.inbox} tin nhắn đến, ` +
    `${counts.replies} câu trả lời, ${counts.sessions} phiên trò chuyện.`,
  pruned: (counts: {
    snapshots: number
    bytes: number
    revisions: number
    versions: number
    runs: number
  }): string =>
    `Đã xóa ${counts.snapshots} bản chụp chỉ mục (${(counts.bytes / 1e6).toFixed(1).replace('.', ',')} MB), ` +
    `${counts.revisions} bản nháp cũ, ${counts.versions} nội dung không còn dùng, ${counts.runs} lượt chạy cũ.`,
}
