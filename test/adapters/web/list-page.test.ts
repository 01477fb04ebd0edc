import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createTestApp } from '../../support/web/test-app.ts'
import { entryOf, sampleKnowledge } from '../../support/web/sample-entries.ts'

const extra = [
  entryOf({ id: '1.000401', title: 'Đăng ký tạm trú', field: 'Đăng ký cư trú' }),
  entryOf({ id: '1.000402', title: 'Đăng ký khai tử', field: 'Hộ tịch' }),
  entryOf({ id: '1.000403', title: 'An toàn đập', field: 'Thủy lợi' }),
  entryOf({ id: '1.000404', title: 'Chỉ đến hôm nay', field: 'Thủy lợi', validTo: '2026-11-21' }),
  entryOf({ id: 'mat-giay-to', kind: 'faq', code: null, title: 'Mất hết giấy tờ thì làm gì?' }),
  entryOf({ id: 'trung-tam/xa ky anh', kind: 'office', code: null, title: 'Trung tâm xã' }),
]
const knowledge = sampleKnowledge(extra)
const openList = () => createTestApp({ knowledge: { current: () => knowledge } })

/** Headings and links in order of appearance, as `## field` and `address title`. */
const outlineOf = (html: string): string[] =>
  [...html.matchAll(/<h2>([^<]+)<\/h2>|<li>\s*<a href="(\/tt\/[^"]+)">([^<]+)<\/a>/g)].map(
    ([, heading, address, title]) => (heading ? `## ${heading}` : `${address} ${title}`),
  )

test('all that holds today is listed by field, then by kind, in Vietnamese order', async () => {
  const response = await openList().get('/tt')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8')
  const html = await response.text()
  expect(html).toContain('<title>Danh mục thủ tục – Xã Kỳ Anh</title>')
  expect(outlineOf(html)).toEqual([
    '## Đăng ký cư trú',
    '/tt/1.000401 Đăng ký tạm trú',
    '## Hộ tịch',
    '/tt/1.000402 Đăng ký khai tử',
    '/tt/1.001193 Thủ tục đăng ký khai sinh',
    '## Thủy lợi',
    '/tt/1.000403 An toàn đập',
    '/tt/1.000404 Chỉ đến hôm nay',
    '## Thủ tục khác',
    '/tt/3.000722 Liên thông đăng ký khai sinh, thường trú, cấp thẻ bảo hiểm y tế',
    '## Hướng dẫn',
    '/tt/buu-chinh-cong-ich Gửi hồ sơ qua bưu điện',
    '## Câu hỏi thường gặp',
    '/tt/mat-giay-to Mất hết giấy tờ thì làm gì?',
    '## Cơ quan, nơi tiếp nhận',
    '/tt/trung-tam%2Fxa%20ky%20anh Trung tâm xã',
  ])
  expect(html).toContain('9 mục, xếp theo lĩnh vực')
  expect(html).toMatch(/<a href="#nhom-2">Hộ tịch<\/a> \(2\)/)
  expect(html).toMatch(/<section id="nhom-2"[^>]*>\s*<h2>Hộ tịch/)
})

test('every link of the list leads to a page', async () => {
  const { get } = openList()
  const html = await (await get('/tt')).text()
  const addresses = [...html.matchAll(/href="(\/tt\/[^"]+)"/g)].map((match) => match[1] ?? '')
  expect(addresses).toHaveLength(9)
  for (const address of addresses)
    expect([address, (await get(address)).status]).toEqual([address, 200])
})

test('repealed and ended entries are not offered; the day decides', async () => {
  const { get, clock } = openList()
  const html = await (await get('/tt')).text()
  for (const id of ['1.000111', '1.000222', '1.000333']) expect(html).not.toContain(`/tt/${id}`)
  clock.set('2026-11-21T17:00:00Z')
  const tomorrow = await (await get('/tt')).text()
  expect(tomorrow).not.toContain('/tt/1.000404')
  expect(tomorrow).toContain('8 mục')
})

test('an empty knowledge base is said to be empty', async () => {
  const nothing = { ...knowledge, entries: () => [] }
  const html = await (
    await createTestApp({ knowledge: { current: () => nothing } }).get('/tt')
  ).text()
  expect(html).toContain('Chưa có mục nào.')
  expect(html).not.toContain('<nav')
})

/** Links of the list or of what was found, without those of the page around it. */
const foundIn = (html: string): string[] =>
  [...html.matchAll(/<li>\s*<a href="(\/tt\/[^"]+)"/g)].map((match) => match[1] ?? '')

