import { expect, test } from 'vitest'
import { createTestApp } from '../../support/web/test-app.ts'
import { entryOf, sampleKnowledge } from '../../support/web/sample-entries.ts'

const pageOf = async (path: string): Promise<string> => (await createTestApp().get(path)).text()

/** The text of a section by its heading, without tags. */
const sectionOf = (html: string, heading: string): string =>
  (new RegExp(`<h2>${heading}</h2>([\\s\\S]*?)</section>`).exec(html)?.[1] ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

test('a procedure shows its facts and every value with its source', async () => {
  const html = await pageOf('/tt/1.001193')
  expect(html).toContain('<title>Thủ tục đăng ký khai sinh – Xã Kỳ Anh</title>')
  expect(html.match(/<h1/g)).toHaveLength(1)
  const facts = sectionOf(html, 'Thông tin chung')
  expect(html).toMatch(/<p class="brief">Mã thủ tục 1\.001193 · Hộ tịch<\/p>/)
  for (const fact of ['Cấp Xã', 'Toàn trình', 'Thay cho mã cũ: 2.000001']) {
    expect(facts).toContain(fact)
  }
  expect(sectionOf(html, 'Giấy tờ cần có')).toBe(
    'Nộp: Tờ khai Giấy chứng sinh; không có thì giấy của người làm chứng Nguồn: QĐ 163/QĐ-BTP · kiểm tra 21/11/2026',
  )
  expect(sectionOf(html, 'Bao lâu xong')).toContain('chưa ghi ngày kiểm tra')
  expect(html).toContain('<a href="/tt/3.000722">Làm cùng BHYT, căn cước</a>')
  expect(html).toContain('href="/?hoi=1.001193#hoi"')
})

test('sections come in the order in which people need them', async () => {
  const html = await pageOf('/tt/1.001193')
  const headings = [...html.matchAll(/<h2>([^<]+)<\/h2>/g)].map((match) => match[1])
  expect(headings).toEqual([
    'Giấy tờ cần có',
    'Số bộ, bản sao',
    'Nộp ở đâu, giờ nào',
    'Bao lâu xong',
    'Phí, lệ phí',
    'Nộp trên mạng',
    'Thông tin chung',
    'Việc liên quan',
  ])
})

test('doubt stands beside the doubtful value and nowhere else', async () => {
  const html = await pageOf('/tt/1.001193')
  expect(sectionOf(html, 'Nộp ở đâu, giờ nào')).toContain('Lưu ý: xin hỏi lại giờ nhận hồ sơ')
  expect(html.match(/Lưu ý:/g)).toHaveLength(1)
  expect(sectionOf(html, 'Phí, lệ phí')).toContain('độ tin cậy thấp')
})

test('a value with an end shows it and what comes after; the clock decides which is current', async () => {
  const { get, clock } = createTestApp()
  const now = sectionOf(await (await get('/tt/1.001193')).text(), 'Phí, lệ phí')
  expect(now).toContain('Đang giảm còn 25.000 đ')
  expect(now).toContain('Áp dụng từ 01/01/2026 đến hết 31/12/2026')
  expect(now).toContain('Sắp thay đổi, từ 01/01/2027 Mức thường 50.000 đ')
  expect(now).toContain('Chỉ nộp tiền theo biên lai')
  clock.set('2026-12-31T16:59:59Z')
  const lastMinute = sectionOf(await (await get('/tt/1.001193')).text(), 'Phí, lệ phí')
  expect(lastMinute).toContain('Đang giảm còn 25.000 đ')
  clock.set('2026-12-31T17:00:00Z')
  const newYear = sectionOf(await (await get('/tt/1.001193')).text(), 'Phí, lệ phí')
  expect(newYear).toContain('Mức thường 50.000 đ')
  expect(newYear).not.toContain('25.000')
})

test('a change that leaves the words as they are is told without repeating them', async () => {
  const provenance = { source: 'Luật', confidence: 'low', checkedOn: '2026-11-21' } as const
  const text = 'Tờ khai'
  const entry = entryOf({
    id: '7.2',
    values: {
      components: [
        { text, validTo: '2027-02-28', provenance },
        { text, validFrom: '2027-03-01', doubt: 'theo luật mới', provenance },
      ],
    },
  })
  const current = sampleKnowledge([entry])
  const { get } = createTestApp({ knowledge: { current: () => current } })
  const page = await (await get('/tt/7.2')).text()
  expect(page).toContain(
    '<p class="to-come">Từ 01/03/2027 có thay đổi, xin hỏi lại trước khi làm: Giấy tờ cần có.</p>',
  )
  const section = sectionOf(page, 'Giấy tờ cần có')
  expect(section.match(/Tờ khai/g)).toHaveLength(1)
  expect(section).toContain(
    'Sắp thay đổi, từ 01/03/2027 Nội dung như hiện nay. Lưu ý: xin hỏi lại theo luật mới',
  )
})

test('paper has one line a day of changes to come, without those that it prints at length', async () => {
  const provenance = { source: 'Luật', confidence: 'high', checkedOn: '2026-11-21' } as const
  const changing = (from: string) => [
    { text: 'cũ', provenance },
    { text: 'mới', validFrom: from, provenance },
  ]
  const entry = entryOf({
    id: '7.3',
    values: {
      result: changing('2027-03-01'),
      form: changing('2027-03-01'),
      fee: changing('2027-03-01'),
      legal_basis: changing('2027-04-01'),
      steps: changing('2027-01-01'),
      copies: [
        { text: 'một bộ', validTo: '2027-02-28', provenance },
        { text: 'một bộ', validFrom: '2027-03-01', provenance },
      ],
    },
  })
  const current = sampleKnowledge([entry])
  const { get } = createTestApp({ knowledge: { current: () => current } })
  const page = await (await get('/tt/7.3')).text()
  expect([...page.matchAll(/<p class="to-come">(.*?)<\/p>/g)].map(([, line]) => line)).toEqual([
    'Từ 01/01/2027 có thay đổi, xin hỏi lại trước khi làm: Các bước làm.',
    'Từ 01/03/2027 có thay đổi, xin hỏi lại trước khi làm: Mẫu đơn, tờ khai; Kết quả nhận được.',
  ])
})

test('a value past its end is not shown; the page says that nothing newer is known', async () => {
  const copies = sectionOf(await pageOf('/tt/1.001193'), 'Số bộ, bản sao')
  expect(copies).toContain('chỉ áp dụng đến hết 30/06/2026')
  expect(copies).not.toContain('Hai bản')
})

test('links lead to government sites only', async () => {
  const html = await pageOf('/tt/1.001193')
  expect(html).toContain('<a href="https://moj.gov.vn/vb/163" rel="noopener">QĐ 163/QĐ-BTP</a>')
  expect(html).toContain('Sổ tay một cửa')
  expect(html).not.toContain('example.com')
})

test.each([
  ['/tt/2.000001', '/tt/1.001193'],
  ['/tt/2.000986', '/tt/3.000722'],
  ['/tt/1.000111', '/tt/1.001193'],
])('the old code %s leads to what replaced it', async (from, to) => {
  const response = await createTestApp().get(from)
  expect(response.status).toBe(301)
  expect(response.headers.get('location')).toBe(to)
})

test('repealed or ended without a successor is said at the top', async () => {
  expect(await pageOf('/tt/1.000222')).toMatch(/class="warning">[\s\S]*Đã bãi bỏ/)
  expect(await pageOf('/tt/1.000333')).toMatch(/class="warning">[\s\S]*sau ngày 31\/10\/2026/)
  expect(await pageOf('/tt/1.001193')).not.toContain('class="warning"')
})

test('two entries that name each other as successor do not send the browser in a circle', async () => {
  const knowledge = sampleKnowledge([
    entryOf({ id: '8.000001', isRepealed: true, replacedBy: '8.000002' }),
    entryOf({ id: '8.000002', isRepealed: true, replacedBy: '8.000001' }),
  ])
  const { get } = createTestApp({ knowledge: { current: () => knowledge } })
  const response = await get('/tt/8.000001')
  expect(response.status).toBe(200)
  expect(await response.text()).toContain('Đã bãi bỏ')
})

test('an entry without values shows its text', async () => {
  const html = await pageOf('/tt/buu-chinh-cong-ich')
  expect(html).toContain('<li>Mang theo giấy tờ</li>')
  expect(html).toContain('Hướng dẫn')
})

test('an unknown code is a 404 with a box that asks the assistant', async () => {
  const { get, postForm } = createTestApp()
  const response = await get('/tt/9.999999')
  const html = await response.text()
  expect(response.status).toBe(404)
  expect(html).toContain('Chưa có thông tin về mã &quot;9.999999&quot;')
  const token = /name="messageId" value="([^"]+)"/.exec(html)?.[1] ?? ''
  expect((await postForm('/', { messageId: token, text: 'khai sinh' })).status).toBe(303)
  expect(await (await get('/')).text()).toContain('Đã nhận: khai sinh')
})

