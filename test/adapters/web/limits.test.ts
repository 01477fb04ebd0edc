import { expect, test } from 'vitest'
import { apiAnswer, createTestApp } from '../../support/web/test-app.ts'

const KB = 1024

const jsonOf = (bytes: number): string => {
  const frame = JSON.stringify({ messageId: 'message-1', text: '' })
  return frame.replace('""', `"${'a'.repeat(bytes - frame.length)}"`)
}

/** A body whose length is not told beforehand. */
const chunked = (text: string): ReadableStream<Uint8Array> => {
  const bytes = new TextEncoder().encode(text)
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(at, (at += 10_000)))
    },
  })
}

const post = (
  body: string | ReadableStream<Uint8Array>,
  headers: Record<string, string> = {},
): RequestInit => ({
  method: 'POST',
  body,
  duplex: 'half',
  headers: { 'content-type': 'application/json', ...headers },
})

test('64 kB are read, one byte more is 413, with and without a told length', async () => {
  const { request, conversation } = createTestApp()
  const whole = jsonOf(64 * KB)
  const larger = jsonOf(64 * KB + 1)
  for (const body of [whole, chunked(whole)]) {
    expect((await request('/api/messages', post(body))).status).toBe(200)
  }
  const told = { 'content-length': String(larger.length) }
  const refused = [
    await request('/api/messages', post(larger, told)),
    await request('/api/messages', post(chunked(larger))),
    await request('/api/messages', post(chunked(larger), { 'transfer-encoding': 'chunked' })),
  ]
  for (const response of refused) {
    expect(response.status).toBe(413)
    const { error } = await apiAnswer(response)
    expect(error.kind).toBe('input')
    expect(error.message).toContain('64 kB')
  }
  expect(conversation.taken).toHaveLength(1)
})

test('a body that is told to be too large is not even touched', async () => {
  const { request } = createTestApp()
  let isRead = false
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        isRead = true
        controller.close()
      },
    },
    { highWaterMark: 0 },
  )
  const response = await request('/api/messages', post(body, { 'content-length': '30000000' }))
  expect(response.status).toBe(413)
  expect(isRead).toBe(false)
})

test('a form that is too large gets a page that says so', async () => {
  const { postForm } = createTestApp()
  const response = await postForm('/', { messageId: 'a'.repeat(22), text: 'a'.repeat(65 * KB) })
  expect(response.status).toBe(413)
  expect(await response.text()).toContain('<h1>Nội dung quá dài</h1>')
})

test('the 21st message of a session within a minute waits; nothing is done or stored', async () => {
  const { postJson, conversation, clock } = createTestApp()
  for (let i = 0; i < 20; i += 1) {
    expect(
      (await postJson('/api/messages', { messageId: `m-number-${i}`, text: 'a' })).status,
    ).toBe(200)
    clock.advance(1_000)
  }
  const response = await postJson('/api/messages', { messageId: 'm-number-20', text: 'a' })
  expect(response.status).toBe(429)
  expect(response.headers.get('retry-after')).toBe('40')
  const body = await apiAnswer(response)
  expect(body.error.kind).toBe('wait')
  expect(body.card.title).toBe('Xin chờ một chút')
  expect(body.html).toContain('xin chờ 40 giây')
  expect(conversation.calls).toHaveLength(20)
  clock.advance(40_000)
  const later = await postJson('/api/messages', { messageId: 'm-number-20', text: 'a' })
  expect(later.status).toBe(200)
})

test('a plain form that is too fast gets the card and keeps its text', async () => {
  const { postForm, conversation } = createTestApp()
  for (let i = 0; i < 20; i += 1) {
    await postForm('/', { messageId: `message-number-${i}`, text: 'a' })
  }
  const response = await postForm('/', { messageId: 'message-number-20', text: 'câu thứ 21' })
  expect(response.status).toBe(429)
  expect(response.headers.get('retry-after')).toBe('60')
  const html = await response.text()
  expect(html).toContain('xin chờ 60 giây')
  expect(html).toMatch(/<textarea[\s\S]*?>\n?câu thứ 21<\/textarea>/)
  expect(html).not.toContain('<p class="said">câu thứ 21</p>')
  expect(conversation.calls).toHaveLength(20)
})

test('300 messages a minute from one address, however many sessions', async () => {
  const { postJson, conversation } = createTestApp()
  const send = (i: number, address: string) =>
    postJson('/api/messages', { messageId: `m-number-${i}`, text: 'a' }, { cookie: null, address })
  for (let i = 0; i < 300; i += 1) expect((await send(i, '198.51.100.7')).status).toBe(200)
  expect((await send(300, '198.51.100.7')).status).toBe(429)
  expect((await send(301, '198.51.100.8')).status).toBe(200)
  expect(conversation.calls).toHaveLength(301)
})

test('behind a trusted proxy each client counts for itself; a forged header changes nothing', async () => {
  const settings = { unitName: 'Xã Kỳ Anh', trustedProxies: ['10.0.0.0/8'], frameAncestors: [] }
  const { postJson } = createTestApp({ settings })
  const send = (i: number, forwardedFor: string, address: string) =>
    postJson(
      '/api/messages',
      { messageId: `m-number-${i}`, text: 'a' },
      { cookie: null, address, headers: { 'x-forwarded-for': forwardedFor } },
    )
  for (let i = 0; i < 300; i += 1) {
    // The client may write what it likes; only the last hop was added by the proxy.
    expect((await send(i, `1.2.3.${i % 250}, 203.0.113.9`, '10.0.0.2')).status).toBe(200)
  }
  expect((await send(300, '203.0.113.9', '10.0.0.2')).status).toBe(429)
  expect((await send(301, '203.0.113.10', '10.0.0.2')).status).toBe(200)
  for (let i = 0; i < 300; i += 1) await send(400 + i, `203.0.113.${i % 250}`, '192.0.2.1')
  expect((await send(999, '203.0.113.77', '192.0.2.1')).status).toBe(429)
})