test('the list can be searched without a script, with and without diacritics, by name, code and everyday words', async () => {
  const named = sampleKnowledge([
    ...extra,
    entryOf({ id: '1.000499', title: 'Cấp thẻ căn cước', keywords: ['làm cccd', 'thẻ gắn chip'] }),
  ])
  const { get } = createTestApp({ knowledge: { current: () => named } })
  const search = async (text: string): Promise<string> =>
    (await get(`/tt?tim=${encodeURIComponent(text)}`)).text()
  for (const asked of ['đăng ký tạm trú', 'dang ky tam tru', 'TAM  tru', '1.000401']) {
    expect([asked, foundIn(await search(asked))]).toEqual([asked, ['/tt/1.000401']])
  }
  expect(foundIn(await search('gan chip'))).toEqual(['/tt/1.000499'])
  const html = await search('đăng ký')
  expect(foundIn(html)).toEqual(
    expect.arrayContaining(['/tt/1.000401', '/tt/1.000402', '/tt/1.001193']),
  )
  expect(html).toMatch(/<h2>\d mục cho &quot;đăng ký&quot;<\/h2>/)
  expect(html).toContain('value="đăng ký"')
  expect(foundIn(await search('1.000222'))).toEqual([])
})

test('a search that finds no name offers what may be meant, or says so; blank is the whole list', async () => {
  const { get } = openList()
  const near = await (await get('/tt?tim=xin+dang+ky+cho+be+moi+sinh')).text()
  expect(near).toMatch(/Có thể anh\/chị tìm|Không tìm thấy/)
  const nothing = await (await get('/tt?tim=%22%3E%3Cscript%3E')).text()
  expect(nothing).not.toContain('<script>')
  expect(nothing).toContain('Không tìm thấy')
  expect(await (await get('/tt?tim=++')).text()).toContain('9 mục, xếp theo lĩnh vực')
  expect((await get('/tt?tim=x')).headers.get('cache-control')).toBe('no-store')
})

test('a public machine gets pages that lead back to it', async () => {
  const { get } = openList()
  expect(await (await get('/tt?kiosk')).text()).toMatch(/data-mode="kiosk"[\s\S]*name="kiosk"/)
  expect(await (await get('/tt')).text()).not.toContain('kiosk')
  const old = await get('/tt/2.000001?kiosk')
  expect(old.headers.get('location')).toBe('/tt/1.001193?kiosk')
})

test('hostile titles and fields are escaped', async () => {
  const attack = '"><script>alert(1)</script>'
  const hostile = sampleKnowledge([
    entryOf({ id: '7.1', title: attack, field: attack, code: attack }),
  ])
  const html = await (
    await createTestApp({ knowledge: { current: () => hostile } }).get('/tt')
  ).text()
  expect(html.match(/&lt;script&gt;/g)?.length).toBeGreaterThanOrEqual(4)
  expect(html).not.toContain('<script>')
})

test('the list is sent again only when it changed, and compressed to who takes that', async () => {
  let current = knowledge
  const { get } = createTestApp({ knowledge: { current: () => current } })
  const first = await get('/tt')
  const html = await first.text()
  const etag = first.headers.get('etag') ?? ''
  expect(first.headers.get('set-cookie')).toBeNull()
  const same = await get('/tt', { headers: { 'if-none-match': etag } })
  expect([same.status, await same.text()]).toEqual([304, ''])
  const packed = await get('/tt', { headers: { 'accept-encoding': 'br, gzip' } })
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(packed.headers.get('vary')).toBe('accept-encoding')
  expect(gunzipSync(await packed.arrayBuffer()).toString()).toBe(html)
  current = sampleKnowledge()
  const published = await get('/tt', { headers: { 'if-none-match': etag } })
  expect(published.status).toBe(200)
  expect(await published.text()).not.toContain('/tt/1.000401')
})

test.each(['/', '/?hoi=1.001193', '/tt', '/tt/1.001193', '/tt/9.999999', '/nothing'])(
  '%s ends with who speaks, the list and the national portal',
  async (path) => {
    const html = await (await createTestApp().get(path)).text()
    const footer = /<footer[\s\S]*<\/footer>/.exec(html)?.[0] ?? ''
    expect(footer).toContain('Tôi là máy trả lời tự động, không phải cán bộ.')
    expect(footer).toContain('<a href="/tt">Danh mục thủ tục</a>')
    expect(footer).toMatch(
      /<a href="https:\/\/dichvucong\.gov\.vn\/" rel="noopener">\s*Cổng Dịch vụ công quốc gia: dichvucong\.gov\.vn/,
    )
  },
)
