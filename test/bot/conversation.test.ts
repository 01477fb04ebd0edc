import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../adapters/sql/index.ts'
import type { SqlDatabase } from '../../adapters/sql/index.ts'
import { renderPlain, systemClock } from '../../core/index.ts'
import { useSqlite } from '../support/databases.ts'
import { makeEntry } from '../support/bot/entries.ts'
import { createTokenKnowledge } from '../support/bot/token-knowledge.ts'
import { createSetClock, openBot } from '../support/bot/open-bot.ts'

const newTarget = useSqlite()
let database: SqlDatabase
let file = ''
let bot: ReturnType<typeof openBot>
let clock: ReturnType<typeof createSetClock>

beforeEach(async () => {
  const target = await newTarget()
  if (target.kind === 'sqlite') file = target.file
  database = await openDatabase(target, { clock: systemClock })
  clock = createSetClock('2026-11-21T02:00:00Z')
  bot = openBot(database, { clock })
})
afterEach(() => database.close())

const BIRTH = 'Đăng ký khai sinh'

describe('a question and what follows it', () => {
  it('answers with the aspect asked and counts the question', async () => {
    const card = await bot.say('đổi cccd hết hạn ở đâu, bao nhiêu tiền')
    expect(card.title).toBe('Đổi thẻ căn cước hết hạn: nơi làm và lệ phí')
    const ratings = await bot.parts.questions.rate(
      card.ratingFor ?? '',
      true,
      '2026-11-21T02:00:00.000Z',
    )
    expect(ratings).toBe(true)
  })

  it.each([
    ['thế còn lệ phí?', 'lệ phí'],
    ['còn phí?', 'lệ phí'],
    ['nộp qua bưu điện được không', 'gửi qua bưu điện'],
    ['gui ve nha dc ko', 'gửi qua bưu điện'],
    ['mất bao lâu', 'bao lâu'],
    ['ai đi thay được', 'ai đi thay được'],
    ['vậy ở đâu em ơi', 'nơi làm'],
    ['gui ve nha dc ko, mat bao nhieu, bao lau', 'gửi qua bưu điện, lệ phí và bao lâu'],
    ['nop onl dc hong, online', 'nộp trên mạng'],
  ])('"%s" keeps the procedure', async (text, aspects) => {
    await bot.say('1.001193')
    expect((await bot.say(text)).title).toBe(`${BIRTH}: ${aspects}`)
  })

  it.each([
    ['xin giấy độc thân mất bao lâu', 'Giấy xác nhận tình trạng hôn nhân: bao lâu'],
    ['doi cccd o dau', 'Đổi thẻ căn cước hết hạn: nơi làm'],
    ['1.004884 lệ phí', 'Đăng ký lại khai sinh: lệ phí'],
  ])('"%s" names another procedure and is not swallowed', async (text, title) => {
    await bot.say('1.001193')
    expect((await bot.say(text)).title).toBe(title)
  })

  it('keeps the procedure between several follow-ups, and by button', async () => {
    await bot.say('1.001193')
    await bot.say('lệ phí bao nhiêu')
    const card = await bot.say('mất bao lâu')
    expect(card.title).toBe(`${BIRTH}: bao lâu`)
    const button = card.buttons.find(({ label }) => label === 'Ở đâu, mấy giờ')
    expect((await bot.press(button?.action ?? '')).title).toBe(`${BIRTH}: nơi làm`)
    expect((await bot.say('Ai đi thay được')).title).toBe(`${BIRTH}: ai đi thay được`)
  })

  it('a question back about words of the entry itself is answered about it', async () => {
    await bot.say('1.004884')
    expect((await bot.say('đăng ký khai sinh lại mấy ngày')).title).toBe(
      'Đăng ký lại khai sinh: bao lâu',
    )
  })

  it('keeps the procedure for a day', async () => {
    await bot.say('1.001193')
    clock.set('2026-11-22T01:59:00Z')
    expect((await bot.say('mất bao lâu')).title).toBe(`${BIRTH}: bao lâu`)
    clock.set('2026-11-23T02:30:00Z')
    expect((await bot.say('mất bao lâu')).title).toBe('Anh/chị hỏi bao lâu của việc gì ạ?')
  })

  it('answers with the price of the day: 50.000 đ on 01/01/2027 in Viet Nam', async () => {
    clock.set('2026-12-31T16:59:00Z')
    expect(renderPlain(await bot.say('1.014063 lệ phí'))).toContain('25.000 đ')
    clock.set('2026-12-31T17:00:00Z')
    const text = renderPlain(await bot.say('lệ phí'))
    expect(text).toContain('50.000 đ')
    expect(text).not.toContain('25.000')
  })

  it('an old code leads to what replaced it', async () => {
    const card = await bot.say('to niem yet ghi 2.000986 con dung ko')
    expect(card.title).toMatch(/^2\.000986 nay đã cũ.*3\.000722:$/)
  })

  it.each(['1.000001', 'a-very-long-identifier-of-an-entry-that-fits-in-no-button'])(
    'goes through the screens of a long answer by button and by typing "tiếp" (%s)',
    async (id) => {
      const lines = Array.from({ length: 40 }, (_, i) => `- Giấy thứ ${i + 1} do xã cấp trong năm`)
      const entry = makeEntry({
        id,
        title: 'Nuôi trồng thủy sản',
        values: { components: [lines.join('\n')] },
      })
      const reader = openBot(database, { clock, knowledge: createTokenKnowledge([entry]) })
      const first = await reader.say('nuôi trồng thủy sản cần giấy tờ gì')
      const second = await reader.press(first.buttons[0]?.action ?? '')
      const third = await reader.say('tiếp')
      const shown = [first, second, third].map((card) => renderPlain(card)).join('\n')
      expect(shown.split('\n').filter((line) => line.startsWith('- ')).length).toBeGreaterThan(30)
      expect(new Set(shown.match(/- Giấy thứ \d+ /g)).size).toBe(
        shown.match(/- Giấy thứ \d+ /g)?.length,
      )
      expect(third.title).toMatch(/\(tiếp\)$/)
    },
  )
})

