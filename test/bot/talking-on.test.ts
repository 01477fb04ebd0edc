import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { EMPTY_UNIT, renderPlain } from '../../core/index.ts'
import type { Card } from '../../core/index.ts'
import { createTalk, loadShipped } from '../support/bot/shipped.ts'
import { WHOLE_UNIT } from '../support/units.ts'

/* What people say around their questions, over the shipped content for a unit with everything filled in. */

let shipped: Awaited<ReturnType<typeof loadShipped>>
let say: ReturnType<typeof createTalk>
beforeAll(async () => {
  shipped = await loadShipped(WHOLE_UNIT)
})
beforeEach(() => {
  say = createTalk(shipped, '2026-11-21', WHOLE_UNIT)
})

function cardOf(text: string): Card {
  const [card] = say(text).cards
  if (card === undefined) throw new Error('no card')
  expect(renderPlain(card).normalize('NFC').length).toBeLessThanOrEqual(600)
  expect(card.buttons.length).toBeLessThanOrEqual(5)
  for (const { label } of card.buttons) expect(label.length).toBeLessThanOrEqual(25)
  return card
}
const textOf = (text: string): string => renderPlain(cardOf(text))
const titleOf = (text: string): string => cardOf(text).title

describe('several wishes in one message', () => {
  it.each([
    [
      'lam ho chieu + doi bang lai + sao y khai sinh 1 luc dc ko',
      ['1.001456', '2.000815', '3.000347'],
    ],
    [
      'rớt bóp mất hết cccd, bằng lái, cà vẹt, bhyt',
      ['1.002759', '1.013080', '1.014064', '3.000348'],
    ],
    ['tách khẩu rồi làm lại căn cước luôn', ['1.010038', '1.014064']],
    ['mat cccd va bang lai', ['1.014064', '3.000348']],
  ])('"%s": a line each', (text, ids) => {
    const outcome = say(text)
    expect(outcome.asked?.outcome).toBe('choose')
    const { entryIds } = outcome.session.choices ?? { entryIds: [] }
    expect(entryIds.toSorted()).toEqual(ids)
    const lines = renderPlain(outcome.cards[0]!).split('\n')
    expect(lines.filter((line) => /^\d\. /.test(line))).toHaveLength(ids.length)
    const [first = ''] = entryIds
    expect(titleOf('1')).toBe(shipped.knowledge.find(first)?.shortTitle)
  })

  it('the identity card comes first', () => {
    expect(textOf('tách khẩu rồi làm lại căn cước luôn')).toMatch(/\n1\. Cấp lại thẻ căn cước/)
  })

  it.each([
    'khai sinh, hộ khẩu, bảo hiểm cho con',
    'đăng ký kết hôn, lệ phí bao nhiêu, nộp ở đâu',
    'chứng thực hợp đồng, giao dịch',
    'căn cước hết hạn rồi, đổi ở đâu',
    'nhận cha, mẹ, con',
    'đăng ký tạm trú với chủ trọ',
  ])('"%s" is one question', (text) => {
    expect(cardOf(text).title).not.toMatch(/^Anh\/chị hỏi .* việc\./)
  })
})

