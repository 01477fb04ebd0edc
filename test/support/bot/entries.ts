import type { Entry, Value, ValueSlot } from '../../../knowledge/index.ts'

type ValueInput = Partial<Value> & { text: string; source?: string }
type EntryInput = Partial<Omit<Entry, 'values'>> & {
  id: string
  title: string
  values?: Partial<Record<ValueSlot, readonly (ValueInput | string)[]>>
}

/** An entry with what a test leaves out filled in. */
export function makeEntry(input: EntryInput): Entry {
  const provenance = input.provenance ?? {
    source: input.id,
    confidence: 'high' as const,
    checkedOn: '2026-11-21',
  }
  const isCode = /^\d\.\d{6}$/.test(input.id)
  const values: Partial<Record<ValueSlot, readonly Value[]>> = {}
  for (const [slot, list] of Object.entries(input.values ?? {})) {
    values[slot as ValueSlot] = list.map((item) => {
      const { source, ...value } =
        typeof item === 'string' ? { text: item, source: undefined } : item
      return {
        provenance: source === undefined ? provenance : { ...provenance, source },
        ...value,
      }
    })
  }
  return {
    kind: isCode ? 'procedure' : 'guide',
    code: isCode ? input.id : null,
    shortTitle: input.title,
    buttonLabel: null,
    field: null,
    level: null,
    agency: null,
    audience: null,
    onlineLevel: null,
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
    validTo: null,
    ...input,
    provenance,
    values,
  }
}

const source = (name: string) => ({
  source: name,
  confidence: 'high' as const,
  checkedOn: '2026-11-21',
})

export const birth = makeEntry({
  id: '1.001193',
  title: 'Đăng ký khai sinh',
  keywords: ['làm khai sinh cho con', 'giấy khai sinh'],
  onlineLevel: 'full',
  agency: 'Ủy ban nhân dân cấp xã',
  provenance: source('1.001193, QĐ 163/QĐ-BTP'),
  related: [
    { label: 'Làm cùng BHYT, căn cước', entryId: '3.000722' },
    { label: 'Xin bản sao', entryId: '2.000635' },
  ],
  values: {
    components: [
      {
        text: '- Tờ khai (quầy có mẫu; nộp mạng thì điền trên máy)\n- Giấy chứng sinh. Không có thì giấy của người làm chứng; không có nữa thì giấy cam đoan\n- Giấy tờ tùy thân của người đi làm, chỉ xuất trình',
        short: 'tờ khai, giấy chứng sinh, giấy tờ tùy thân',
      },
    ],
    place_hours: [
      {
        text: 'Trung tâm Phục vụ hành chính công xã nơi cha hoặc mẹ cư trú. Giờ hành chính, thứ Hai đến thứ Sáu',
        short: 'xã nơi cha hoặc mẹ cư trú',
      },
    ],
    duration: [
      {
        text: 'Trong ngày. Nộp sau 15 giờ thì ngày làm việc kế tiếp',
        short: 'trong ngày; nộp sau 15 giờ thì ngày làm việc kế tiếp',
      },
    ],
    fee: [
      {
        text: '0 đ nếu đăng ký trong 60 ngày. Quá hạn: theo mức của tỉnh. Bản sao 8.000 đ/bản. Chỉ nộp theo biên lai',
        short: '0 đ nếu trong 60 ngày; bản sao 8.000 đ/bản. Chỉ nộp theo biên lai',
      },
    ],
    online: [
      { text: 'Được, toàn trình, trên Cổng Dịch vụ công quốc gia', short: 'được, toàn trình' },
    ],
    postal: [
      {
        text: 'Được. Khi nộp, đánh dấu "nhận kết quả qua dịch vụ bưu chính". Cước trả cho bưu điện',
        short: 'được',
      },
    ],
    payment: [{ text: 'Được, trên Cổng', short: 'được' }],
    substitute: ['Ông, bà, người thân đi thay được, không cần văn bản ủy quyền'],
  },
})

export const identityCard = makeEntry({
  id: '1.014063',
  title: 'Cấp đổi thẻ căn cước',
  shortTitle: 'Đổi thẻ căn cước hết hạn',
  keywords: ['đổi cccd', 'cccd hết hạn'],
  agency: 'Công an cấp xã, Công an cấp tỉnh',
  provenance: source('1.014063, TT 64/2025/TT-BTC'),
  related: [{ label: 'Mất thẻ thì sao', entryId: '1.014064' }],
  values: {
    components: [{ text: '- Phiếu đề nghị DC02\n- Thẻ đang dùng', short: 'phiếu đề nghị DC02' }],
    place_hours: [
      {
        text: 'Công an xã, phường hoặc Công an tỉnh bất kỳ trong cả nước, không cần về quê',
        short: 'Công an xã bất kỳ',
      },
    ],
    duration: [{ text: '7 ngày làm việc', short: '7 ngày làm việc' }],
    fee: [
      {
        text: '25.000 đ đến hết 31/12/2026 (mức thường 50.000 đ, đang giảm một nửa). Chỉ nộp theo biên lai',
        short: '25.000 đ',
        validTo: '2026-12-31',
        source: 'TT 64/2025/TT-BTC',
      },
      { text: '50.000 đ. Chỉ nộp theo biên lai', short: '50.000 đ', validFrom: '2027-01-01' },
    ],
    online: [{ text: 'Được một phần: vẫn phải đến chụp ảnh', short: 'được một phần' }],
    postal: [{ text: 'Được, nhận thẻ tại nhà, cước trả riêng', short: 'được, cước trả riêng' }],
    payment: [{ text: 'Khi nộp trên Cổng', short: 'khi nộp trên Cổng' }],
    obligation: ['Đủ 14, 25, 40, 60 tuổi phải đổi'],
    note: [
      { text: 'Mã thủ tục và mẫu phiếu đang đổi theo QĐ 5230/QĐ-BCA', doubt: 'Công an xã mẫu mới' },
    ],
  },
})