describe('a question that names no procedure', () => {
  it.each(['nộp online thế nào', 'nộp qua mạng được không'])(
    '"%s" gets the guide',
    async (text) => {
      expect((await bot.say(text)).title).toMatch(/^Nộp hồ sơ trên mạng/)
    },
  )

  it.each([
    'ho so H33.05.20-261110-0012 toi dau roi',
    'H33.05.20-261110-0012',
    'hồ sơ của tôi đến đâu rồi',
    'kiểm tra giúp mã hồ sơ 000.00.17.H33-261110-7312',
  ])(
    '"%s" gets the guide to dossiers, also while another procedure is talked about',
    async (text) => {
      await bot.say('1.001193')
      expect((await bot.say(text)).title).toMatch(/^Tra cứu hồ sơ/)
      await bot.say('lam lai khai sinh')
      expect((await bot.say(text)).title).toMatch(/^Tra cứu hồ sơ/)
    },
  )

  it('is asked of what, when no guide can answer it', async () => {
    const card = await bot.say('lệ phí bao nhiêu')
    expect(card.title).toBe('Anh/chị hỏi lệ phí của việc gì ạ?')
    expect(card.buttons.length).toBeGreaterThan(2)
  })
})

describe('a question back', () => {
  const ask = () => bot.say('lam lai khai sinh bao nhieu tien')

  it('numbers its options and keeps the aspect that was asked', async () => {
    const card = await ask()
    expect(card.title).toContain('có thể là ba việc khác nhau')
    expect(card.paragraphs[0]?.map((line) => line.slice(0, 3))).toEqual(['1. ', '2. ', '3. '])
    expect(card.buttons.map(({ label }) => label)).toEqual([
      '1 Xin bản sao khai sinh',
      '2 Đăng ký lại khai sinh',
      '3 Sửa giấy khai sinh',
      '4 Việc khác',
      'Gặp cán bộ',
    ])
    expect((await bot.say('2')).title).toBe('Đăng ký lại khai sinh: lệ phí')
  })

  it.each([
    ['1', 'Xin bản sao khai sinh'],
    ['mot', 'Xin bản sao khai sinh'],
    ['một ạ', 'Xin bản sao khai sinh'],
    ['so 1', 'Xin bản sao khai sinh'],
    ['cai dau', 'Xin bản sao khai sinh'],
    ['cái đầu tiên', 'Xin bản sao khai sinh'],
    ['việc thứ hai', 'Đăng ký lại khai sinh'],
    ['Số 2.', 'Đăng ký lại khai sinh'],
    ['chọn 2 nhé', 'Đăng ký lại khai sinh'],
    ['cai thu ba', 'Sửa giấy khai sinh'],
    ['cái cuối', 'Sửa giấy khai sinh'],
    ['3 Sửa giấy khai sinh', 'Sửa giấy khai sinh'],
    ['sua giay', 'Sửa giấy khai sinh'],
    ['ghi sai tên', 'Sửa giấy khai sinh'],
  ])('"%s" chooses', async (text, name) => {
    await ask()
    expect((await bot.say(text)).title).toBe(`${name}: lệ phí`)
  })

  it('the button of an option works, also after another question', async () => {
    const card = await ask()
    await bot.say('giấy độc thân')
    expect((await bot.press(card.buttons[1]?.action ?? '')).title).toBe(
      'Đăng ký lại khai sinh: lệ phí',
    )
  })

  it.each(['4', 'việc khác', '4 Việc khác', 'bốn'])('"%s" is another thing', async (text) => {
    await ask()
    expect((await bot.say(text)).title).toBe('Xin nói rõ thêm một chút')
    expect((await bot.say('2')).title).not.toContain('Đăng ký lại')
  })

  it('a number that is not there asks again', async () => {
    await ask()
    expect((await bot.say('9')).title).toMatch(/^Xin chọn một trong ba việc/)
    expect((await bot.say('2')).title).toBe('Đăng ký lại khai sinh: lệ phí')
  })

  it('an aspect typed instead of a choice is kept for the choice', async () => {
    await bot.say('lam lai khai sinh')
    expect((await bot.say('mất bao lâu')).title).toMatch(/^Xin chọn một trong ba việc/)
    expect((await bot.say('1')).title).toBe('Xin bản sao khai sinh: bao lâu')
  })

  it('"cả ba" shows all', async () => {
    await ask()
    const cards = await bot.send({ text: 'cả ba' })
    expect(cards.map(({ title }) => title)).toEqual([
      'Xin bản sao khai sinh: lệ phí',
      'Đăng ký lại khai sinh: lệ phí',
      'Sửa giấy khai sinh: lệ phí',
    ])
  })

  it('a number typed when nothing was asked back is no choice', async () => {
    await bot.say('1.001193')
    expect((await bot.say('2')).title).not.toContain(':')
  })

  it('a new question goes before the choice', async () => {
    await ask()
    expect((await bot.say('xin giấy độc thân ở đâu')).title).toBe(
      'Giấy xác nhận tình trạng hôn nhân: nơi làm',
    )
  })
})

