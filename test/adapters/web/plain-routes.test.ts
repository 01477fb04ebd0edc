import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { Failure } from '../../../core/index.ts'
import { apiAnswer, createTestApp } from '../../support/web/test-app.ts'

const PUBLIC = new URL('../../../adapters/web/public/', import.meta.url)

test('/healthz says that the process is alive, /readyz whether it can answer', async () => {
  const { get } = createTestApp()
  expect(await (await get('/healthz')).json()).toEqual({ ok: true })
  const ready = await get('/readyz')
  expect([ready.status, await ready.json()]).toEqual([200, { ok: true, detail: '' }])
  const waiting = createTestApp({ ready: () => Promise.resolve({ ok: false, detail: 'index' }) })
  const notYet = await waiting.get('/readyz')
  expect([notYet.status, await notYet.json()]).toEqual([503, { ok: false, detail: 'index' }])
  const logged: string[] = []
  const note = (_: object, message: string): void => void logged.push(message)
  const starting = createTestApp({
    ready: () => Promise.reject(new Failure('wait', 'đang khởi động')),
    logger: { warn: note, error: note },
  })
  const early = await starting.get('/readyz')
  expect([early.status, await early.json()]).toEqual([503, { ok: false, detail: 'đang khởi động' }])
  expect(logged).toEqual([])
  const broken = createTestApp({ ready: () => Promise.reject(new Error('connect: password')) })
  const down = await broken.get('/readyz')
  expect(down.status).toBe(503)
  expect(await down.text()).not.toContain('password')
  expect(broken.logged).toHaveLength(1)
})

test('/robots.txt keeps machines out of the API', async () => {
  const response = await createTestApp().get('/robots.txt')
  expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
  expect(await response.text()).toContain('Disallow: /api/')
})

test('every file that a page names is there, for a year, compressed, unchanged', async () => {
  const { get } = createTestApp()
  const html = await (await get('/')).text()
  const addresses = [...html.matchAll(/(?:src|href)="(\/static\/[^"]+)"/g)].map((m) => m[1] ?? '')
  expect(addresses.length).toBeGreaterThan(2)
  for (const address of addresses) {
    const name = address.split('/').at(-1) ?? ''
    const source = readFileSync(new URL(name, PUBLIC))
    const plain = await get(address)
    expect(plain.status).toBe(200)
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(plain.headers.get('content-type')).toMatch(/^text\/(javascript|css); charset=utf-8$/)
    expect(Buffer.from(await plain.arrayBuffer()).equals(source)).toBe(true)
    const packed = await get(address, { headers: { 'accept-encoding': 'br, gzip' } })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(gunzipSync(await packed.arrayBuffer()).equals(source)).toBe(true)
    const etag = plain.headers.get('etag') ?? ''
    const same = await get(address, { headers: { 'if-none-match': `"x", ${etag}` } })
    expect([same.status, await same.text()]).toEqual([304, ''])
    const other = await get(address, { headers: { 'if-none-match': '"x"' } })
    expect(other.status).toBe(200)
  }
})

test('modules find each other under the same version', async () => {
  const { get } = createTestApp()
  const html = await (await get('/')).text()
  const script = /src="(\/static\/[^"]+\/chat\.js)"/.exec(html)?.[1] ?? ''
  const code = await (await get(script)).text()
  const imports = [...code.matchAll(/from '\.\/([\w-]+\.js)'/g)].map((m) => m[1] ?? '')
  expect(imports.length).toBeGreaterThan(1)
  for (const name of imports) {
    expect((await get(script.replace('chat.js', name))).status).toBe(200)
  }
})

test('a page of an older version still gets the file, but may not keep it', async () => {
  const response = await createTestApp().get('/static/older-version/chat.js')
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-cache')
})

test.each(['nothing.js', 'tsconfig.json', '..%2fapp.ts', '%2e%2e%2fapp.ts', 'chat.js%00'])(
  'no other file is served: %s',
  async (name) => {
    expect((await createTestApp().get(`/static/v/${name}`)).status).toBe(404)
  },
)

test('the favicon is an image', async () => {
  const response = await createTestApp().get('/favicon.svg')
  expect(response.headers.get('content-type')).toBe('image/svg+xml')
  expect(await response.text()).toMatch(/^<svg /)
})

test('scripts and styles of all pages together stay below 25 kB compressed', () => {
  const sizes = readdirSync(PUBLIC)
    .filter((name) => /\.(js|css)$/.test(name))
    .map((name) => gzipSync(readFileSync(new URL(name, PUBLIC)), { level: 9 }).byteLength)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(25 * 1024)
})

test('an unknown address is a Vietnamese page with a box, or JSON below /api/', async () => {
  const { get } = createTestApp()
  const page = await get('/wp-admin')
  expect(page.status).toBe(404)
  const html = await page.text()
  expect(html).toContain('<h1>Không tìm thấy trang</h1>')
  expect(html).toMatch(/<form class="search" method="post" action="\/"/)
  const api = await get('/api/nothing')
  expect(api.status).toBe(404)
  expect((await apiAnswer(api)).error).toMatchObject({ kind: 'input' })
})

test.each([
  ['DELETE', '/', 'GET, HEAD, POST'],
  ['PUT', '/tt/1.001193', 'GET, HEAD'],
  ['POST', '/tt/1.001193', 'GET, HEAD'],
  ['POST', '/tt', 'GET, HEAD'],
  ['GET', '/moi', 'POST'],
  ['GET', '/api/messages', 'POST'],
  ['OPTIONS', '/api/messages', 'POST'],
  ['POST', '/healthz', 'GET, HEAD'],
])('%s %s is 405 and names what is allowed', async (method, path, allowed) => {
  const { request } = createTestApp()
  const response = await request(path, { method })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe(allowed)
  const text = await response.text()
  expect(text).toContain('Xin quay về trang hỏi đáp')
})

test.each(['/', '/tt', '/tt/1.001193', '/healthz', '/robots.txt', '/favicon.svg', '/nothing'])(
  'HEAD %s has the headers of GET and no body',
  async (path) => {
    const { request, get } = createTestApp()
    const head = await request(path, { method: 'HEAD' })
    const whole = await get(path)
    expect(head.status).toBe(whole.status)
    expect(head.headers.get('content-type')).toBe(whole.headers.get('content-type'))
    expect(await head.text()).toBe('')
  },
)

test('a fault while making a page is a Vietnamese page, and is logged', async () => {
  const { get, logged } = createTestApp({
    knowledge: {
      current: () => {
        throw new Error('secret path')
      },
    },
  })
  const response = await get('/tt/1.001193')
  const html = await response.text()
  expect(response.status).toBe(500)
  expect(html).toContain('<h1>Xin lỗi, máy đang gặp trục trặc</h1>')
  expect(html).not.toContain('secret path')
  expect(logged).toHaveLength(1)
})
