import { afterEach, expect, test, vi } from 'vitest'
import { createReplyStreams, STREAM_LIMITS } from '../../../adapters/web/reply-streams.ts'
import type { Card } from '../../../core/index.ts'
import { DrivenClock } from '../../support/jobs/driven-clock.ts'
import { readEvents } from '../../support/web/events.ts'
import { apiAnswer, createTestApp } from '../../support/web/test-app.ts'

const card: Card = {
  title: 'Cán bộ trả lời',
  paragraphs: [['Đã xong.\nXin mời đến.']],
  buttons: [],
}
/** Each from a network of its own, unless told. */
const reader = (conversationId: string, network = conversationId) => ({
  conversationId,
  network,
  afterId: '',
})

const open: { leave: () => Promise<void> }[] = []
afterEach(async () => {
  for (const stream of open.splice(0)) await stream.leave()
})

const listen = async (
  { get }: ReturnType<typeof createTestApp>,
  path = '/api/stream',
  headers: Record<string, string> = {},
) => {
  const response = await get(path, { headers })
  expect(response.status).toBe(200)
  const stream = readEvents(response)
  open.push(stream)
  return stream
}

const ask = async (app: ReturnType<typeof createTestApp>, text: string): Promise<void> => {
  const messageId = `message-${app.conversation.calls.length}`
  expect((await app.postJson('/api/messages', { messageId, text })).status).toBe(200)
}

