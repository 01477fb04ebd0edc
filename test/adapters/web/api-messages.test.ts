import { expect, test } from 'vitest'
import { Failure } from '../../../core/index.ts'
import { apiAnswer, createTestApp } from '../../support/web/test-app.ts'

test('a message is answered with cards and with the HTML of the page', async () => {
  const { postJson, conversation } = createTestApp()
  const response = await postJson('/api/messages', { messageId: 'message-1', text: 'khai sinh' })
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  const body = await apiAnswer(response)
  expect(body.replies).toHaveLength(1)
  expect(body.replies[0]).toMatchObject({
    id: expect.any(String),
    inboxId: expect.any(String),
    createdAt: '2026-11-21T03:00:00.000Z',
    cards: [{ title: 'Đã nhận: khai sinh' }],
  })
  expect(body.replies[0]?.html).toContain(`data-id="${body.replies[0]?.id}"`)
  const [conversationId] = conversation.conversationIds()
  expect(conversation.taken).toEqual([
    { channel: 'web', conversationId, messageId: `${conversationId}:message-1`, text: 'khai sinh' },
  ])
})

test('the same messageId again gives the same replies and is not taken twice', async () => {
  const { postJson, conversation } = createTestApp()
  const message = { messageId: 'message-1', text: 'khai sinh' }
  const first = await apiAnswer(await postJson('/api/messages', message))
  const again = await apiAnswer(await postJson('/api/messages', message))
  expect(again.replies[0]?.id).toBe(first.replies[0]?.id)
  expect(conversation.taken).toHaveLength(1)
})

test('two browsers may choose the same messageId', async () => {
  const { postJson, conversation } = createTestApp()
  const message = { messageId: 'message-1', text: 'khai sinh' }
  await postJson('/api/messages', message)
  await postJson('/api/messages', message, { cookie: null })
  expect(conversation.taken).toHaveLength(2)
})

test('an action is passed on as it is', async () => {
  const { postJson, conversation } = createTestApp()
  await postJson('/api/messages', { messageId: 'message-1', action: 'pick:2' })
  expect(conversation.taken[0]).toMatchObject({ action: 'pick:2' })
  expect(conversation.taken[0]).not.toHaveProperty('text')
})

test.each([
  ['{"messageId":', 'không đúng định dạng JSON'],
  ['', 'không đúng định dạng JSON'],
  ['[]', 'phải có messageId'],
  ['null', 'phải có messageId'],
  ['{"messageId":"message-1"}', 'phải có messageId'],
  ['{"messageId":"message-1","text":"a","action":"b"}', 'phải có messageId'],
  ['{"messageId":"message-1","text":["a"]}', 'phải có messageId'],
  ['{"messageId":"message-1","action":"<script>".repeat}', 'không đúng định dạng JSON'],
  ['{"messageId":"message-1","action":""}', 'phải có messageId'],
  ['{"messageId":"message-1","action":"nút"}', 'phải có messageId'],
  ['{"messageId":"../../../etc","text":"a"}', 'phải có messageId'],
  ['{"messageId":7,"text":"a"}', 'phải có messageId'],
  [`{"messageId":"${'m'.repeat(65)}","text":"a"}`, 'phải có messageId'],
])('%s is refused with a Vietnamese message', async (body, message) => {
  const { postJson, conversation } = createTestApp()
  const response = await postJson('/api/messages', body)
  expect(response.status).toBe(400)
  const { error } = await apiAnswer(response)
  expect(error.kind).toBe('input')
  expect(error.message).toContain(message)
  expect(conversation.calls).toHaveLength(0)
})

test('what is not JSON is refused', async () => {
  const { request } = createTestApp()
  const response = await request('/api/messages', {
    method: 'POST',
    body: '{"messageId":"message-1","text":"a"}',
    headers: { 'content-type': 'text/plain' },
  })
  expect(response.status).toBe(415)
  expect((await apiAnswer(response)).error.kind).toBe('input')
})

test('HTML in a text comes back escaped', async () => {
  const { postJson } = createTestApp()
  const text = '<img src=x onerror=alert(1)><b>**đậm**</b> javascript:alert(1)'
  const { replies } = await apiAnswer(
    await postJson('/api/messages', { messageId: 'message-1', text }),
  )
  expect(replies[0]?.html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(replies[0]?.html).not.toMatch(/<(img|b|script)\b/)
  expect(replies[0]?.html).not.toMatch(/href="javascript/)
})

test('an error of the program is told by its kind, without its details', async () => {
  const { postJson, conversation, logged } = createTestApp()
  conversation.failOnce(new Error('password=secret'))
  const ours = await postJson('/api/messages', { messageId: 'message-1', text: 'a' })
  expect(ours.status).toBe(500)
  const body = await apiAnswer(ours)
  expect(body.error.kind).toBe('ours')
  expect(JSON.stringify(body)).not.toContain('secret')
  expect(logged).toHaveLength(1)
  const kinds = { unreachable: 503, wait: 429, refused: 403, conflict: 409 } as const
  for (const [kind, status] of Object.entries(kinds)) {
    conversation.failOnce(new Failure(kind as keyof typeof kinds, 'Xin thử lại.'))
    const response = await postJson('/api/messages', { messageId: 'message-1', text: 'a' })
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({ error: { kind, message: 'Xin thử lại.' } })
  }
})

test('a conflict is 409 with the message of the conversation', async () => {
  const { postJson, conversation } = createTestApp()
  const message = 'Mã tin này đã dùng cho một câu khác. Xin gửi lại.'
  conversation.failOnce(new Failure('conflict', message))
  const response = await postJson('/api/messages', { messageId: 'message-1', text: 'a' })
  expect(response.status).toBe(409)
  expect(await response.json()).toEqual({ error: { kind: 'conflict', message } })
})

test('what a database says about our machine is not told to visitors', async () => {
  const { postJson, postForm, conversation, logged } = createTestApp()
  const failures = { unreachable: 503, wait: 429, conflict: 409, ours: 500 } as const
  for (const [kind, status] of Object.entries(failures)) {
    const failure = () =>
      new Failure(kind as keyof typeof failures, 'PostgreSQL 10.0.0.9:5432/cchc không trả lời.', {
        cause: new Error('ECONNREFUSED'),
      })
    conversation.failOnce(failure())
    const json = await postJson('/api/messages', { messageId: 'message-1', text: 'a' })
    expect(json.status).toBe(status)
    expect((await apiAnswer(json)).error).toEqual({
      kind,
      message: 'Lỗi này là của chúng tôi. Xin thử lại sau ít phút.',
    })
    conversation.failOnce(failure())
    const page = await postForm('/', { messageId: 'm'.repeat(22), text: 'a' })
    expect(page.status).toBe(status)
    expect(await page.text()).not.toContain('10.0.0.9')
  }
  expect(logged).toHaveLength(8)
})
