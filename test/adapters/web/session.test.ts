import { expect, test } from 'vitest'
import { createSessions, sessionCookie } from '../../../adapters/web/session.ts'
import { systemRandom } from '../../../core/index.ts'
import { apiAnswer, createTestApp } from '../../support/web/test-app.ts'

const key = new Uint8Array(32).fill(7)
const sessions = createSessions(key, systemRandom)
const withCookie = (cookie: string): Request =>
  new Request('http://tro-ly.test/', { headers: { cookie } })

test('a session that was issued is recognised, also by another process with the same key', () => {
  const issued = sessions.start()
  const pair = sessionCookie(issued, false).split(';')[0] ?? ''
  expect(sessions.read(withCookie(pair))).toEqual(issued)
  expect(createSessions(Uint8Array.from(key), systemRandom).read(withCookie(pair))).toEqual(issued)
  expect(sessions.start()).not.toEqual(issued)
})

test('what was not issued is not recognised', () => {
  const { token: cookie } = sessions.start()
  const [secret = '', mark = ''] = cookie.split('.')
  const other = sessions.start().token.split('.')
  const flipped = (text: string): string => (text.startsWith('A') ? 'B' : 'A') + text.slice(1)
  const wrong = [
    secret,
    `${secret}.`,
    `${secret}.${secret}`,
    `${flipped(secret)}.${mark}`,
    `${secret}.${flipped(mark)}`,
    `${secret}.${other[1]}`,
    `${cookie}x`,
    `x${cookie}`,
    'a'.repeat(22),
    `${'a'.repeat(22)}.${'a'.repeat(22)}`,
    createSessions(new Uint8Array(32), systemRandom).start().token,
    '',
  ]
  for (const value of wrong) expect(sessions.read(withCookie(`tro_ly=${value}`))).toBeNull()
  expect(sessions.read(withCookie(`other=${cookie}`))).toBeNull()
  expect(sessions.read(new Request('http://tro-ly.test/'))).toBeNull()
})

test('an invented value beside ours does not hide ours', () => {
  const issued = sessions.start()
  const planted = `tro_ly=${'a'.repeat(22)}; theme=dark; tro_ly=${issued.token}`
  expect(sessions.read(withCookie(planted))).toEqual(issued)
})

test('the stored conversation does not tell the cookie', () => {
  const { token: cookie, conversationId } = sessions.start()
  expect(conversationId).toMatch(/^[\w-]{43}$/)
  for (const part of cookie.split('.')) expect(conversationId).not.toContain(part)
})

test('a visitor with an invented cookie gets a session of their own and is answered', async () => {
  const { request, conversation } = createTestApp()
  const cookie = `tro_ly=${'A'.repeat(22)}`
  const message = { messageId: 'message-1', text: 'khai sinh' }
  const ask = () =>
    request(
      '/api/messages',
      {
        method: 'POST',
        body: JSON.stringify(message),
        headers: { 'content-type': 'application/json' },
      },
      { cookie },
    )
  const [first, second] = [await ask(), await ask()]
  for (const response of [first, second]) {
    expect(response.status).toBe(200)
    expect((await apiAnswer(response)).replies).toHaveLength(1)
  }
  const given = [first, second].map((response) => response.headers.get('set-cookie'))
  expect(given[0]).toMatch(/^tro_ly=[\w-]{22}\.[\w-]{22};/)
  expect(given[0]).not.toBe(given[1])
  // Who plants the same value on two visitors does not bring them together.
  expect(conversation.conversationIds()).toHaveLength(2)
})

test('processes that share the key share the visitors; another key starts anew', async () => {
  const first = createTestApp()
  await first.get('/')
  const cookie = first.cookie()
  const renewed = async (app: ReturnType<typeof createTestApp>) =>
    (await app.get('/', { cookie })).headers.get('set-cookie')?.split(';')[0]
  expect(await renewed(createTestApp())).toBe(cookie)
  expect(await renewed(createTestApp({ sessionKey: systemRandom.bytes(32) }))).not.toBe(cookie)
})