describe('opening hours', () => {
  it.each([
    [
      'mấy giờ mở cửa',
      /^Trung tâm .*Kỳ Anh: giờ làm việc\nThứ Hai đến thứ Sáu 07:30–11:30, 13:30–17:00; thứ Bảy/,
    ],
    [
      'chiều nay còn làm không',
      /: chiều thứ Bảy 21\/11\/2026 nghỉ\n.*chỉ làm: 07:30–11:30\nMở lại: thứ Hai/,
    ],
    ['sáng thứ 7 có làm không', /thứ Bảy 21\/11\/2026 làm việc 07:30–11:30/],
    ['mai có nghỉ không', /Chủ nhật 22\/11\/2026 nghỉ\nMở lại: thứ Hai 23\/11\/2026, 07:30/],
    ['công an xã làm thứ 7 không', /^Công an xã Kỳ Anh: thứ Bảy/],
    ['thứ ba này có làm không', /nghỉ\nNghỉ lễ: Ngày Văn hóa Việt Nam\.\nMở lại: thứ Tư 25\/11/],
    ['uy ban may gio lam viec', /^UBND xã Kỳ Anh: giờ làm việc/],
  ])('"%s"', (text, expected) => {
    expect(textOf(text)).toMatch(expected)
    expect(textOf(text)).toMatch(/0239 3000 00\d/)
  })

  it('of the office that is talked about', () => {
    say('doi can cuoc')
    expect(titleOf('thu bay co lam viec khong')).toMatch(/^Công an xã Kỳ Anh/)
  })

  it('says that it does not know them, with the usual week', () => {
    const bare = createTalk(shipped, '2026-11-21', EMPTY_UNIT)
    const text = renderPlain(bare('mấy giờ mở cửa').cards[0]!)
    expect(text).toMatch(/tôi chưa có giờ làm việc/)
    expect(text).toMatch(/Thường là giờ hành chính/)
    expect(text).not.toMatch(/null|undefined/)
  })
})

describe('the unit speaks', () => {
  it('in the greeting and where people are named', () => {
    expect(titleOf('xin chào')).toContain('máy trả lời tự động của UBND xã Kỳ Anh')
    expect(textOf('gặp cán bộ')).toMatch(
      /Trung tâm .* xã Kỳ Anh, 0239 3000 001, thứ Hai .*Địa chỉ: thôn Đồng Văn/,
    )
  })

  it('without a unit nothing empty is printed', () => {
    const bare = createTalk(shipped, '2026-11-21', EMPTY_UNIT)
    for (const text of [
      'xin chào',
      'gặp cán bộ',
      'lịch tiêm',
      'con chim bo cau',
      'mấy giờ mở cửa',
    ]) {
      for (const card of bare(text).cards) {
        expect(renderPlain(card)).not.toMatch(/null|undefined|[{}]|, *$|\(\)/m)
      }
    }
  })
})

