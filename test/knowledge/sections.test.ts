import { expect, test } from 'vitest'
import { readSections } from '../../knowledge/import/sections.ts'
import { normalise } from '../../knowledge/import/normalise.ts'

const lines = (text: string, first = 10) =>
  text.split('\n').map((line, at) => ({ row: first + at, text: line }))

test('known headings fill slots, whatever their case and accents; twice is two values', () => {
  const { values, body, problems } = readSections(
    [
      { heading: null, lines: lines('Mở đầu') },
      {
        heading: 'LE PHI',
        lines: lines('25.000 đ\n> đến: 31/12/2026 | nguồn: TT 64 | tin cậy: cao'),
      },
      { heading: 'Lệ phí:', lines: lines('50.000 đ\n> từ: 01/01/2027 | liên kết: https://a.vn/x') },
      { heading: 'Giấy tờ', lines: lines('* Tờ khai\n• Ảnh\n') },
      { heading: 'Chuyện riêng', lines: lines('giữ lại') },
      { heading: 'Điều kiện', lines: [] },
    ],
    'a.md',
  )
  expect(problems).toEqual([])
  expect(values).toEqual({
    fee: [
      { text: '25.000 đ', valid_to: '31/12/2026', source: 'TT 64', confidence: 'high' },
      { text: '50.000 đ', valid_from: '01/01/2027', url: 'https://a.vn/x' },
    ],
    components: [{ text: '- Tờ khai\n- Ảnh' }],
    conditions: [],
  })
  expect(body).toBe('Mở đầu\n\nChuyện riêng\ngiữ lại')
})

test('an unknown word of metadata is an error that names file and line', () => {
  const { problems } = readSections(
    [{ heading: 'Lệ phí', lines: lines('x\n> giá: 5\n> không có dấu') }],
    'le-phi.md',
  )
  expect(problems.map(({ message }) => message.slice(0, 20))).toEqual([
    'le-phi.md, dòng 11: ',
    'le-phi.md, dòng 12: ',
  ])
})

test('a wrong date or confidence in metadata is refused', () => {
  const result = normalise({
    file: 'a.md',
    sheet: null,
    row: 1,
    raw: { id: 'a', kind: 'faq', name: 'x' },
    sections: [{ heading: 'Lệ phí', lines: lines('x\n> đến: 31/02/2026 | tin cậy: chắc') }],
  })
  expect('problems' in result && result.problems.map(({ field }) => field)).toEqual([
    'values.fee.0.valid_to',
    'values.fee.0.confidence',
  ])
})