test.each([
  '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  '%22%3E%3Cimg%20src%3Dx%3E',
  '%00',
  '..%2f..%2fetc',
])('the code %s is escaped', async (code) => {
  const response = await createTestApp().get(`/tt/${code}`)
  const html = await response.text()
  expect(response.status).toBe(404)
  expect(html).not.toMatch(/<script>|<img(?! src="\/favicon)/)
})

test('hostile texts of an imported entry are escaped everywhere', async () => {
  const attack = '"><script>alert(1)</script>'
  const provenance = {
    source: attack,
    url: 'javascript:alert(1)//.gov.vn',
    confidence: 'high',
    checkedOn: null,
  } as const
  const knowledge = sampleKnowledge([
    entryOf({
      id: '7.000007',
      title: attack,
      shortTitle: attack,
      field: attack,
      agency: attack,
      replaces: [attack],
      related: [{ label: attack, entryId: attack }],
      values: { fee: [{ text: `${attack}\n- ${attack}`, doubt: attack, provenance }] },
      provenance,
    }),
  ])
  const { get } = createTestApp({ knowledge: { current: () => knowledge } })
  for (const path of ['/tt/7.000007', '/?hoi=7.000007']) {
    const html = await (await get(path)).text()
    expect(html).toContain('&lt;script&gt;')
    expect(html).not.toMatch(/<script>|javascript:/)
  }
})

test('a page that did not change is not sent again', async () => {
  const { get, clock } = createTestApp()
  const first = await get('/tt/1.001193')
  const etag = first.headers.get('etag') ?? ''
  expect(etag).toMatch(/^"[\w-]{16}"$/)
  expect(first.headers.get('cache-control')).toBe('no-cache')
  expect(first.headers.get('set-cookie')).toBeNull()
  const again = await get('/tt/1.001193', { headers: { 'if-none-match': `W/${etag}` } })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
  clock.set('2027-01-01T00:00:00Z')
  const changed = await get('/tt/1.001193', { headers: { 'if-none-match': etag } })
  expect(changed.status).toBe(200)
})
