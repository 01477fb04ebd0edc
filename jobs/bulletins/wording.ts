/** Words of bulletins. */
export const bulletinWording = {
  title: (place: string | null, date: string): string =>
    place === null ? `Bản tin CCHC ngày ${date}` : `Bản tin CCHC ${place}, ngày ${date}`,
  warning: (text: string): string => `Cảnh giác: ${text}`,
  end: (sources: string): string => `Nguồn: ${sources}. Dừng nhận: gõ DUNG`,
  stop: 'Dừng nhận tin',
  wrongCount: (most: number): string =>
    `Bản tin phải có từ 1 đến ${most} mục để bà con đọc hết; xin bớt mục hoặc chia hai bản tin.`,
  noSource: 'Bản tin phải ghi nguồn; xin thêm tên văn bản làm căn cứ.',
}
