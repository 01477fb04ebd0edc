import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answerOnce } from '../../bot/index.ts'
import { EMPTY_UNIT, renderPlain } from '../../core/index.ts'
import { createTalk, loadShipped } from '../support/bot/shipped.ts'
import { WHOLE_UNIT } from '../support/units.ts'

/* How a conversation goes on, over the shipped content: what is named, what is still talked about, what is meant. */

let shipped: Awaited<ReturnType<typeof loadShipped>>
let say: ReturnType<typeof createTalk>
beforeAll(async () => {
  shipped = await loadShipped(WHOLE_UNIT)
})
beforeEach(() => {
  say = createTalk(shipped, '2026-11-21', WHOLE_UNIT)
})

const textOf = (text: string): string => say(text).cards.map(renderPlain).join('\n')
const titleOf = (text: string): string => say(text).cards[0]?.title ?? ''
const entryOf = (text: string): string | null => say(text).session.entryId
const askedOf = (text: string): string | null | undefined => say(text).asked?.entryId

describe('one wish is not cut in two', () => {
  it.each(['kết hôn với người trung quốc', 'ban trai nguoi uc muon ket hon voi em'])(
    '"%s"',
    (text) => expect(askedOf(text)).toBe('2.000806'),
  )

  it.each(['làm hộ chiếu với đổi căn cước', 'đăng ký kết hôn với xin giấy độc thân'])(
    '"%s" is two',
    (text) => expect(say(text).session.choices?.entryIds).toHaveLength(2),
  )
})