describe('manners', () => {
  it.each(['chào', 'Xin chào!', 'hi', 'alo ad ơi', 'em chào anh chị ạ', '/start', 'bắt đầu lại'])(
    '"%s" gets the greeting, which says that it is a machine',
    async (text) => {
      const card = await bot.say(text)
      expect(renderPlain(card)).toContain('Tôi là máy trả lời tự động')
      expect(card.buttons.filter(({ action }) => action.startsWith('example:'))).toHaveLength(3)
    },
  )

  it.each(['cảm ơn', 'cam on nhieu a', 'ok cảm ơn bạn', 'thanks'])(
    '"%s" is thanked',
    async (text) => {
      expect((await bot.say(text)).title).toBe('Xin cảm ơn anh/chị.')
    },
  )

  it.each(['chào anh, cho hỏi giấy độc thân', 'cảm ơn, xin giấy độc thân thì sao'])(
    '"%s" is a question',
    async (text) => {
      expect((await bot.say(text)).title).toMatch(/^Giấy xác nhận tình trạng hôn nhân/)
    },
  )

  it('thanks do not end what the conversation is about', async () => {
    await bot.say('1.001193')
    await bot.say('cảm ơn')
    expect((await bot.say('còn lệ phí?')).title).toBe(`${BIRTH}: lệ phí`)
  })

  it('starting again does', async () => {
    await bot.say('1.001193')
    await bot.say('bắt đầu lại')
    expect((await bot.say('còn lệ phí?')).title).toBe('Anh/chị hỏi lệ phí của việc gì ạ?')
  })

  it.each(['menu', '/help', 'trợ giúp'])('"%s" explains how to ask', async (text) => {
    expect((await bot.say(text)).title).toBe('Cách hỏi tôi')
  })

  it('examples are questions', async () => {
    expect((await bot.press('example:2')).title).toBe('Giấy xác nhận tình trạng hôn nhân: bao lâu')
  })

  it('people are one step away from an answer, and no hand-over is promised', async () => {
    const card = await bot.say('1.001193')
    expect(card.buttons.at(-1)).toEqual({ label: 'Gặp cán bộ', action: 'people' })
    const text = renderPlain(await bot.press('people'))
    expect(text).toContain('1800 1096')
    expect(text).toContain('Trung tâm Phục vụ hành chính công')
    expect(text).not.toContain('Gửi cho cán bộ')
  })
})

