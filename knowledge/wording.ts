/** Vietnamese words of search and evaluation. */
export const wording = {
  badQuestionLine: (file: string, line: number): string =>
    `${file}, dòng ${line}: không đọc được câu hỏi. Mỗi dòng phải là một JSON có "question" và, với câu có đáp án, "procedure_id".`,
  /** What a dossier code in a question says to search. */
  dossierCode: ' mã hồ sơ ',
}