describe('the name of a field', () => {
  it.each([
    ['lý lịch tư pháp', '3.000333'],
    ['nuoi con nuoi', '2.001263'],
  ])('"%s" is its procedure', (text, id) => expect(askedOf(text)).toBe(id))

  it('with several procedures lists those of the field alone, by number and typed page', () => {
    const lines = textOf('nghĩa vụ quân sự')
      .split('\n')
      .filter((line) => /^\d\. /.test(line))
    expect(lines.length).toBeGreaterThan(3)
    expect(lines[0]).toContain('nghĩa vụ quân sự lần đầu')
    expect(lines.join()).not.toContain('Chuyển trường')
    expect(entryOf('1')).toBe('1.013133')
  })

  it('answers an open choice first, and opens its group under the list of groups', () => {
    say('mai tang phi')
    expect(askedOf('người có công')).toBe('1.010824')
    say('danh mục')
    expect(titleOf('cải cách hành chính')).toMatch(/^Cải cách hành chính \(trang 1/)
  })
})

describe('a word of one option chooses it', () => {
  it.each([
    ['xe', '1.013076'],
    ['đất', '1.013831'],
    ['cai xe do a', '1.013076'],
    ['đất đai', '1.013831'],
  ])('"%s"', (text, id) => {
    say('sang ten')
    expect(askedOf(text)).toBe(id)
  })
})

describe('the longest phrase for an aspect counts', () => {
  it.each([
    ['xin giay doc than', 'gia tri may thang', '1.004873'],
    ['xin phep xay nha', 'ban ve can may bo', '1.013225'],
    ['bao mat ho chieu', 'may tieng phai bao', '1.010386'],
    ['gui buu dien', 'khi nhan can gi', 'dich-vu-buu-chinh-cong-ich'],
    ['nhap ho khau cho vo', 'nop o ca xa nao', '1.004222'],
    ['mat cccd', 'bao nhieu tien', '1.014064'],
    ['lam ho chieu', 'bao nhieu', '1.001456'],
  ])('%s: "%s"', (first, next, id) => {
    say(first)
    expect(askedOf(next)).toBe(id)
  })

  it('how many copies stands with the papers', () => {
    say('xin phep xay nha')
    expect(textOf('ban ve can may bo')).toMatch(/2 bộ|hai bộ/i)
  })
})

describe('what is talked about is kept', () => {
  it.each([
    ['lam ho chieu', 'cho con 3 tuổi thì sao', '1.001456'],
    ['mo tiem tap hoa', 'vậy thuế thì sao', '1.011022'],
    ['nghi ban luon', 'thue thi sao', '1.001266'],
    ['xin vao ho ngheo', 'được hưởng gì', 'ho-ngheo'],
  ])('%s: "%s"', (first, next, id) => {
    say(first)
    expect(entryOf(next)).toBe(id)
  })

  it('after one question that named nothing we know, a bare aspect is still about it', () => {
    say('lam khai sinh')
    expect(say('con chim').asked?.outcome).toBe('none')
    expect(titleOf('mấy ngày')).toBe('Đăng ký khai sinh: bao lâu')
  })

  it('after something that we know by name it is asked of what', () => {
    say('lam khai sinh')
    say('dang kiem xe')
    expect(titleOf('mấy ngày')).toMatch(/của việc gì/)
  })

  it('the taxes of a transfer of land, then the transfer', () => {
    say('sang ten dat cho con')
    expect(askedOf('thuế bao nhiêu')).toBe('sang-ten-so-do-het-bao-nhieu-tien')
    expect(titleOf('mấy ngày')).toBe('Sang tên nhà, đất: bao lâu')
  })
})

describe('a situation is the neighbour', () => {
  it.each([
    ['doi can cuoc het han', 'con mat thi sao', '1.014064'],
    ['dang ky ket hon', 'con mat thi sao', '2.000635'],
    ['doi bang lai', 'mất luôn rồi', '3.000348'],
    ['doi bang lai', 'quá hạn rồi', 'bang-lai-qua-han'],
    ['bao mat ho chieu', 'xin lại thì sao', '1.001456'],
    ['the chap so do', 'xóa thì sao', '1.011443'],
  ])('%s: "%s"', (first, next, id) => {
    say(first)
    expect(entryOf(next)).toBe(id)
  })

  it('a death is no lost paper, and what it costs neither', () => {
    say('dang ky ket hon')
    expect(entryOf('chong mat roi')).not.toBe('2.000635')
    say('dang ky ket hon')
    expect(titleOf('mat bao lau')).toBe('Đăng ký kết hôn: bao lâu')
  })
})

describe('"quay lại"', () => {
  it('is to the one named', () => {
    say('khai sinh cho con')
    say('con ket hon thi sao')
    expect(entryOf('quay lại khai sinh')).toBe('1.001193')
    expect(titleOf('phi')).toBe('Đăng ký khai sinh: lệ phí')
    expect(entryOf('trở lại việc kết hôn')).toBe('1.000894')
  })

  it('leaves names alone', () => {
    expect(entryOf('đăng ký lại khai sinh')).toBe('1.004884')
  })
})

describe('a guide', () => {
  it.each(['cac buoc', 'phai lam nhung giay to gi'])('"%s": its steps first', (text) => {
    say('toi moi sinh con')
    const card = textOf(text)
    expect(card).toMatch(/^Nhà mới sinh con: các bước làm\n- /)
    expect(card.match(/^- /gm)?.length).toBeGreaterThan(4)
    const rest = textOf('tiếp')
    expect(rest).toMatch(/các bước làm \(tiếp\)\n- /)
    expect(rest).not.toContain('Chúc mừng')
  })
})

it('no line of services is cut in front of its doubt', () => {
  for (const { id, kind } of shipped.knowledge.entries()) {
    if (kind !== 'procedure') continue
    const text = textOf(`<show:${id}::1>`)
    expect(text.match(/(?:Nộp mạng|Bưu chính|Trả tiền mạng): [^.]*… \(/g), id).toBeNull()
  }
})

describe('opening hours in any order of words', () => {
  it.each(['mấy h ubnd xã làm việc', 'mấy giờ ủy ban xã làm việc', 'ubnd xa lam viec may h'])(
    '"%s"',
    (text) => expect(titleOf(text)).toBe('UBND xã Kỳ Anh: giờ làm việc'),
  )

  it('not known: says so, also while something else is talked about', async () => {
    const bare = createTalk(await loadShipped(), '2026-11-21', EMPTY_UNIT)
    bare('lam khai sinh')
    for (const text of ['mấy h ubnd xã làm việc', 'may gio lam viec']) {
      const shown = renderPlain(bare(text).cards[0]!)
      expect(shown).toMatch(/tôi chưa có giờ làm việc\nThường là giờ hành chính/)
    }
  })
})

describe('who holds an office', () => {
  it.each(['chu tich xa minh ten gi', 'bi thu xa la ai', 'so dien thoai chu tich xa'])(
    '"%s" is not known here, when the guard lets it pass',
    (text) => {
      const { knowledge, calendar, browse } = shipped
      const unguarded = createTalk({ knowledge, calendar, browse }, '2026-11-21', WHOLE_UNIT)
      unguarded('lam khai sinh')
      expect(unguarded(text).asked).toMatchObject({ outcome: 'none', reason: 'no_local_data' })
    },
  )
})

describe('one question on the command line', () => {
  const once = (text: string) =>
    answerOnce(shipped.knowledge, text, { ...shipped, day: '2026-11-21', unit: WHOLE_UNIT })

  it.each([
    ['quay lại khai sinh', '1.001193', /^Đăng ký khai sinh/],
    ['doi can cuoc nop hom nay bao gio xong', '1.014063', /thì bao giờ xong/],
  ])('"%s" is answered as in the conversation', (text, id, title) => {
    const { answer, text: shown } = once(text)
    expect(answer).toMatchObject({ outcome: 'answer', entry: { id } })
    expect(answer.candidates[0]).toMatchObject({ entry: { id } })
    expect(shown).toMatch(title)
  })

  it('several wishes are a choice', () => {
    const { answer } = once('lam ho chieu + doi bang lai')
    expect(answer.outcome).toBe('choose')
    expect(
      answer.candidates
        .slice(0, 2)
        .map(({ entry }) => entry.id)
        .toSorted(),
    ).toEqual(['1.001456', '3.000347'])
  })
})
