/** Words of `cchc kb …` for administrators. */
export const kbWording = {
  description: 'cập nhật kiến thức: nhập tệp, xem trước, công bố, quay lại bản cũ',
  examples: `
Ví dụ, theo thứ tự thường dùng:
  cchc kb import thu-tuc.jsonl.gz        đọc tệp, lập bản nháp, chưa ai thấy
  cchc kb show MÃ_BẢN_NHÁP               xem bản nháp thêm, sửa, bỏ những gì
  cchc kb publish MÃ_BẢN_NHÁP            công bố; trợ lý đang chạy đổi theo sau 1-2 giây
  cchc kb rollback 3                     quay lại nội dung của bản số 3

Hướng dẫn đầy đủ: docs/vi/cap-nhat-kien-thuc.md`,
  import: 'đọc tệp hoặc thư mục (.json, .jsonl, .gz của hai loại này, .md) và lập bản nháp',
  importPaths: 'tệp hoặc thư mục',
  importExamples: `
Ví dụ:
  cchc kb import du-lieu/ --dry-run      chỉ đếm, không ghi gì
  cchc kb import dia-phuong.md --publish công bố luôn
  cchc kb import tat-ca.jsonl --replace  bỏ các mục của đơn vị không có trong tệp

Khóa không có trong tệp thì giữ giá trị đang có; khóa để trống thì xóa giá trị.
Mã thoát 0 khi có bản ghi được nhận, 2 khi không đọc được bản ghi nào.`,
  facts: 'in mọi thông tin mà người dân có thể được trả lời, kèm nguồn, độ tin cậy, ngày kiểm tra',
  factsFile: 'ghi ra tệp CSV, mở được bằng Excel',
  factsExamples: `
Ví dụ:
  cchc kb facts --file thong-tin.csv     để rà soát, in ra hoặc gửi đơn vị chuyên môn
  cchc kb facts --json`,
  factsHeadings: [
    'Mã',
    'Tên',
    'Mục',
    'Nội dung',
    'Nguồn',
    'Độ tin cậy',
    'Kiểm tra ngày',
    'Từ ngày',
    'Đến ngày',
    'Xin hỏi lại',
  ],
  confidences: { high: 'cao', medium: 'vừa', low: 'thấp' },
  factsSaved: (file: string, count: number): string => `Đã ghi ${count} thông tin vào ${file}.`,
  factsNotSaved: (path: string, reason: string): string =>
    `Không ghi được tệp "${path}" (${reason}). Xin chọn nơi khác hoặc kiểm tra quyền ghi.`,
  publishExamples: `
Ví dụ:
  cchc kb import dia-phuong.md           in ra mã bản nháp
  cchc kb publish 01kas0f4x3bq7z9m2n5p8r6t1v`,
  discardExamples: `
Ví dụ:
  cchc kb history                        xem các bản nháp đang mở
  cchc kb discard 01kas0f4x3bq7z9m2n5p8r6t1v`,
  rollbackExamples: `
Ví dụ:
  cchc kb history                        xem số của các bản phát hành
  cchc kb rollback 3                     lập bản mới có nội dung như bản số 3`,
  listExamples: `
Ví dụ:
  cchc kb list --kind guide              các bài hướng dẫn
  cchc kb list --find "khai sinh" --json`,
  showExamples: `
Ví dụ:
  cchc kb show 1.001193                  một thủ tục, từng thông tin và nguồn của nó
  cchc kb show 4                         bản phát hành số 4 đã đổi những gì`,
  historyExamples: `
Ví dụ:
  cchc kb history --limit 5`,
  diffExamples: `
Ví dụ:
  cchc kb diff 3 5                       bản số 5 khác bản số 3 ở đâu`,
  exportExamples: `
Ví dụ:
  cchc kb export --file thu-tuc.jsonl.gz
  cchc kb export --revision 3 --file ban-3.jsonl`,
  quarantineExamples: `
Ví dụ:
  cchc kb quarantine list                xem mã và lý do
  cchc kb quarantine accept 1.001193     dùng bản ghi này
  cchc kb quarantine reject 1.001193     bỏ bản ghi này`,
  dryRun: 'chỉ đếm và báo lỗi, không ghi gì',
  replace: 'bỏ các mục đơn vị đã nhập mà tệp này không có (mục kèm chương trình giữ nguyên)',
  publishNow: 'công bố luôn, không để bản nháp',
  publish: 'công bố bản nháp: từ lúc này người dân được trả lời theo bản mới',
  discard: 'hủy bản nháp',
  draftId: 'mã bản nháp, có trong kết quả của import và history',
  list: 'danh sách các mục đang dùng',
  listKind: 'chỉ các mục loại này',
  listFind: 'chỉ các mục có chữ này trong mã hoặc tên',
  show: 'xem một mục đang dùng, hoặc những thay đổi của một bản nháp hay bản phát hành',
  showId: 'mã mục (1.001193), mã bản nháp hoặc số bản phát hành',
  history: 'các bản phát hành và bản nháp đang mở, mới nhất trước',
  limit: 'số dòng nhiều nhất',
  diff: 'so hai bản: mục thêm, mục bỏ, mục sửa từng trường',
  revisionRef: 'số bản phát hành hoặc mã bản nháp',
  rollback: 'lập bản phát hành mới có nội dung như một bản cũ',
  revisionNumber: 'số bản phát hành',
  export: 'xuất bản ghi đầy đủ, mỗi dòng một bản ghi JSON',
  exportFile: 'ghi vào tệp này (tên kết thúc bằng .gz thì nén); không có thì in ra màn hình',
  exportRevision: 'xuất bản này thay cho bản đang dùng',
  quarantine: 'các bản ghi chờ người xem xét: tên lạ, hoặc một mã mang tên hai thủ tục',
  quarantineList: 'danh sách bản ghi chờ xem xét và lý do',
  quarantineAccept: 'dùng bản ghi này thay cho mục đang có cùng mã, và công bố',
  quarantineReject: 'bỏ bản ghi này; lần nhập sau có đúng nội dung ấy cũng không hỏi lại',
  quarantineId: 'mã trong danh sách chờ xem xét',

  counts: (c: Counts): string =>
    [
      `Đã đọc ${c.read} bản ghi: ${c.added} thêm mới, ${c.changed} thay đổi, ${c.unchanged} không đổi, ${c.retired} chấm dứt, ${c.quarantined} chờ xem xét, ${c.rejected.length} không nhận.`,
      c.removed > 0 ? `${c.removed} mục của đơn vị không có trong tệp sẽ bị bỏ.` : '',
    ]
      .filter(Boolean)
      .join('\n'),
  rejectedTitle: 'Không nhận:',
  more: (count: number) => `… và ${count} dòng nữa (thêm --json để xem hết)`,
  nothingRead: 'Không đọc được bản ghi nào nên không có gì thay đổi.',
  nothingChanged: (revision: number | null) =>
    revision === null
      ? 'Không có gì để ghi.'
      : `Nội dung giống hệt bản đang dùng (số ${revision}), không cần bản nháp.`,
  tried: 'Chỉ chạy thử, chưa ghi gì. Bỏ --dry-run để lập bản nháp.',
  draftMade: (draft: string) =>
    `Đã lập bản nháp ${draft}. Tiếp theo:\n  cchc kb show ${draft}      xem thay đổi\n  cchc kb publish ${draft}   công bố`,
  reviewNext: 'Xem các bản ghi chờ xem xét: cchc kb quarantine list (sau khi công bố)',
  published: (revision: number) =>
    `Đã công bố bản số ${revision}. Nếu có gì sai: cchc kb history rồi cchc kb rollback SỐ_BẢN_CŨ`,
  discarded: (draft: string) => `Đã hủy bản nháp ${draft}.`,
  rolledBack: (from: number, revision: number) =>
    `Đã công bố bản số ${revision}, nội dung như bản số ${from}.`,
  listed: (count: number) => `${count} mục`,
  exported: (file: string, count: number) => `Đã ghi ${count} bản ghi vào ${file}`,
  accepted: (entryId: string, revision: number) =>
    `Mục ${entryId} đã được thay, bản số ${revision}.`,
  rejectedOne: (id: string, revision: number) => `Đã bỏ bản ghi ${id}, bản số ${revision}.`,
  noneWaiting: 'Không có bản ghi nào chờ xem xét.',
  waitingNext: 'Dùng: cchc kb quarantine accept MÃ, hoặc bỏ: cchc kb quarantine reject MÃ',
  noDifference: 'Hai bản giống nhau.',
  parts: {
    added: 'Thêm mới',
    changed: 'Thay đổi',
    removed: 'Bỏ',
    retired: 'Chấm dứt',
    quarantined: 'Chờ xem xét',
  },
  states: { draft: 'bản nháp', published: 'đã công bố', discarded: 'đã hủy' },
  current: 'đang dùng',
  entryStates: { current: '', retired: 'đã chấm dứt', quarantined: 'chờ xem xét' },
  empty: '(trống)',
  notACount: (text: string) =>
    `--limit "${text}" không đúng. Hãy ghi một số nguyên từ 1, ví dụ --limit 20.`,
  notANumber: (text: string) =>
    `"${text}" không phải số bản phát hành. Xem số bằng: cchc kb history`,
} as const

interface Counts {
  read: number
  added: number
  changed: number
  unchanged: number
  retired: number
  quarantined: number
  removed: number
  rejected: readonly unknown[]
}
