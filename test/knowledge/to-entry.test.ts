import { expect, test } from 'vitest'
import type { ValueSlot } from '../../knowledge/index.ts'
import { toEntry } from '../../knowledge/index.ts'

const base = { id: '1.001193', code: '1.001193', name: 'Đăng ký khai sinh', decision: '163/QĐ-BTP' }
const valueOf = (slot: ValueSlot, record: Record<string, unknown>) =>
  toEntry({ ...base, ...record }).values[slot]?.[0]

const methods = (...rows: [channel: string, duration: string, fee: string, note?: string][]) => ({
  methods: rows.map(([channel, duration, fee, note = '']) => ({ channel, duration, fee, note })),
})

test('what a person wrote wins over what the portal says, slot by slot', () => {
  const entry = toEntry({
    ...base,
    source: 'TT 64/2025/TT-BTC',
    confidence: 'high',
    checked_on: '2026-11-21',
    ...methods(['Trực tiếp', '03 Ngày làm việc', '']),
    values: {
      duration: [{ text: 'Trong ngày', valid_to: '2026-12-31', doubt: 'giờ nhận' }],
      fee: [],
    },
  })
  expect(entry.values.duration).toEqual([
    {
      text: 'Trong ngày',
      validTo: '2026-12-31',
      doubt: 'giờ nhận',
      provenance: { source: 'TT 64/2025/TT-BTC', confidence: 'high', checkedOn: '2026-11-21' },
    },
  ])
  expect(entry.values.fee).toEqual([])
})

test('derived values name the code and the decision and are believed half', () => {
  expect(valueOf('duration', methods(['Trực tiếp', '03 Ngày làm việc', '']))).toEqual({
    text: '3 ngày làm việc',
    short: '3 ngày làm việc',
    provenance: { source: '1.001193, QĐ 163/QĐ-BTP', confidence: 'medium', checkedOn: null },
  })
  const source = (decision: string) => toEntry({ ...base, decision }).provenance.source
  expect(source('Quyết định số 6225/QĐ-BQP')).toBe('1.001193, QĐ 6225/QĐ-BQP')
  expect(source('1681')).toBe('1.001193, QĐ 1681')
  expect(source('QĐ/0001-BCA')).toBe('1.001193, QĐ/0001-BCA')
  expect(source('')).toBe('1.001193')
})

test('equal durations are said once, different ones with their channels and a doubt', () => {
  const equal = methods(['Trực tiếp', '3 Ngày', ''], ['Trực tuyến', '03 Ngày', ''])
  expect(valueOf('duration', equal)?.text).toBe('3 ngày')
  const different = methods(
    ['Trực tiếp', '17 Ngày', ''],
    ['Trực tuyến', '20 Ngày', ''],
    ['Dịch vụ bưu chính', '17 Ngày', ''],
  )
  expect(valueOf('duration', different)).toMatchObject({
    text: '- Trực tiếp, Dịch vụ bưu chính: 17 ngày\n- Trực tuyến: 20 ngày',
    short: '17 ngày / 20 ngày',
    doubt: 'thời hạn cho trường hợp của mình',
  })
  expect(valueOf('duration', methods(['Trực tiếp', '10', '']))?.doubt).toMatch('đơn vị')
  expect(valueOf('duration', methods(['Trực tiếp', 'Không quy định', '']))).toBeUndefined()
})

