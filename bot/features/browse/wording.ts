/** Lists to look through. */
export const browseWords = {
  groups: 'Danh mục việc tôi trả lời được',
  events: 'Việc trong đời: cần làm những gì, theo thứ tự',
  others: 'Việc khác',
  item: (number: number, name: string): string => `${number}. ${name}`,
  button: (number: number, name: string): string => `${number} ${name}`,
  page: (title: string, page: number, pages: number): string =>
    pages === 1 ? title : `${title} (trang ${page}/${pages})`,
  pick: 'Gõ số để xem, hoặc gõ thẳng điều muốn hỏi.',
  pickOrMore: 'Gõ số để xem, gõ "tiếp" để sang trang, hoặc gõ thẳng điều muốn hỏi.',
  empty: 'Danh mục chưa có gì, xin gõ thẳng điều muốn hỏi.',
}
