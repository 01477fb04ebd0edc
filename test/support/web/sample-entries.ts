import {
  buildIndex,
  compileLexicon,
  createKnowledge,
  toSearchDocument,
  type Entry,
  type Knowledge,
  type Provenance,
} from '../../../knowledge/index.ts'

const decision: Provenance = {
  source: 'QĐ 163/QĐ-BTP',
  url: 'https://moj.gov.vn/vb/163',
  confidence: 'high',
  checkedOn: '2026-11-21',
}

export const entryOf = (given: Partial<Entry> & Pick<Entry, 'id'>): Entry => ({
  kind: 'procedure',
  code: given.id,
  title: `Thủ tục ${given.id}`,
  shortTitle: `Thủ tục ${given.id}`,
  buttonLabel: null,
  field: null,
  level: null,
  agency: null,
  audience: null,
  onlineLevel: null,
  values: {},
  keywords: [],
  questions: [],
  hint: null,
  isRepealed: false,
  about: null,
  tone: null,
  replacedBy: null,
  replaces: [],
  related: [],
  text: '',
  provenance: decision,
  validTo: null,
  ...given,
})

/** A procedure with every sort of value: dated, doubtful, unchecked, to come. */
const birth = entryOf({
  id: '1.001193',
  title: 'Thủ tục đăng ký khai sinh',
  shortTitle: 'Đăng ký khai sinh',
  field: 'Hộ tịch',
  level: 'Cấp Xã',
  agency: 'Ủy ban nhân dân cấp xã',
  audience: 'Công dân Việt Nam',
  onlineLevel: 'full',
  replaces: ['2.000001'],
  related: [{ label: 'Làm cùng BHYT, căn cước', entryId: '3.000722' }],
  values: {
    components: [
      {
        text: 'Nộp:\n- Tờ khai\n- Giấy chứng sinh; không có thì giấy của người làm chứng',
        provenance: decision,
      },
    ],
    place_hours: [
      {
        text: 'Ủy ban nhân dân xã nơi cha hoặc mẹ cư trú',
        doubt: 'xin hỏi lại giờ nhận hồ sơ',
        provenance: { ...decision, source: 'Sổ tay một cửa', url: 'https://example.com/x' },
      },
    ],
    duration: [{ text: 'Trong ngày', provenance: { ...decision, checkedOn: null } }],
    fee: [
      { text: 'Mức thường 50.000 đ', validFrom: '2025-01-01', provenance: decision },
      {
        text: 'Đang giảm còn 25.000 đ',
        validFrom: '2026-01-01',
        validTo: '2026-12-31',
        provenance: { ...decision, source: 'TT 64/2025/TT-BTC', confidence: 'low' },
      },
    ],
    copies: [
      { text: 'Hai bản', validFrom: '2024-01-01', validTo: '2026-06-30', provenance: decision },
    ],
    online: [{ text: 'Được, toàn trình', provenance: decision }],
  },
})

const family = entryOf({
  id: '3.000722',
  title: 'Liên thông đăng ký khai sinh, thường trú, cấp thẻ bảo hiểm y tế',
  shortTitle: 'Liên thông khai sinh',
  replaces: ['2.000986'],
})

const entries: readonly Entry[] = [
  birth,
  family,
  entryOf({ id: '1.000111', isRepealed: true, replacedBy: '1.001193' }),
  entryOf({ id: '1.000222', isRepealed: true }),
  entryOf({ id: '1.000333', validTo: '2026-10-31' }),
  entryOf({
    id: 'buu-chinh-cong-ich',
    kind: 'guide',
    code: null,
    title: 'Gửi hồ sơ qua bưu điện',
    text: 'Hỏi bưu cục gần nhất.\n- Mang theo giấy tờ',
  }),
]

/** The sample entries as the program itself finds them. */
export const sampleKnowledge = (extra: readonly Entry[] = []): Knowledge => {
  const all = [...entries, ...extra].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return createKnowledge(
    1,
    all,
    buildIndex(all.map(toSearchDocument)),
    compileLexicon({
      everyday: [],
      chat: [],
      ignore: [],
      asking: [],
      outOfScope: [],
      localData: [],
      variants: [],
      cases: [],
      limits: [],
      wishes: [],
      foreign: [],
      common: [],
      aspects: {},
      aspectPatterns: {
        words: { small: ['ạ'] },
        units: [],
        patterns: {},
        weak: {},
        yields: {},
        otherwise: {},
      },
    }),
  )
}
