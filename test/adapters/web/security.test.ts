import { expect, test } from 'vitest'
import { apiAnswer, createTestApp, ORIGIN } from '../../support/web/test-app.ts'

const PLACES = ['/', '/tt/1.001193', '/tt/nothing', '/healthz', '/robots.txt', '/favicon.svg', '/x']

test.each(PLACES)('%s carries the security headers', async (path) => {
  const { get } = createTestApp()
  const { headers } = await get(path)
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
      "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  )
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('same-origin')
  expect(headers.get('permissions-policy')).toContain('camera=()')
})

test.each(['/', '/?hoi=1.001193', '/tt', '/tt/1.001193', '/tt/nothing'])(
  '%s has nothing inline and nothing from elsewhere',
  async (path) => {
    const { get } = createTestApp()
    const html = await (await get(path)).text()
    expect(html).not.toMatch(/<script(?![^>]*\ssrc="\/static\/)/)
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/)
    const loaded = [...html.matchAll(/<(?:script|link|img|iframe)\b[^>]*?(?:src|href)="([^"]+)"/g)]
    expect(loaded.length).toBeGreaterThan(2)
    for (const [, address] of loaded) expect(address).toMatch(/^\/[^/]/)
  },
)

const message = { messageId: 'message-12345', text: 'a' }

test.each([
  [{ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
  [{ 'sec-fetch-site': 'same-site' }, 403],
  [{ 'sec-fetch-site': 'same-origin', origin: ORIGIN }, 200],
  [{ 'sec-fetch-site': 'none' }, 200],
  [{ origin: 'https://evil.example' }, 403],
  [{ origin: 'http://tro-ly.test.evil.example' }, 403],
  [{ origin: 'http://tro-ly.test:8080' }, 403],
  [{ origin: 'null' }, 403],
  [{ origin: ORIGIN }, 200],
  [{ origin: `${ORIGIN}:80` }, 200],
  [{}, 200],
] as [Record<string, string>, number][])('a POST with %j gives %i', async (headers, status) => {
  const { postJson, postForm, conversation } = createTestApp()
  const json = await postJson('/api/messages', message, { headers })
  expect(json.status).toBe(status)
  const form = await postForm('/', { messageId: 'm'.repeat(22), text: 'b' }, { headers })
  expect(form.status).toBe(status === 200 ? 303 : 403)
  const startOver = await postForm('/moi', {}, { headers })
  expect(startOver.status).toBe(status === 200 ? 303 : 403)
  expect(conversation.calls).toHaveLength(status === 200 ? 2 : 0)
  if (status === 403) {
    expect((await apiAnswer(json)).error.kind).toBe('refused')
    expect(await form.text()).toContain('gửi từ một trang web khác')
    expect(startOver.headers.get('set-cookie')).toBeNull()
  }
})

test('behind a trusted proxy the host that the browser knows counts, and https makes the cookie secure', async () => {
  const settings = { unitName: 'Xã Kỳ Anh', trustedProxies: ['10.0.0.2'], frameAncestors: [] }
  const { postForm } = createTestApp({ settings })
  const headers = {
    origin: 'https://hoidap.kyanh.gov.vn',
    'x-forwarded-host': 'hoidap.kyanh.gov.vn',
    'x-forwarded-proto': 'https',
  }
  const form = { messageId: 'm'.repeat(22), text: 'a' }
  const trusted = await postForm('/', form, { headers, address: '10.0.0.2' })
  expect(trusted.status).toBe(303)
  expect(trusted.headers.get('set-cookie')).toMatch(/; Secure$/)
  const stranger = await postForm('/', form, { headers, address: '10.0.0.3' })
  expect(stranger.status).toBe(403)
})
