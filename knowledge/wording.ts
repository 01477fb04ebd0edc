/** Vietnamese words of search and evaluation. */
export const wording = {
  badQuestionLine: (file: string, line: number): string =>
    `${file}, dòng ${line}: không đọc được câu hỏi. Mỗi dòng phải là một JSON có "question" và, với câu có đáp án, "procedure_id".`,
  badRecord: (place: string, problem: string): string =>
    `${place}: không đọc được hồ sơ thủ tục (${problem}). Hãy sửa chỗ này rồi đo lại.`,
  noRecords: 'Tệp --kb không có hồ sơ thủ tục nào dùng được. Hãy kiểm tra lại tệp.',
  noQuestions: (file: string): string => `${file}: không có câu hỏi nào. Hãy kiểm tra lại tệp.`,
}

/** Said for a few seconds after the start. */
export const notLoadedYet = 'Trợ lý đang khởi động, xin thử lại sau vài giây.'
