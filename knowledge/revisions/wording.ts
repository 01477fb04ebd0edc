/** What the service says when it cannot do what was asked; each says what to do instead. */
export const wording = {
  noDraft: (id: string) =>
    `Không có bản nháp "${id}". Xem các bản nháp đang mở bằng: cchc kb history`,
  alreadyPublished: (number: number) =>
    `Bản này đã được công bố rồi, là bản phát hành số ${number}.`,
  discarded: 'Bản nháp này đã bị hủy. Hãy nhập lại tệp để có bản nháp mới.',
  incomplete:
    'Bản nháp này dở dang vì lần nhập bị ngắt giữa chừng. Hãy hủy nó (cchc kb discard) rồi nhập lại tệp.',
  moved:
    'Dữ liệu đang dùng đã đổi sau khi lập bản nháp này nên không công bố được. Hãy hủy nó (cchc kb discard) rồi nhập lại tệp để so với dữ liệu mới.',
  nothingPublished:
    'Chưa có bản phát hành nào. Hãy nhập dữ liệu rồi công bố (cchc kb import … --publish).',
  noRevision: (ref: string) =>
    `Không có bản phát hành hay bản nháp "${ref}". Xem danh sách bằng: cchc kb history`,
  noEntry: (id: string) => `Không có mục "${id}". Xem danh sách bằng: cchc kb list`,
  alreadyThere: (number: number) =>
    `Bản số ${number} có nội dung như bản đang dùng, không cần quay lại.`,
  noQuarantined: (id: string) =>
    `Không có bản ghi chờ xem xét "${id}". Xem danh sách bằng: cchc kb quarantine list`,
  manyQuarantined: (id: string, ids: readonly string[]) =>
    `Có nhiều bản ghi chờ xem xét của "${id}", hãy ghi đủ mã: ${ids.join(', ')}`,
  badShipped: (place: string, problem: string) =>
    `Dữ liệu kèm chương trình bị hỏng ở ${place}: ${problem}. Hãy cài lại chương trình hoặc sửa tệp này.`,
  rollbackLabel: (number: number) => `Quay lại bản số ${number}`,
  acceptLabel: (id: string) => `Dùng bản ghi đã xem xét ${id}`,
  rejectLabel: (id: string) => `Bỏ bản ghi đã xem xét ${id}`,
  shippedLabel: 'Dữ liệu kèm chương trình',
  shippedConflictLabel: 'Dữ liệu kèm chương trình, các mục đơn vị đã tự sửa',
}