test.each([
  ['', undefined, undefined],
  ['Không có thông tin (1)', undefined, undefined],
  ['Phí : Đồng', undefined, undefined],
  ['File đính kèm: a.pdf', undefined, undefined],
  ['Miễn phí', 'Miễn phí', 'Miễn phí'],
  ['Miễn phí (Không quy định.)', 'Miễn phí', 'Miễn phí'],
  ['Lệ phí : 20000 Đồng (mỗi thẻ)', 'Lệ phí: 20.000 đồng (mỗi thẻ)', '20.000 đồng'],
  ['4,000,000 Việt Nam Đồng', '4.000.000 đồng', '4.000.000 đồng'],
  ['Phí : 0 Đồng (Không có)', 'Phí: 0 đồng', '0 đồng'],
  ['Phí : (Theo Thông tư 1)', 'Phí: Theo Thông tư 1', 'Theo Thông tư 1'],
  [
    'Miễn phí (Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định.)',
    'Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định.',
    'do HĐND cấp tỉnh quy định',
  ],
  [
    'Miễn phí (Lệ phí cấp mới 40.000 đồng)',
    'Lệ phí cấp mới 40.000 đồng',
    'Lệ phí cấp mới 40.000 đồng',
  ],
])('the fee cell "%s" says %s', (cell, text, short) => {
  const value = valueOf('fee', methods(['Trực tiếp', '', cell]))
  expect([value?.text, value?.short]).toEqual([text, short])
})

test('"Miễn phí" is not believed where the note says that the province decides; 100 đ is doubted', () => {
  const noted = methods(['Trực tiếp', '', 'Miễn phí', 'Mức lệ phí do HĐND cấp tỉnh quy định'])
  expect(valueOf('fee', noted)?.short).toBe('do HĐND cấp tỉnh quy định')
  expect(valueOf('fee', methods(['Trực tiếp', '', 'Phí : 100 Đồng']))?.doubt).toBe('mức tiền')
})

test('papers are listed by case with forms and copies, remarks last', () => {
  const value = valueOf('components', {
    documents: [
      { case: '* Lưu ý:', name: '- Mang bản gốc', form: '', quantity: '' },
      {
        case: 'Bao gồm',
        name: '- Tờ khai',
        form: 'CT01.docx',
        quantity: 'Bản chính: 1\nBản sao: 0',
      },
      { case: '* Phải nộp:', name: 'Ảnh', form: '', quantity: 'Bản sao: 02' },
    ],
  })
  expect(value?.text).toBe(
    '- Tờ khai (mẫu CT01.docx, 1 bản chính)\nPhải nộp:\n- Ảnh (2 bản sao)\nLưu ý:\n- Mang bản gốc',
  )
  expect(value?.short).toBe('Tờ khai; Ảnh')
})

test('channels: what is listed can be used, what is not is said to be missing', () => {
  const record = methods(['Trực tiếp', '', ''], ['Trực tuyến', '', ''])
  expect(valueOf('online', { ...record, online_level: 'full' })?.short).toBe('được, toàn trình')
  expect(valueOf('postal', record)?.short).toBe('chưa thấy ghi')
  expect(toEntry({ ...base, ...methods(['Trực tiếp', '', '']) }).onlineLevel).toBe('none')
  expect(valueOf('online', {})).toBeUndefined()
})

test('"Không" is no condition, and the dead addresses of the old portal are not linked', () => {
  expect(valueOf('conditions', { conditions: 'Không.' })).toBeUndefined()
  const dead = 'https://thutuc.dichvucong.gov.vn/p/home/dvc-tthc.html?ma=8'
  expect(toEntry({ ...base, url: dead }).provenance.url).toBeUndefined()
  const live = 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/x'
  expect(toEntry({ ...base, url: live }).provenance.url).toBe(live)
})

test('one line forms stay within 70 characters and end at a word', () => {
  const short = valueOf('result', { result: 'giấy chứng nhận '.repeat(20) })?.short ?? ''
  expect(short.length).toBeLessThanOrEqual(71)
  expect(short).toMatch(/ (giấy|chứng|nhận)…$/u)
})

test('every other text is searchable, nothing twice', () => {
  const { text } = toEntry({
    ...base,
    steps: 'BƯỚC',
    documents: [{ name: 'TỜ KHAI' }],
    own: { note: 'RIÊNG' },
    values: { components: [{ text: 'Phiếu' }] },
  })
  expect(text.split('\n')).toEqual(['TỜ KHAI', 'RIÊNG'])
})
