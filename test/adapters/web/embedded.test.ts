import { expect, test } from 'vitest'
import { wording } from '../../../adapters/web/wording.ts'
import { apiAnswer, createTestApp } from '../../support/web/test-app.ts'

const HEADER = 'x-tro-ly-session'
const SITES = ['https://xa.example.gov.vn', 'https://*.example.gov.vn']
const withSites = () =>
  createTestApp({ settings: { unitName: 'Xã', trustedProxies: [], frameAncestors: SITES } })
const policyOf = (response: Response): string =>
  response.headers.get('content-security-policy') ?? ''
const tokenIn = (html: string): string => /data-session="([^"]+)"/.exec(html)?.[1] ?? ''

test('only the compact page may be framed, by our own pages and the sites of the settings', async () => {
  const alone = createTestApp()
  expect(policyOf(await alone.get('/?nhung'))).toMatch(/frame-ancestors 'self'$/)
  const { get } = withSites()
  const response = await get('/?nhung')
  expect(policyOf(response)).toMatch(
    /frame-ancestors 'self' https:\/\/xa\.example\.gov\.vn https:\/\/\*\.example\.gov\.vn$/,
  )
  expect(policyOf(response)).toContain("default-src 'none'; script-src 'self'")
  for (const path of [
    '/',
    '/?kiosk',
    '/tt',
    '/tt/1.001193',
    '/thiet-lap',
    '/nothing',
    '/widget.js',
  ]) {
    expect(policyOf(await get(path))).toMatch(/frame-ancestors 'none'$/)
  }
})

test.each(['/?nhung', '/?kiosk'])(
  '%s has a session of its own and sets no cookie',
  async (path) => {
    const { get, request } = createTestApp()
    const response = await get(path)
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(response.headers.get('cache-control')).toBe('no-store')
    const token = tokenIn(await response.text())
    const ask = (text: string, messageId: string) =>
      request('/api/messages', {
        method: 'POST',
        body: JSON.stringify({ messageId, text }),
        headers: { 'content-type': 'application/json', [HEADER]: token },
      })
    const answer = await ask('một', 'message-1')
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(answer.headers.get(HEADER)).toBe(token)
    await ask('hai', 'message-2')
    const transcript = await request('/api/transcript', { headers: { [HEADER]: token } })
    const { html, last } = (await transcript.json()) as { html: string; last: string }
    expect(html).toMatch(/một[\s\S]*Đã nhận: một[\s\S]*hai[\s\S]*Đã nhận: hai/)
    expect(last).toMatch(/^\w+$/)
    expect(tokenIn(await (await get(path)).text())).not.toBe(token)
  },
)

test('a header that is not ours opens nothing, even beside a cookie that is, and gets a new one', async () => {
  const { get, postForm, request, cookie } = createTestApp()
  await get('/')
  await postForm('/', { messageId: 'a'.repeat(22), text: 'chuyện riêng' })
  expect(cookie()).not.toBeNull()
  const wrong = { [HEADER]: `${'A'.repeat(22)}.${'A'.repeat(22)}` }
  expect((await request('/api/transcript', { headers: wrong })).status).toBe(401)
  const answer = await request('/api/messages', {
    method: 'POST',
    body: JSON.stringify({ messageId: 'message-1', text: 'hỏi' }),
    headers: { 'content-type': 'application/json', ...wrong },
  })
  expect(answer.headers.get(HEADER)).toMatch(/^[\w-]{22}\.[\w-]{22}$/)
  expect(answer.headers.get('set-cookie')).toBeNull()
})

test('the transcript of a cookie is its own, and nobody else’s', async () => {
  const { request, postForm, get } = createTestApp()
  await get('/')
  await postForm('/', { messageId: 'a'.repeat(22), text: 'khai sinh' })
  expect(await (await request('/api/transcript')).text()).toContain('Đã nhận: khai sinh')
  expect((await request('/api/transcript', {}, { cookie: null })).status).toBe(401)
})

test('the loader can be loaded by any site, says our words and needs no inline style', async () => {
  const { get } = withSites()
  const response = await get('/widget.js')
  expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  const script = await response.text()
  for (const word of Object.values(wording.widget)) expect(script).toContain(`'${word}'`)
  expect(script).not.toMatch(/%\w+%|setAttribute\('style'|innerHTML|<style|cssText/)
  expect(script).not.toContain('@param')
  const again = await get('/widget.js', {
    headers: { 'if-none-match': response.headers.get('etag') ?? '' },
  })
  expect(again.status).toBe(304)
  for (const word of Object.values(wording.widget)) expect(word).not.toMatch(/['"\\%]/)
})

test('the page for when there is no network is nobody’s', async () => {
  const { get, postForm } = createTestApp()
  await get('/')
  await postForm('/', { messageId: 'a'.repeat(22), text: 'chuyện riêng' })
  const response = await get('/ngoai-tuyen')
  const html = await response.text()
  expect(response.headers.get('set-cookie')).toBeNull()
  expect(html).not.toContain('chuyện riêng')
  expect(html).toContain('data-mode="offline"')
  expect(html).not.toContain('data-session')
})

test('an answer tells the question as it is stored; what is guarded is private', async () => {
  const { postJson, conversation } = createTestApp()
  const asked = await apiAnswer(
    await postJson('/api/messages', { messageId: 'message-1', text: 'hỏi' }),
  )
  expect(asked).toMatchObject({ question: 'hỏi', isPrivate: false })
  const pressed = await postJson('/api/messages', { messageId: 'message-2', action: 'help' })
  expect(await apiAnswer(pressed)).toMatchObject({ question: null, isPrivate: false })
  const guarded = await postJson('/api/messages', { messageId: 'message-3', action: 'guard:bribe' })
  expect(await apiAnswer(guarded)).toMatchObject({ question: null, isPrivate: true })
  expect(conversation.taken).toHaveLength(3)
})

test('a guarded text has no words on the page', async () => {
  const { get, postForm } = createTestApp()
  await get('/')
  await postForm('/', { messageId: 'a'.repeat(22), action: 'guard:bribe' })
  expect(await (await get('/')).text()).toContain(
    '<p class="said">(nội dung này không được lưu)</p>',
  )
})
