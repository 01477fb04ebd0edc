import type { Explanation, FeatureName, FieldName } from '../../../../knowledge/index.ts'

type Rule = Explanation['decision']['rule']

const OUTCOMES = { answer: 'trả lời', choose: 'hỏi lại', none: 'không trả lời' } as const

const FEATURES: Readonly<Record<FeatureName, string>> = {
  uni: 'từ, trong toàn bài',
  pair: 'cặp từ liền nhau, trong toàn bài',
  nameUni: 'từ, trong tên và từ khóa',
  namePair: 'cặp từ liền nhau, trong tên và từ khóa',
  nameShare: 'phần tên được nhắc, theo từ',
  namePairShare: 'phần tên được nhắc, theo cặp từ',
  questionShare: 'phần câu hỏi nằm trong tên',
  titleLength: 'tên dài',
  atCommune: 'làm ở cấp xã',
  onlyAtMinistry: 'chỉ làm ở cấp bộ',
  tone: 'dấu trùng với dấu của tên',
  boosted: 'từ điển chỉ đúng mục này',
  length: 'bài dài',
  phrase: 'trọn một câu mẫu của mục',
  titleVariants: 'tên có việc đặc biệt mà câu hỏi không nói',
  askedVariants: 'câu hỏi có việc đặc biệt mà tên không có',
  coreShare: 'phần việc chính trong tên được nhắc',
  run: 'chuỗi dài nhất trùng với tên',
  documentShare: 'phần câu hỏi có trong bài',
  likeness: 'giống câu mẫu gần nhất',
  sharedCases: 'cùng kể một việc đặc biệt',
  missedCases: 'việc đặc biệt được kể mà mục không dành cho',
  procedure: 'là thủ tục',
  lines: 'mục có câu mẫu',
  lineUni: 'từ, trong tên và từ khóa của mục có câu mẫu',
  linePair: 'cặp từ, trong tên và từ khóa của mục có câu mẫu',
  exact: 'câu hỏi đúng là tên của mục',
  wished: 'từ điển chỉ tới mục này ở chỗ nói điều mong muốn',
}

const FIELDS: Readonly<Record<FieldName, string>> = {
  title: 'tên',
  keywords: 'từ khóa',
  questions: 'câu mẫu',
  other: 'phần khác',
  components: 'giấy tờ',
  place_hours: 'nơi nộp',
  duration: 'thời hạn',
  fee: 'lệ phí',
  online: 'trực tuyến',
  postal: 'bưu chính',
  payment: 'nộp tiền',
  form: 'mẫu đơn',
  conditions: 'điều kiện',
  result: 'kết quả',
  legal_basis: 'căn cứ',
  substitute: 'làm thay',
  steps: 'các bước',
  authority: 'thẩm quyền',
  obligation: 'bắt buộc',
  status: 'tình trạng',
  validity_change: 'hiệu lực',
  copies: 'số bản',
  summary: 'tóm tắt',
  note: 'lưu ý',
}

const RULES: Readonly<Record<Rule, string>> = {
  code: 'câu hỏi ghi mã thủ tục',
  written: 'một mục giữ đúng câu này',
  phrase: 'cả câu nằm trong một câu mẫu của mục đầu',
  nothing_asked: 'câu hỏi không có từ nào',
  local_data: 'chỉ địa phương mới biết điều này',
  punishment: 'hỏi về xử phạt, tội phạm: ngoài phạm vi',
  foreign: 'viết bằng tiếng khác',
  no_candidate: 'không mục nào có từ của câu hỏi',
  no_content: 'không từ nào nói về một việc',
  not_held: 'từ điển biết việc này nhưng không có mục nào về nó',
  open_words: 'từ chỉ nhiều việc, không có từ khác cho biết việc nào',
  only_meaning: 'từ điển hiểu cả câu là đúng mục đầu',
  sure: 'đủ chắc',
  near: 'chưa đủ chắc, nhưng đủ gần để hỏi lại',
  far: 'quá xa để hỏi lại',
  wishes: 'câu có nhiều việc: mỗi việc một mục, theo thứ tự người hỏi',
}

/** Vietnamese decimals. */
const number = (value: number, digits: number): string =>
  value
    .toFixed(digits)
    .replace('.', ',')
    .replace(/^-(?=0,0*$)/, '')

/** Words of `cchc ask --explain`. */
export const explainWording = {
  outcome: (name: string): string => OUTCOMES[name as keyof typeof OUTCOMES] ?? name,
  feature: (name: FeatureName): string => FEATURES[name],
  field: (name: FieldName): string => FIELDS[name],
  rule: (name: Rule): string => RULES[name],
  number,
  read: 'Đọc câu hỏi (từ và mức nói lên thủ tục, 0–1)',
  readAs: (words: readonly string[]): string => `→ ${words.join('/')}`,
  corrected: 'Tôi hiểu là',
  rows: 'Từ điển',
  row: (phrase: string, means: readonly string[], codes: readonly string[], isOpen: boolean) =>
    [
      `“${phrase}”`,
      ...(means.length === 0 ? [] : [`thêm: ${means.join('; ')}`]),
      ...(codes.length === 0
        ? []
        : [`${isOpen ? 'hỏi lại giữa' : 'chỉ tới'}: ${codes.join(', ')}`]),
    ].join(' · '),
  cases: 'Việc đặc biệt',
  aspects: 'Khía cạnh',
  nothing: 'không',
  candidate: (at: number, id: string, probability: number): string =>
    `${at}. ${id} – ${number(100 * probability, 1)} %`,
  points: (score: number | null): string =>
    score === null ? 'không qua xếp hạng' : `${number(score, 2)} điểm`,
  features: ['Dấu hiệu', 'giá trị', 'hệ số', 'cho'],
  terms: ['Từ tìm thấy', 'toàn bài', 'tên', 'ở'],
  added: (term: string): string => `${term} (+)`,
  moreTerms: (count: number): string => `… và ${count} từ, cặp từ khác`,
  addedNote: '(+) từ do từ điển thêm; điểm là BM25',
  why: (outcome: string, rule: string): string => `Vì sao: ${outcome} – ${rule}`,
  right: 'mục đầu đúng',
  first: 'phần của mục đầu so với các mục khác',
  near: 'mục đúng ở trong bốn mục đầu',
  about: (isAbout: boolean): string =>
    isAbout
      ? 'câu hỏi nhắc tên mục đầu, hoặc không có từ hiếm nào lạ với mục ấy'
      : 'câu hỏi không nhắc tên mục đầu và có từ hiếm mà mục ấy không có',
  threshold: (value: number, from: number): string =>
    `${number(value, 2)} ${value >= from ? '≥' : '<'} ${number(from, 2)}`,
  changed: (outcome: string): string => `Hội thoại đổi thành: ${outcome}`,
  guarded: (kind: string): string => `Không tìm: câu này được trả lời ngay vì an toàn (${kind}).`,
  elapsed: (ms: number): string => `Trả lời trong ${number(ms, 2)} ms.`,
}
