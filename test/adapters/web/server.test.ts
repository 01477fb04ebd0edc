import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
import { request as httpRequest } from 'node:http'
import { afterEach, expect, test, vi } from 'vitest'
import { startWebServer, type WebServer } from '../../../adapters/web/index.ts'
import { readEvents } from '../../support/web/events.ts'
import { createTestApp } from '../../support/web/test-app.ts'

const HOST = '127.0.0.1'
const servers: WebServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
})

async function start(stopWithinMs?: number) {
  const made = createTestApp()
  const server = await startWebServer({
    app: made.app,
    host: HOST,
    port: 0,
    ...(stopWithinMs === undefined ? {} : { stopWithinMs }),
  })
  servers.push(server)
  return { ...made, server }
}

const message = (id: string) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ messageId: id, text: 'khai sinh' }),
})

test('serves on the port that it tells', async () => {
  const { server } = await start()
  expect(server.url).toBe(`http://${HOST}:${server.port}`)
  const response = await fetch(server.url)
  expect(response.status).toBe(200)
  expect(await response.text()).toContain('Xin chào anh/chị')
})

test('the address of the peer is what the limit counts', async () => {
  const { server, conversation } = await start()
  for (let i = 0; i < 300; i += 1) {
    const response = await fetch(`${server.url}/api/messages`, {
      ...message(`message-${i}`),
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.0.0.${i % 200}` },
    })
    await response.arrayBuffer()
    expect(response.status).toBe(200)
  }
  expect((await fetch(`${server.url}/api/messages`, message('message-300'))).status).toBe(429)
  expect(conversation.calls).toHaveLength(300)
})

test('a body over 64 kB is refused while it is still coming, told length or not', async () => {
  const { server, conversation } = await start()
  const send = (headers: Record<string, string>) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const sending = httpRequest(`${server.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
      })
      sending.on('error', reject)
      sending.on('response', (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (piece: string) => (text += piece))
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, text })
          sending.destroy()
        })
      })
      // The end is never sent: an answer can only come because the limit was passed.
      sending.write('x'.repeat(70 * 1024))
    })
  for (const [name, value] of [
    ['transfer-encoding', 'chunked'],
    ['content-length', '999999999'],
  ] as const) {
    const { status, text } = await send({ [name]: value })
    expect(status).toBe(413)
    expect(text).toContain('64 kB')
  }
  expect(conversation.calls).toHaveLength(0)
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
})

test('who sends 3 MB slowly and to the end gets the 413, and the connection goes on', async () => {
  const { server, conversation } = await start()
  const socket = connect(server.port, HOST)
  let received = ''
  let hasEnded = false
  socket.setEncoding('utf8').on('data', (text: string) => (received += text))
  socket.on('error', () => {}).on('close', () => (hasEnded = true))
  const piece = 'x'.repeat(150 * 1024)
  const length = 20 * piece.length
  socket.write(`POST / HTTP/1.1\r\nhost: x\r\ncontent-length: ${length}\r\n\r\n`)
  for (let i = 0; i < 20; i += 1) {
    expect(hasEnded).toBe(false)
    socket.write(piece)
    await new Promise((next) => setTimeout(next, 50))
  }
  expect(received).toMatch(/^HTTP\/1\.1 413 /)
  expect(received).toContain('<h1>Nội dung quá dài</h1>')
  expect(received.toLowerCase()).toContain("content-security-policy: default-src 'none'")
  socket.write('GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n')
  await vi.waitFor(() => expect(received).toContain('HTTP/1.1 200 '))
  socket.destroy()
  expect(conversation.calls).toHaveLength(0)
})

test('a busy port is a Failure that names the port and the setting', async () => {
  const other = createServer().listen(0, HOST)
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { app } = createTestApp()
  await expect(startWebServer({ app, host: HOST, port })).rejects.toMatchObject({
    name: 'Failure',
    kind: 'input',
    message: `Cổng ${port} đang có chương trình khác dùng. Xin tắt chương trình đó, hoặc đặt cổng khác, ví dụ PORT=${port + 1}.`,
  })
  other.close()
})

test('an address that this machine does not have is a Failure that names HOST', async () => {
  const { app } = createTestApp()
  const failure = startWebServer({ app, host: '203.0.113.1', port: 0 })
  await expect(failure).rejects.toMatchObject({
    kind: 'input',
    message: expect.stringContaining('HOST=127.0.0.1'),
  })
})

test('stop ends open streams at once and refuses new connections', async () => {
  const { server } = await start()
  const cookie = (await fetch(server.url)).headers.get('set-cookie')?.split(';')[0] ?? ''
  const stream = readEvents(await fetch(`${server.url}/api/stream`, { headers: { cookie } }))
  const started = performance.now()
  await Promise.all([server.stop(), server.stop()])
  await stream.ended
  expect(performance.now() - started).toBeLessThan(2_000)
  await expect(fetch(server.url)).rejects.toThrow('fetch failed')
})

test('stop waits for the request in hand', async () => {
  const { server, conversation } = await start()
  const gate = Promise.withResolvers<void>()
  conversation.holdUntil(gate.promise)
  const answer = fetch(`${server.url}/api/messages`, message('message-1'))
  await vi.waitFor(() => expect(conversation.calls).toHaveLength(1))
  let hasStopped = false
  const stopping = server.stop().then(() => (hasStopped = true))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(hasStopped).toBe(false)
  gate.resolve()
  expect((await answer).status).toBe(200)
  await stopping
})

test('stop cuts a request that takes too long', async () => {
  const { server, conversation } = await start(100)
  const gate = Promise.withResolvers<void>()
  conversation.holdUntil(gate.promise)
  const answer = fetch(`${server.url}/api/messages`, message('message-1')).catch(String)
  await vi.waitFor(() => expect(conversation.calls).toHaveLength(1))
  await server.stop()
  expect(await answer).toBe('TypeError: fetch failed')
  gate.resolve()
})

test('a reader that leaves frees its stream', async () => {
  const { server } = await start()
  const cookie = (await fetch(server.url)).headers.get('set-cookie')?.split(';')[0] ?? ''
  const address = `${server.url}/api/stream`
  const controllers = Array.from({ length: 6 }, () => new AbortController())
  for (const { signal } of controllers) {
    expect((await fetch(address, { headers: { cookie }, signal })).status).toBe(200)
  }
  expect((await fetch(address, { headers: { cookie } })).status).toBe(503)
  for (const controller of controllers) controller.abort()
  await vi.waitFor(async () => {
    const response = await fetch(address, { headers: { cookie } })
    await response.body?.cancel()
    expect(response.status).toBe(200)
  })
})

test.each(['GET //evil HTTP/1.1', 'GET /%zz HTTP/1.1', 'GET /tt/%ff HTTP/1.1', 'BREW / HTTP/1.1'])(
  'a strange request line does not bring the server down: %s',
  async (line) => {
    const { server } = await start()
    const socket = connect(server.port, HOST)
    socket.write(`${line}\r\nhost: x\r\nconnection: close\r\n\r\n`)
    const [first] = (await once(socket, 'data')) as [Buffer]
    expect(first.toString()).toMatch(/^HTTP\/1\.1 4\d\d /)
    socket.destroy()
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  },
)