test('a stream is text/event-stream, not stored, not buffered by a proxy', async () => {
  const app = createTestApp()
  await app.get('/')
  const response = await app.get('/api/stream')
  open.push(readEvents(response))
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('x-accel-buffering')).toBe('no')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('a reply to another tab of this process comes at once, with its question, in one piece', async () => {
  const app = createTestApp()
  await app.get('/')
  const stream = await listen(app)
  await ask(app, 'khai\nsinh <b>')
  // The clock stands still: only the notifier can have woken the stream.
  await vi.waitFor(() => expect(stream.events).toHaveLength(1))
  const [event] = stream.events
  expect(event).toMatchObject({ event: 'reply', id: event?.data.id })
  expect(event?.data.html).toContain('Đã nhận: khai\nsinh &lt;b&gt;')
  expect(event?.data.question).toContain('<p class="said">khai\nsinh &lt;b&gt;</p>')
  expect(event?.data.question).toContain(`data-id="${event?.data.inboxId}"`)
})

test('a reply that another process stored is found within a second', async () => {
  const app = createTestApp()
  await ask(app, 'khai sinh')
  const stream = await listen(app)
  await vi.waitFor(() => expect(stream.events).toHaveLength(1))
  const said = app.conversation.say(app.conversation.conversationIds()[0] ?? '', card)
  await vi.waitFor(() => expect(app.clock.sleeping).toBe(1))
  expect(stream.events).toHaveLength(1)
  app.clock.advance(1_000)
  await vi.waitFor(() => expect(stream.events).toHaveLength(2))
  expect(stream.events[1]).toMatchObject({ id: said.id, data: { inboxId: null, question: null } })
})

test('a reader goes on where it stopped, by after or by Last-Event-ID', async () => {
  const app = createTestApp()
  await ask(app, 'một')
  await ask(app, 'hai')
  await ask(app, 'ba')
  const all = await listen(app)
  await vi.waitFor(() => expect(all.events).toHaveLength(3))
  const [first, second, third] = all.events.map((event) => event.id)
  const after = await listen(app, `/api/stream?after=${first}`)
  await vi.waitFor(() => expect(after.events.map((event) => event.id)).toEqual([second, third]))
  const resumed = await listen(app, `/api/stream?after=${first}`, { 'last-event-id': second ?? '' })
  await vi.waitFor(() => expect(resumed.events.map((event) => event.id)).toEqual([third]))
  const odd = await listen(app, '/api/stream?after=%27%20OR%201%3D1')
  await vi.waitFor(() => expect(odd.events).toHaveLength(3))
})

test('nothing is delivered twice, whatever wakes the stream', async () => {
  const app = createTestApp()
  await app.get('/')
  const stream = await listen(app)
  for (let i = 0; i < 10; i += 1) {
    await ask(app, `câu ${i}`)
    app.clock.advance(1_000)
  }
  await vi.waitFor(() => expect(stream.events).toHaveLength(10))
  app.clock.advance(1_000)
  await vi.waitFor(() => expect(app.clock.sleeping).toBe(1))
  expect(new Set(stream.events.map((event) => event.id)).size).toBe(10)
  expect(stream.events).toHaveLength(10)
})

test('a silent stream breathes every 15 seconds', async () => {
  const app = createTestApp()
  await app.get('/')
  const stream = await listen(app)
  for (let second = 0; second < 46; second += 1) {
    await vi.waitFor(() => expect(app.clock.sleeping).toBe(1))
    app.clock.advance(1_000)
  }
  await vi.waitFor(() => expect(stream.comments).toHaveLength(3))
})

test('one session hears nothing of another', async () => {
  const app = createTestApp()
  await app.get('/')
  const stream = await listen(app)
  await app.postJson('/api/messages', { messageId: 'message-x', text: 'riêng' }, { cookie: null })
  app.clock.advance(1_000)
  await vi.waitFor(() => expect(app.clock.sleeping).toBe(1))
  expect(stream.events).toHaveLength(0)
})

test('without a session there is nothing to hear', async () => {
  const { get } = createTestApp()
  const response = await get('/api/stream', { cookie: null })
  expect(response.status).toBe(401)
  expect((await apiAnswer(response)).error.kind).toBe('input')
})

test('a cookie that nobody issued opens no stream', async () => {
  const { get } = createTestApp()
  for (let i = 0; i < 20; i += 1) {
    const cookie = `tro_ly=${String(i).padStart(22, 'a')}`
    expect((await get('/api/stream', { cookie })).status).toBe(401)
  }
})

test('one address opens sixty streams, however many sessions; another address is not touched', async () => {
  const { get } = createTestApp()
  const listenFrom = async (address: string) => {
    const cookie = (await get('/', { cookie: null })).headers.get('set-cookie')?.split(';')[0] ?? ''
    const response = await get('/api/stream', { cookie, address })
    if (response.status === 200) open.push(readEvents(response))
    return response.status
  }
  for (let i = 0; i < 60; i += 1) expect(await listenFrom('198.51.100.7')).toBe(200)
  expect(await listenFrom('198.51.100.7')).toBe(503)
  expect(await listenFrom('198.51.100.8')).toBe(200)
  await open[0]?.leave()
  await vi.waitFor(async () => expect(await listenFrom('198.51.100.7')).toBe(200))
  expect(await listenFrom('198.51.100.7')).toBe(503)
})

test('a whole network of IPv6 counts as one address', async () => {
  const { get } = createTestApp()
  const statuses: number[] = []
  for (let i = 0; i < 61; i += 1) {
    const cookie = (await get('/', { cookie: null })).headers.get('set-cookie')?.split(';')[0] ?? ''
    const response = await get('/api/stream', { cookie, address: `2001:db8:0:1::${i + 1}` })
    if (response.status === 200) open.push(readEvents(response))
    statuses.push(response.status)
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(60)
  expect(statuses.at(-1)).toBe(503)
})

test('a session opens six streams, the seventh is told to wait; leaving makes room', async () => {
  const app = createTestApp()
  await app.get('/')
  const streams = []
  for (let i = 0; i < 6; i += 1) streams.push(await listen(app))
  const refused = await app.get('/api/stream')
  expect(refused.status).toBe(503)
  expect(refused.headers.get('retry-after')).toBe('30')
  expect((await apiAnswer(refused)).error.kind).toBe('wait')
  await streams[0]?.leave()
  await vi.waitFor(async () => {
    const response = await app.get('/api/stream')
    if (response.status === 200) open.push(readEvents(response))
    expect(response.status).toBe(200)
  })
})

test('all sessions together open so many streams and no more', async () => {
  const clock = new DrivenClock('2026-11-21T03:00:00.000Z')
  const streams = createReplyStreams(clock, () => {}, { ...STREAM_LIMITS, total: 3 })
  const none = () => Promise.resolve([])
  const bodies = ['a', 'b', 'c'].map((id) => streams.open(reader(id), none))
  expect(bodies.every((body) => body !== null)).toBe(true)
  expect(streams.open(reader('d'), none)).toBeNull()
  await bodies[1]?.cancel()
  await vi.waitFor(() => expect(streams.open(reader('d'), none)).not.toBeNull())
  streams.end()
})

test('a stream that ended counts for nobody any more', async () => {
  const clock = new DrivenClock('2026-11-21T03:00:00.000Z')
  const limits = { ...STREAM_LIMITS, perNetwork: 2, perConversation: 2 }
  const streams = createReplyStreams(clock, () => {}, limits)
  const none = () => Promise.resolve([])
  for (let round = 0; round < 5; round += 1) {
    const bodies = [1, 2].map(() => streams.open(reader('a', 'office'), none))
    expect(bodies.every((body) => body !== null)).toBe(true)
    expect(streams.open(reader('b', 'office'), none)).toBeNull()
    expect(streams.open(reader('a', 'home'), none)).toBeNull()
    for (const body of bodies) await body?.cancel()
    await vi.waitFor(async () => {
      const body = streams.open(reader('b', 'office'), none)
      expect(body).not.toBeNull()
      await body?.cancel()
    })
    await vi.waitFor(() => expect(clock.sleeping).toBe(0))
  }
  streams.end()
})

test('a reader that does not read is let go', async () => {
  const clock = new DrivenClock('2026-11-21T03:00:00.000Z')
  const limits = { ...STREAM_LIMITS, unreadBytes: 1_000, total: 1 }
  const streams = createReplyStreams(clock, () => {}, limits)
  let made = 0
  const endless = () => {
    made += 1
    return Promise.resolve([{ id: String(made), name: 'reply', data: 'x'.repeat(300) }])
  }
  const body = streams.open(reader('a'), endless)
  expect(body).not.toBeNull()
  for (let i = 0; i < 20; i += 1) {
    streams.notify('a')
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(made).toBeLessThan(8)
  expect(streams.open(reader('b'), () => Promise.resolve([]))).not.toBeNull()
  streams.end()
})

test('a fault while looking ends the stream, is reported, and makes room', async () => {
  const clock = new DrivenClock('2026-11-21T03:00:00.000Z')
  const errors: unknown[] = []
  const streams = createReplyStreams(clock, (error) => errors.push(error), {
    ...STREAM_LIMITS,
    total: 1,
  })
  const body = streams.open(reader('a'), () => Promise.reject(new Error('database is locked')))
  const stream = readEvents(new Response(body))
  await stream.ended
  expect(errors).toHaveLength(1)
  expect(streams.open(reader('a'), () => Promise.resolve([]))).not.toBeNull()
  streams.end()
})

test('endStreams ends all of them and opens no more', async () => {
  const app = createTestApp()
  await app.get('/')
  const stream = await listen(app)
  await vi.waitFor(() => expect(app.clock.sleeping).toBe(1))
  app.app.endStreams()
  await stream.ended
  expect(stream.hasEnded).toBe(true)
  expect((await app.get('/api/stream')).status).toBe(503)
})

test('HEAD opens no stream', async () => {
  const app = createTestApp()
  await app.get('/')
  for (let i = 0; i < 8; i += 1) {
    const response = await app.request('/api/stream', { method: 'HEAD' })
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  }
  expect((await listen(app)).hasEnded).toBe(false)
})
