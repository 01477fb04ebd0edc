/** The last answer once more: in plainer words, or where it comes from. */
export const plainWords = {
  title: (name: string): string => `${name}, nói ngắn gọn`,
  bring: (text: string): string => `- Mang theo: ${text}`,
  goTo: (text: string): string => `- Đến: ${text}`,
  wait: (text: string): string => `- Chờ: ${text}`,
  pay: (text: string): string => `- Trả: ${text}`,
  inShort: (text: string): string => `- ${text}`,
  askMore: 'Vẫn khó hiểu, xin nói "khó hiểu" lần nữa, tôi chỉ chỗ có người giúp.',
  peopleTitle: 'Để dễ hơn, anh/chị nên nói chuyện với người',
  peopleLine: 'Cứ mang giấy tờ đang có đến, cán bộ ở quầy xem và làm giúp:',
  which: {
    title: 'Anh/chị muốn tôi nói lại việc nào ạ?',
    lines: ['Xin nói tên việc, ví dụ "làm khai sinh", tôi nói thật ngắn.'],
  },
  /** Codes and numbers of texts of law, in brackets or after "theo". */
  codes:
    /\s*\((?:[^()]*\d\.\d{6}[^()]*|(?:NĐ|TT|QĐ|NQ|Luật)[^()]*)\)|,? theo (?:NĐ|TT|QĐ|NQ|Luật)[^,.;]*/gu,
}

export const sourceWords = {
  title: (name: string): string => `${name}: nguồn và độ chắc chắn`,
  line: (what: string, source: string, sure: string, checkedOn: string | null): string =>
    `- ${what}: ${source}; ${sure}${checkedOn === null ? '' : `; kiểm tra ${checkedOn}`}`,
  sure: {
    high: 'chắc chắn, đã đối chiếu',
    medium: 'khá chắc, một nguồn; việc quan trọng xin hỏi lại',
    low: 'chưa chắc, xin hỏi lại nơi nộp',
  },
  answer: 'Trả lời',
  code: (code: string): string =>
    `Tự xem lại: dichvucong.gov.vn (Cổng Dịch vụ công quốc gia), gõ mã ${code}.`,
  noCode: 'Tự xem lại: dichvucong.gov.vn (Cổng Dịch vụ công quốc gia), gõ tên việc.',
  slip: 'Khác với giấy niêm yết hay lời cán bộ thì xin hỏi căn cứ và báo lại cho tôi.',
  which: {
    title: 'Anh/chị muốn biết nguồn của việc nào ạ?',
    lines: [
      'Mỗi câu trả lời đều ghi nguồn (quyết định, thông tư, Cổng dịch vụ công) và ngày kiểm tra ở dòng cuối.',
      'Xin nói tên việc, ví dụ "làm khai sinh", rồi hỏi "nguồn đâu".',
    ],
  },
}