describe('looking through', () => {
  it('groups, pages, numbers and back', () => {
    expect(textOf('danh mục')).toMatch(/\n1\. Hộ tịch\n/)
    expect(textOf('tiếp')).toMatch(/trang 2\/2/)
    expect(titleOf('2')).toMatch(/^Sao y, chứng thực/)
    expect(titleOf('1')).toMatch(/^Chứng thực bản sao/)
    expect(titleOf('đất đai')).toMatch(/^Đất đai \(trang 1/)
    expect(titleOf('<browse:g99:1>')).toMatch(/thay đổi/)
  })

  it('every entry in force is in some list, and every life event is there', () => {
    const shown = new Set<string>()
    const groups = 15
    for (let at = 0; at < groups; at += 1) {
      for (let page = 1; page < 30; page += 1) {
        const outcome = say(`<browse:g${at}:${page}>`)
        const { title, paragraphs } = outcome.cards[0]!
        for (const line of paragraphs[0] ?? []) shown.add(line.replace(/^\d+\. /, ''))
        const [, current, last] = /trang (\d+)\/(\d+)/.exec(title) ?? []
        if (current === last) break
      }
    }
    const events = new Set(shipped.browse.lifeEvents)
    const missing = shipped.knowledge
      .entries()
      .filter(({ id, isRepealed }) => !isRepealed && !events.has(id))
      .filter(
        ({ shortTitle }) =>
          ![...shown].some((name) => shortTitle.startsWith(name.replace(/ ?…$/, ''))),
      )
    expect(missing.map(({ id }) => id)).toEqual([])
    expect(shipped.browse.lifeEvents.filter((id) => shipped.knowledge.find(id) === null)).toEqual(
      [],
    )
    expect(shipped.browse.mostAsked.filter((id) => shipped.knowledge.find(id) === null)).toEqual([])
    expect(shipped.browse.mostAsked).toHaveLength(8)
  })

  it('events of a life', () => {
    expect(textOf('việc trong đời')).toMatch(/1\. .*sinh con/)
    expect(say('3').session.entryId).toBe('co-nguoi-mat')
    expect(say('tôi mới sinh con').session.entryId).toBe('sinh-con')
  })
})

describe('what only the commune knows', () => {
  it.each([
    'khi nào xã phát tiền hỗ trợ lũ lụt',
    'danh sach ho ngheo xa toi',
    'bao giờ có điện',
    'lịch tiêm',
    'lich hop dan',
  ])('"%s"', (text) => {
    const { asked, cards } = say(text)
    expect(asked).toMatchObject({ outcome: 'none', reason: 'no_local_data' })
    expect(renderPlain(cards[0]!)).toContain('UBND xã Kỳ Anh, 0239 3000 002')
    expect(titleOf(text)).not.toBe(cards[0]?.title)
  })

  it('says 112 only where there may be danger', () => {
    expect(textOf('bao giờ có điện')).not.toContain('112')
  })
})

describe('after an answer', () => {
  it('"không phải việc này": what else was near, then the people', () => {
    say('doi can cuoc bao nhieu tien')
    expect(textOf('không phải việc này')).toMatch(/\n1\. .*\n2\. /)
    expect(titleOf('không phải việc này')).toMatch(/^Nơi có người trả lời/)
    say('doi can cuoc bao nhieu tien')
    const { entryIds = [] } = say('không phải việc này').session.choices ?? {}
    expect(say('2').session.entryId).toBe(entryIds[1])
  })

  it('in plainer words, then a person', () => {
    say('lam khai sinh')
    const plain = textOf('nói lại dễ hiểu hơn')
    expect(plain).toMatch(/\n- Mang theo: .*\n- Đến: .*\n- Chờ: .*\n- Trả: /)
    expect(plain).not.toMatch(/1\.001193|NĐ |QĐ |Luật/)
    expect(textOf('khó hiểu quá')).toMatch(/nói chuyện với người\n[\s\S]*0239 3000 001/)
    expect(titleOf('le phi')).toBe('Đăng ký khai sinh: lệ phí')
  })

  it.each(['khó hiểu quá', 'nói ngắn gọn thôi', 'noi don gian cho bac hieu di'])(
    '"%s" about nothing asks about what',
    (text) => expect(titleOf(text)).toMatch(/nói lại việc nào/),
  )

  it('where it comes from', () => {
    say('doi can cuoc bao nhieu tien')
    const text = textOf('chắc không, nguồn đâu')
    expect(text).toMatch(/- Lệ phí: TT 64\/2025.*chắc.*kiểm tra \d\d\/\d\d\/2026/)
    expect(text).toMatch(/dichvucong\.gov\.vn.*1\.014063/)
    say = createTalk(shipped, '2026-11-21', WHOLE_UNIT)
    expect(textOf('chắc không, nguồn đâu')).toMatch(/nguồn của việc nào/)
  })

  it('another situation is the neighbour, not the same once more', () => {
    say('mat can cuoc')
    expect(say('con vo tui thi het han roi').session.entryId).toBe('1.014063')
    expect(say('cua con toi bi mat roi').session.entryId).toBe('1.014064')
  })

  it('what is not held is so twice, in other words', () => {
    const [first] = say('đăng kiểm xe ô tô').cards
    const [second] = say('đăng kiểm xe ô tô').cards
    expect(second?.title).not.toBe(first?.title)
    expect(second?.title).toMatch(/chưa có thông tin/)
  })
})

describe('small talk', () => {
  it.each(['cảm ơn', 'ok', 'cho hoi', 'thôi khỏi', 'sai roi'])(
    '"%s" twice is two replies',
    (text) => {
      expect(titleOf(text)).not.toBe(titleOf(text))
    },
  )

  it('an unknown command gets the help, which lists what can be typed', () => {
    const help = textOf('/xong')
    for (const typed of ['danh mục', 'việc trong đời', 'gặp cán bộ', 'bắt đầu lại', 'nguồn đâu']) {
      expect(help).toContain(`"${typed}"`)
      expect(titleOf(typed)).not.toMatch(/^Xin lỗi/)
    }
  })
})