const birthCopy = makeEntry({
  id: '2.000635',
  title: 'Cấp bản sao trích lục hộ tịch',
  shortTitle: 'Xin bản sao khai sinh',
  hint: 'đã đăng ký rồi, nay mất giấy hoặc cần thêm. 8.000 đ/bản, trong ngày',
  keywords: ['làm lại khai sinh', 'trích lục'],
  values: { fee: ['8.000 đ/bản'], duration: ['Trong ngày'] },
})

const birthAgain = makeEntry({
  id: '1.004884',
  title: 'Đăng ký lại khai sinh',
  hint: 'trước đây có đăng ký, nay không còn sổ lưu và bản chính. 5 ngày làm việc',
  keywords: ['làm lại khai sinh'],
  values: { fee: ['Theo mức của tỉnh'], duration: ['5 ngày làm việc'] },
})

const birthCorrection = makeEntry({
  id: '1.004859',
  title: 'Thay đổi, cải chính hộ tịch',
  shortTitle: 'Sửa giấy khai sinh',
  hint: 'giấy còn nhưng ghi sai tên, ngày sinh. 3 ngày, cần xác minh thì lâu hơn',
  keywords: ['làm lại khai sinh'],
  values: { fee: ['Theo mức của tỉnh'], duration: ['3 ngày làm việc'] },
})

export const singleStatus = makeEntry({
  id: '1.004873',
  title: 'Cấp giấy xác nhận tình trạng hôn nhân',
  shortTitle: 'Giấy xác nhận tình trạng hôn nhân',
  keywords: ['giấy độc thân', 'xin giấy độc thân'],
  agency: 'Ủy ban nhân dân cấp xã',
  provenance: source('1.004873, NQ 66.7/2025/NQ-CP'),
  values: {
    components: [
      { text: 'Tờ khai ghi rõ dùng vào việc gì', short: 'tờ khai ghi rõ dùng vào việc gì' },
    ],
    duration: [
      {
        text: '3 ngày làm việc; phải xác minh nơi khác thì lâu hơn',
        short: '3 ngày làm việc; phải xác minh nơi khác thì lâu hơn',
      },
    ],
    online: [{ text: 'Được', short: 'được' }],
    note: [
      'Xin lưu ý: từ 01/01/2026, hai công dân Việt Nam kết hôn với nhau không phải xin giấy này nữa',
    ],
  },
})

export const birthLinked = makeEntry({
  id: '3.000722',
  title: 'Liên thông khai sinh, thường trú, thẻ BHYT, căn cước cho trẻ dưới 6 tuổi',
  replaces: ['2.000986'],
  provenance: source('NĐ 63/2024, NĐ 301/2026 (từ 01/9/2026)'),
  values: {
    validity_change: [
      'Khác trước: nộp một lần trên mạng, một tờ khai điện tử; thêm thẻ căn cước cho bé; không dùng sổ hộ khẩu',
    ],
    duration: [{ text: '3 ngày làm việc; phải xác minh thì tối đa 5 ngày', doubt: 'xã' }],
    fee: ['0 đ phần khai sinh và BHYT; phần thường trú theo biểu phí'],
    place_hours: [
      { text: 'Cổng Dịch vụ công quốc gia, đăng nhập VNeID', short: 'Cổng Dịch vụ công quốc gia' },
    ],
  },
})

export const onlineGuide = makeEntry({
  id: 'nop-truc-tuyen',
  title: 'Nộp hồ sơ trên mạng, Cổng Dịch vụ công quốc gia',
  keywords: ['dịch vụ công', 'nộp hồ sơ trên mạng'],
  values: {
    summary: ['Vào dichvucong.gov.vn, đăng nhập bằng VNeID, chọn thủ tục, điền và gửi'],
    payment: ['Được: thẻ ngân hàng, ví điện tử'],
  },
})

const dossierGuide = makeEntry({
  id: 'tra-cuu-ho-so',
  title: 'Tra cứu hồ sơ đến đâu',
  values: {
    summary: ['Tôi chưa thấy được hồ sơ. Vào dichvucong.gov.vn, mục tra cứu hồ sơ, nhập mã hồ sơ'],
    status: ['Đã quá ngày hẹn: anh/chị có quyền nhận văn bản xin lỗi và ngày hẹn mới'],
  },
})

export const ENTRIES: readonly Entry[] = [
  birth,
  identityCard,
  birthCopy,
  birthAgain,
  birthCorrection,
  singleStatus,
  birthLinked,
  onlineGuide,
  dossierGuide,
]
