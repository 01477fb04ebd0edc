import { expect, it } from 'vitest'
import { forEachDatabase } from '../support/databases.ts'
import { openBot } from '../support/bot/open-bot.ts'

forEachDatabase('conversation', ({ open, newTarget }) => {
  it('answers, follows up, and gives the same message its stored reply', async () => {
    const bot = openBot(await open())
    expect((await bot.say('1.001193')).title).toBe('Đăng ký khai sinh')
    const first = await bot.send({ text: 'còn phí?' }, 'c1', 'same')
    expect(first.map(({ title }) => title)).toEqual(['Đăng ký khai sinh: lệ phí'])
    expect(await bot.send({ text: 'còn phí?' }, 'c1', 'same')).toEqual(first)
    expect(await bot.conversation.transcript('web', 'c1', 10)).toHaveLength(4)
  })

  it('two processes on one conversation answer each message once', async () => {
    const target = await newTarget()
    const one = openBot(await open(target))
    const two = openBot(await open(target))
    const sent = await Promise.all(
      Array.from({ length: 16 }, (_, i) =>
        (i % 2 ? one : two).send({ text: 'xin giấy độc thân mất bao lâu' }, 'shared', `m${i}`),
      ),
    )
    const titles = sent.flatMap((cards) => cards.map(({ title }) => title))
    expect(titles).toEqual(
      Array.from({ length: 16 }, () => 'Giấy xác nhận tình trạng hôn nhân: bao lâu'),
    )
    const replies = await one.conversation.repliesAfter('web', 'shared', '')
    expect(new Set(replies.map(({ inboxId }) => inboxId)).size).toBe(16)
    expect(replies).toHaveLength(16)
    expect((await one.parts.sessions.load('web', 'shared'))?.version).toBe(16)
  })
})