describe('no answer', () => {
  it('is never the same text twice running, and the second names who can answer', async () => {
    const texts: string[] = []
    for (const text of ['con chim bồ câu', 'con chim bồ câu', '😀', 'con chim bồ câu', 'xyzt']) {
      const card = await bot.say(text)
      texts.push(renderPlain(card))
      expect(card.buttons.length).toBeGreaterThan(0)
    }
    texts.forEach((text, i) => expect(text).not.toBe(texts[i - 1]))
    expect(texts[0]).toContain('Tôi không đoán')
    expect(texts[1]).toContain('Cổng Dịch vụ công quốc gia')
    await bot.say('1.001193')
    expect(renderPlain(await bot.say('con chim bồ câu'))).toBe(texts[0])
  })

  it('is counted as missed, masked', async () => {
    await bot.say('con chim 0912345678 bồ câu')
    expect(await bot.parts.questions.missed(5)).toMatchObject([
      { text: 'con chim [số điện thoại] bồ câu', count: 1, reason: 'not_found' },
    ])
  })

  it.each(['', '   ', '😀😀', '???', '\u0000\u0007\u200b', '\u0301\u0301'])(
    'nothing to read (%j) is answered',
    async (text) => {
      expect((await bot.say(text)).title).toBe('Xin lỗi, tôi chưa thấy câu hỏi')
      expect(await bot.parts.questions.missed(5)).toEqual([])
    },
  )

  it.each(['<script>alert(1)</script> là gì', '**đậm** [x](http://x.y)', '{{7*7}} ${1}'])(
    'nothing of %j comes back',
    async (text) => {
      const shown = renderPlain(await bot.say(text))
      expect(shown).not.toMatch(/[<>*]|alert|http|\{\{|\$\{/)
    },
  )

  it('echoes only plain words in a question back', async () => {
    const card = await bot.say('lam lai khai sinh <b>x</b>')
    expect(renderPlain(card)).not.toContain('<b>')
  })
})

describe('long texts', () => {
  const filler = 'Hôm qua trời mưa to lắm và chúng tôi ngồi nhà kể chuyện ngày xưa. '

  it('answers when a sentence in it asks something', async () => {
    const text = `${filler.repeat(20)}Tôi muốn xin giấy độc thân. Mất bao lâu? ${filler.repeat(5)}`
    expect((await bot.say(text)).title).toBe('Giấy xác nhận tình trạng hôn nhân: bao lâu')
  })

  it('else asks to shorten', async () => {
    expect((await bot.say(filler.repeat(30))).title).toMatch(/hơi dài/)
  })

  it.each(['a', 'lệ phí ', 'a. ', '😀', '1 ', '? ', 'ở đâu; '])(
    '10,000 characters of %j are answered, in little time',
    async (part) => {
      const before = performance.now()
      const card = await bot.say(part.repeat(10_000).slice(0, 10_000))
      expect(performance.now() - before).toBeLessThan(1_000)
      expect(card.title).not.toBe('')
    },
  )
})

describe('rating', () => {
  it('takes a button', async () => {
    const { ratingFor } = await bot.say('1.001193')
    expect((await bot.press(`rate:${ratingFor}:yes`)).title).toMatch(/cảm ơn/)
    expect(await bot.parts.questions.ratings(5)).toEqual([
      { entryId: '1.001193', helpful: 1, unhelpful: 0 },
    ])
  })

  it('takes typed words, and offers what else may have been meant', async () => {
    await bot.say('xin khai sinh trích lục')
    const card = await bot.say('chưa đúng')
    expect(card.title).toMatch(/chưa đúng/)
    expect(card.buttons.some(({ action }) => action.startsWith('show:'))).toBe(true)
    expect(await bot.parts.questions.ratings(5)).toMatchObject([{ unhelpful: 1 }])
  })

  it('an answer reached by a choice is rated for its own entry', async () => {
    await bot.say('lam lai khai sinh')
    const card = await bot.say('2')
    await bot.press(`rate:${card.ratingFor}:no`)
    expect(await bot.parts.questions.ratings(5)).toEqual([
      { entryId: '1.004884', helpful: 0, unhelpful: 1 },
    ])
  })

  it('of an unknown question changes nothing', async () => {
    const card = await bot.press('rate:nobody:yes')
    expect(card.title).toBe('Tôi không tìm thấy câu trả lời đó')
    expect(renderPlain(card)).not.toContain('cảm ơn')
    expect(await bot.parts.questions.ratings(5)).toEqual([])
  })

  it('of an answer of another conversation changes nothing', async () => {
    const { ratingFor } = await bot.say('1.001193', 'c1')
    const card = await bot.press(`rate:${ratingFor}:no`, 'c2')
    expect(card.title).toBe('Tôi không tìm thấy câu trả lời đó')
    expect(await bot.parts.questions.ratings(5)).toEqual([])
    await bot.say('lệ phí', 'c1')
    expect((await bot.press(`rate:${ratingFor}:yes`, 'c1')).title).toMatch(/cảm ơn/)
    expect(await bot.parts.questions.ratings(5)).toMatchObject([{ helpful: 1 }])
  })
})

describe('the stored conversation', () => {
  it('gives the same message its stored replies and does no work', async () => {
    const first = await bot.send({ text: 'giấy độc thân' }, 'c1', 'same')
    const again = await bot.send({ text: 'giấy độc thân' }, 'c1', 'same')
    expect(again).toEqual(first)
    expect(await bot.conversation.transcript('web', 'c1', 10)).toHaveLength(2)
    expect((await bot.parts.sessions.load('web', 'c1'))?.version).toBe(1)
  })

  it('refuses another text or action with the identifier of a message received before', async () => {
    await bot.send({ text: 'giấy độc thân, cccd 001099012345' }, 'c1', 'same')
    for (const message of [{ text: 'làm khai sinh' }, { action: 'help' }]) {
      await expect(bot.send(message, 'c1', 'same')).rejects.toMatchObject({ kind: 'conflict' })
    }
    const again = await bot.send({ text: 'giấy độc thân, cccd 001099012345' }, 'c1', 'same')
    expect(again).toHaveLength(2)
    expect(await bot.conversation.transcript('web', 'c1', 10)).toHaveLength(2)
  })

  it('gives nothing of another conversation to somebody who guesses an identifier', async () => {
    await bot.send({ text: 'giấy độc thân' }, 'c1', 'same')
    expect(await bot.send({ text: 'giấy độc thân' }, 'c2', 'same')).toEqual([])
  })

  it('keeps conversations apart', async () => {
    await bot.say('1.001193', 'c1')
    expect((await bot.say('lệ phí', 'c2')).title).toBe('Anh/chị hỏi lệ phí của việc gì ạ?')
  })

  it('answers messages that come at once in their order', async () => {
    const cards = await Promise.all([
      bot.say('1.001193'),
      bot.say('lệ phí'),
      bot.say('doi cccd o dau'),
      bot.say('mất bao lâu'),
    ])
    expect(cards.map(({ title }) => title)).toEqual([
      BIRTH,
      `${BIRTH}: lệ phí`,
      'Đổi thẻ căn cước hết hạn: nơi làm',
      'Đổi thẻ căn cước hết hạn: bao lâu',
    ])
    const replies = await bot.conversation.repliesAfter('web', 'c1', '')
    expect(replies).toHaveLength(4)
    const rest = await bot.conversation.repliesAfter('web', 'c1', replies[1]?.id ?? '')
    expect(rest.map(({ id }) => id)).toEqual(replies.slice(2).map(({ id }) => id))
  })

  it('an action that is none of ours is not stored as it came', async () => {
    await bot.press('x'.repeat(500))
    const [line] = await bot.conversation.transcript('web', 'c1', 5)
    expect(line).toMatchObject({ kind: 'message', action: 'help' })
  })

  it('a session of another format is read as empty', async () => {
    await bot.parts.sessions.save({
      channel: 'web',
      conversationId: 'c1',
      version: 1,
      data: { format: 99, entryId: '1.001193' },
      updatedAt: '2026-11-21T01:59:00.000Z',
    })
    expect((await bot.say('lệ phí')).title).toBe('Anh/chị hỏi lệ phí của việc gì ạ?')
  })

  it('holds no personal number anywhere in the database file', async () => {
    const secrets = [
      '001099012345',
      '0912345678',
      '079301234567',
      'hoi.dap@gmail.com',
      '19031234567015',
    ]
    const cards = await bot.send({ text: `cccd ${secrets[0]} của tôi hết hạn, sđt ${secrets[1]}` })
    expect(cards[0]?.title).toMatch(/^Xin đừng gửi số/)
    expect(cards[1]?.title).toBe('Đổi thẻ căn cước hết hạn')
    await bot.send({ text: `giấy độc thân cho 079 301 234 567, mail ${secrets[3]}` })
    await bot.send({ text: `stk ${secrets[4]} con chim` })
    await bot.send({ text: '０７９３０１２３４５６７' })
    const [first] = await bot.send({ text: 'ma otp 483920 gui toi, mat khau cua toi la hoa@1990' })
    expect(first?.title).toBe('Xin đừng gửi mật khẩu, mã OTP cho ai, kể cả vào đây')
    await database.close()
    const bytes = Buffer.concat(
      await Promise.all(
        ['', '-wal'].map((end) => readFile(`${file}${end}`).catch(() => Buffer.alloc(0))),
      ),
    )
    for (const secret of [...secrets, '079 301 234 567', '０７９３', '483920', 'hoa@1990']) {
      expect(bytes.includes(secret), secret).toBe(false)
    }
    expect(bytes.includes('[số căn cước]')).toBe(true)
    database = await openDatabase({ kind: 'sqlite', file }, { clock: systemClock })
  })
})

it('greets before anything was said, and asks to wait, without storing', async () => {
  expect(renderPlain(bot.conversation.welcome())).toContain('Tôi là máy')
  expect(renderPlain(bot.conversation.tooFast(12.2))).toContain('13 giây')
  expect(await bot.conversation.transcript('web', 'c1', 5)).toEqual([])
})
