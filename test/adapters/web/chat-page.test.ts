import { expect, test } from 'vitest'
import { Failure } from '../../../core/index.ts'
import { createTestApp, tokenOf } from '../../support/web/test-app.ts'

test('an empty conversation shows the greeting of the bot and a field', async () => {
  const { get } = createTestApp()
  const response = await get('/')
  const html = await response.text()
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(html).toContain('<html lang="vi">')
  expect(html).toContain('<title>Hỏi đáp thủ tục hành chính – Xã Kỳ Anh</title>')
  expect(html).toContain('Xin chào anh/chị')
  expect(html).toContain('Trợ lý tự động')
  expect(html).toContain('Không gửi số căn cước, mật khẩu, mã OTP.')
  expect(html).toMatch(/<button type="submit" name="action" value="help">/)
  expect(html).toMatch(/<textarea[^>]*name="text"/)
})

test('the first screen offers what people ask most, as the settings say, and the whole list', async () => {
  const mostAsked = () => [
    { id: '1.001193', label: 'Làm khai sinh' },
    { id: 'buu-chinh-cong-ich', label: 'Gửi qua bưu điện' },
    { id: 'not-there', label: 'Không có' },
  ]
  const settings = { unitName: 'Xã', trustedProxies: [], frameAncestors: [], mostAsked }
  const { get, postForm } = createTestApp({ settings })
  const html = await (await get('/')).text()
  expect(html).toMatch(/name="action" value="show:1\.001193::1">\s*Làm khai sinh/)
  expect(html).toContain('Gửi qua bưu điện')
  expect(html).not.toContain('Không có')
  expect(html).toMatch(/<a class="button" href="\/tt">/)
  await postForm('/', { messageId: 'a'.repeat(22), action: 'show:1.001193::1' })
  expect(await (await get('/')).text()).toContain('<p class="said">Làm khai sinh</p>')
})

test('while the index is being loaded the page opens, and answers are shown without links', async () => {
  const current = (): never => {
    throw new Failure('wait', 'Đang nạp.')
  }
  const { get, postForm } = createTestApp({ knowledge: { current } })
  expect((await get('/')).status).toBe(200)
  await postForm('/', { messageId: 'a'.repeat(22), text: 'mã 1.001193' })
  const html = await (await get('/')).text()
  expect(html).toContain('Đã nhận: mã 1.001193')
  expect(html).not.toContain('href="/tt/1.001193"')
})

test('a question by a plain form ends on the page with question and answer', async () => {
  const { get, postForm } = createTestApp()
  const token = tokenOf(await (await get('/')).text())
  const posted = await postForm('/', { messageId: token, text: 'xin giấy độc thân' })
  expect(posted.status).toBe(303)
  expect(posted.headers.get('location')).toBe('/#moi-nhat')
  const html = await (await get('/')).text()
  expect(html).toMatch(/id="moi-nhat">[\s\S]*<p class="said">xin giấy độc thân<\/p>/)
  expect(html).toContain('Đã nhận: xin giấy độc thân')
  expect(html).not.toContain('Xin chào anh/chị')
})

test('the same form sent twice is one message, another text from the same form is another', async () => {
  const { get, postForm, conversation } = createTestApp()
  const token = tokenOf(await (await get('/')).text())
  await postForm('/', { messageId: token, text: 'khai sinh' })
  await postForm('/', { messageId: token, text: 'khai sinh' })
  expect(conversation.calls).toHaveLength(2)
  expect(conversation.taken).toHaveLength(1)
  await postForm('/', { messageId: token, text: 'khai tử' })
  await postForm('/', { messageId: token, action: 'help' })
  expect(conversation.taken.map(({ text, action }) => text ?? action)).toEqual([
    'khai sinh',
    'khai tử',
    'help',
  ])
})

