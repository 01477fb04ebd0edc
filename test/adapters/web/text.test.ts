import { expect, test } from 'vitest'
import { governmentUrl, linkedText, textBlock } from '../../../adapters/web/pages/text.ts'

const linked = (line: string): string => linkedText(line, (code) => code === '1.001193').join('')

test.each([
  ['Vào dichvucong.gov.vn, mục tra cứu', 'https://dichvucong.gov.vn/', 'dichvucong.gov.vn'],
  ['https://moj.gov.vn/a/b?c=1.', 'https://moj.gov.vn/a/b?c=1', 'https://moj.gov.vn/a/b?c=1'],
  ['(xem kyanh.hatinh.gov.vn)', 'https://kyanh.hatinh.gov.vn/', 'kyanh.hatinh.gov.vn'],
  ['Nguồn: 1.001193, QĐ 163', '/tt/1.001193', '1.001193'],
  ['mức đúng xin hỏi 1900 54 54 81', 'tel:1900545481', '1900 54 54 81'],
  ['Tổng đài: 18001096', 'tel:18001096', '18001096'],
  ['gọi 0239 385 5555 ngay', 'tel:02393855555', '0239 385 5555'],
  ['gọi 0912345678.', 'tel:0912345678', '0912345678'],
  ['112 cứu nạn thiên tai', 'tel:112', '112'],
])('%s links %s', (line, href, text) => {
  const html = linked(line)
  expect(html).toMatch(
    new RegExp(
      `<a href="${href.replace(/[.?/]/g, '\\$&')}"[^>]*>${text.replace(/[.?/]/g, '\\$&')}</a>`,
    ),
  )
  expect(html.match(/<a /g)).toHaveLength(1)
  expect(html.replace(/<[^>]+>/g, '')).toBe(line)
})

test.each([
  'lệ phí 20.000–30.000 đ, nộp 21/11/2026',
  'mã 1.999999 không có ở đây',
  'mã H33.05.20-261110-0012',
  'thư tới a@moj.gov.vn',
  'https://evil.example/moj.gov.vn',
  'moj.gov.vn.evil.example',
  'xã có 114 hộ, 113 nhà',
  'bản 1.001193.000',
  'javascript:alert(1)',
])('%s links nothing', (line) => {
  expect(linked(line)).not.toContain('<a ')
})

test('everything around a link is escaped', () => {
  expect(linked('<b>moj.gov.vn</b> & "x"')).toBe(
    '&lt;b&gt;<a href="https://moj.gov.vn/" rel="noopener">moj.gov.vn</a>&lt;/b&gt; &amp; &quot;x&quot;',
  )
})

test('a long line of digits and dots is read in time', () => {
  const started = performance.now()
  for (const piece of ['1.', '0', '1900 ', 'a.', 'gov.vn/', '0123 456 '])
    linked(piece.repeat(6_000))
  expect(performance.now() - started).toBeLessThan(1_000)
})

test('lines become paragraphs, items one list, the source stands apart', () => {
  const html = textBlock(['Gồm:', '- một', '- hai', '', 'Nguồn: X', '- ba'], () => false).join('')
  expect(html.replace(/>\s+</g, '><')).toBe(
    '<p class="line">Gồm:</p><ul><li>một</li><li>hai</li></ul><p class="source">Nguồn: X</p><ul><li>ba</li></ul>',
  )
})

test.each([
  ['https://moj.gov.vn/a', 'https://moj.gov.vn/a'],
  ['http://gov.vn', 'http://gov.vn/'],
  ['https://notgov.vn', null],
  ['https://gov.vn.evil.example', null],
  ['https://evil.example/?gov.vn', null],
  ['javascript:alert(1)', null],
  ['ftp://moj.gov.vn', null],
  ['', null],
])('%s is linked as %s', (address, expected) => {
  expect(governmentUrl(address)).toBe(expected)
})