test('a pressed button appears with its label, a rating shows which one it was', async () => {
  const { get, postForm } = createTestApp()
  await postForm('/', { messageId: 'a'.repeat(22), text: 'khai sinh' })
  const before = await (await get('/')).text()
  const rating = /value="(rate:[^"]+:no)"/.exec(before)?.[1] ?? ''
  expect(before).not.toContain('aria-pressed="true"')
  await postForm('/', { messageId: 'b'.repeat(22), action: 'aspect:fee' })
  await postForm('/', { messageId: 'c'.repeat(22), action: rating })
  await postForm('/', { messageId: 'd'.repeat(22), action: 'not-on-any-card' })
  const html = await (await get('/')).text()
  expect(html).toContain('<p class="said">Lệ phí</p>')
  expect(html).toContain('<p class="said">Chưa đúng</p>')
  expect(html).toContain('<p class="said">(đã bấm một nút)</p>')
  expect(html).toMatch(new RegExp(`value="${rating}"\\s+aria-pressed="true"`))
  expect(html.match(/aria-pressed="true"/g)).toHaveLength(1)
})

test('text on the page is escaped, in a question, in a field and in the answer', async () => {
  const { get, postForm, conversation } = createTestApp()
  const attack = '</textarea><script>alert(1)</script><img src=x onerror="alert(2)">\'"&'
  await postForm('/', { messageId: 'a'.repeat(22), text: attack })
  const html = await (await get('/')).text()
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  conversation.failOnce(new Error('disk full'))
  const failed = await (await postForm('/', { messageId: 'b'.repeat(22), text: attack })).text()
  expect(failed).toContain('&lt;/textarea&gt;&lt;script&gt;')
  for (const page of [html, failed]) {
    expect(page).not.toContain('<script>')
    expect(page).not.toMatch(/<img(?! src="\/favicon)/)
    expect(page).not.toMatch(/\son\w+="/)
  }
})

test('when the message cannot be taken, the page says so and keeps what was typed', async () => {
  const { get, postForm, conversation, logged } = createTestApp()
  const token = tokenOf(await (await get('/')).text())
  conversation.failOnce(new Error('SQLITE_BUSY: secret detail'))
  const failed = await postForm('/', { messageId: token, text: 'khai sinh' })
  const html = await failed.text()
  expect(failed.status).toBe(500)
  expect(html).toContain('Xin thử lại sau ít phút')
  expect(html).not.toContain('secret detail')
  expect(html).toMatch(/<textarea[\s\S]*?>\n?khai sinh<\/textarea>/)
  expect(logged).toHaveLength(1)
  conversation.failOnce(new Failure('conflict', 'Cuộc trò chuyện đang bận, xin gửi lại.'))
  const busy = await postForm('/', { messageId: token, text: 'khai sinh' })
  expect(busy.status).toBe(409)
  expect(await busy.text()).toContain('Cuộc trò chuyện đang bận, xin gửi lại.')
})

test('a form without text and action, or with a wrong id, is refused', async () => {
  const { postForm, request, conversation } = createTestApp()
  const wrong = [
    { messageId: 'a'.repeat(22) },
    { text: 'khai sinh' },
    { messageId: 'short', text: 'x' },
    { messageId: 'a b c d e f g h', text: 'x' },
    { messageId: 'a'.repeat(22), action: 'x'.repeat(61) },
    { messageId: 'a'.repeat(22), action: 'nút' },
  ] as Record<string, string>[]
  for (const fields of wrong) expect((await postForm('/', fields)).status).toBe(400)
  const broken = await request('/', {
    method: 'POST',
    body: '--no-such-boundary',
    headers: { 'content-type': 'multipart/form-data; boundary=other' },
  })
  expect(broken.status).toBe(400)
  expect(await broken.text()).toContain('Không đọc được biểu mẫu gửi lên')
  expect(conversation.calls).toHaveLength(0)
})

test('half a surrogate pair does not reach the stores', async () => {
  const { postJson, conversation } = createTestApp()
  await postJson('/api/messages', '{"messageId":"aaaaaaaaaa","text":"a\\ud83db"}')
  expect(conversation.taken[0]?.text).toBe('a\ufffdb')
})

test('the cookie is 128 bits of chance, http only, lax; secure on https; stored as a hash', async () => {
  const { get, app, postForm, conversation } = createTestApp()
  const cookie = (await get('/')).headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(
    /^tro_ly=[\w-]{22}\.[\w-]{22}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Lax$/,
  )
  const secure = await app.fetch(new Request('https://tro-ly.test/'))
  expect(secure.headers.get('set-cookie')).toMatch(/; Secure$/)
  await postForm('/', { messageId: 'a'.repeat(22), text: 'khai sinh' })
  const secret = /tro_ly=([\w-]+)/.exec(cookie)?.[1] ?? ''
  const [conversationId = ''] = conversation.conversationIds()
  expect(conversationId).toMatch(/^[\w-]{43}$/)
  expect(JSON.stringify(conversation.calls)).not.toContain(secret)
  expect(conversation.calls[0]).toMatchObject({
    channel: 'web',
    messageId: expect.stringMatching(new RegExp(`^${conversationId}:a{22}-[\\w-]{8}$`)),
  })
})

test('a cookie that is not ours opens nothing and is replaced', async () => {
  const { get } = createTestApp()
  for (const cookie of ['tro_ly=x', 'tro_ly=../../etc', 'other=1', 'tro_ly=', ';;;']) {
    const response = await get('/', { cookie })
    expect(response.status).toBe(200)
    expect(response.headers.get('set-cookie')).toMatch(/^tro_ly=[\w-]{22}\.[\w-]{22};/)
  }
})

test('two browsers see their own conversation only', async () => {
  const first = createTestApp()
  await first.postForm('/', { messageId: 'a'.repeat(22), text: 'của người thứ nhất' })
  const other = await first.get('/', { cookie: null })
  expect(await other.text()).not.toContain('của người thứ nhất')
})

test('a new conversation for the next person at a shared machine', async () => {
  const { get, postForm, cookie } = createTestApp()
  const empty = await (await get('/')).text()
  expect(empty).toMatch(/<form[^>]*id="start-over"[^>]*hidden/)
  await postForm('/', { messageId: 'a'.repeat(22), text: 'chuyện riêng' })
  const before = cookie()
  const used = await (await get('/')).text()
  expect(used).not.toMatch(/<form[^>]*id="start-over"[^>]*hidden/)
  const started = await postForm('/moi', {})
  expect(started.status).toBe(303)
  expect(started.headers.get('location')).toBe('/')
  expect(cookie()).not.toBe(before)
  expect(await (await get('/')).text()).not.toContain('chuyện riêng')
})

test('only the latest lines are shown, and the page says so', async () => {
  const { get, postJson, clock } = createTestApp()
  for (let i = 0; i < 35; i += 1) {
    await postJson('/api/messages', { messageId: `message-${i}`, text: `câu thứ ${i}.` })
    clock.advance(4_000)
  }
  const html = await (await get('/')).text()
  expect(html).toContain('Trang chỉ hiện 60 lượt gần nhất.')
  expect(html).not.toContain('>câu thứ 4.<')
  expect(html).toContain('>câu thứ 5.<')
  expect(html).toContain('>câu thứ 34.<')
})

test('/?hoi=code offers questions about that entry and begins one in the field', async () => {
  const { get } = createTestApp()
  const html = await (await get('/?hoi=1.001193')).text()
  expect(html).toContain('Đăng ký khai sinh: anh/chị muốn hỏi gì?')
  expect(html).toContain('value="Đăng ký khai sinh (1.001193): Cần giấy tờ gì?"')
  expect(html).not.toContain('gửi qua bưu điện')
  expect(html).toMatch(/<textarea[\s\S]*?>\n?Đăng ký khai sinh \(1\.001193\): <\/textarea>/)
  const unknown = await get('/?hoi=%3Cscript%3E')
  expect(unknown.status).toBe(200)
  expect(await unknown.text()).toContain('Xin chào anh/chị')
})
