import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { renderPlain } from '../../core/index.ts'
import { REPEATED_MISSES } from '../../bot/cards/wording.ts'
import { createTalk, loadShipped } from '../support/bot/shipped.ts'

let shipped: Awaited<ReturnType<typeof loadShipped>>
let say: ReturnType<typeof createTalk>
beforeAll(async () => {
  shipped = await loadShipped()
})
beforeEach(() => {
  say = createTalk(shipped)
})

const titleOf = (text: string): string => say(text).cards[0]?.title ?? ''
const labelsOf = (text: string): string[] =>
  (say(text).cards[0]?.buttons ?? []).map(({ label }) => label)

describe('greetings are whole phrases', () => {
  it.each(['tam vang', 'khai bao tam vang', 'tam tru'])('"%s" is a question', (text) => {
    expect(say(text).asked?.outcome).not.toBe('none')
    expect(say(text).cards[0]?.title).not.toMatch(/cảm ơn/)
  })

  it.each([
    'cam on chu nhieu nghe',
    'cảm ơn nghen',
    'tam biet nhoa',
    'thank you he',
    'cam on em hen',
  ])('"%s" is thanked', (text) => expect(titleOf(text)).toBe('Xin cảm ơn anh/chị.'))
})

describe('small words are answered in short, and are no questions', () => {
  it.each([
    ['ok', /^Dạ vâng/],
    ['uh', /^Dạ vâng/],
    ['ko', /^Dạ vâng/],
    ['thoi khoi', /^Dạ vâng/],
    ['dung roi', /^Dạ vâng/],
    ['sai roi', /^Xin lỗi/],
    ['a lo', /^Xin chào/],
    ['co ai khong', /mời anh\/chị hỏi/],
    ['toi muon hoi', /mời anh\/chị hỏi/],
    ['cho hoi', /mời anh\/chị hỏi/],
    ['cho chị hỏi chút', /mời anh\/chị hỏi/],
    ['chao ban, cho toi hoi', /mời anh\/chị hỏi/],
    ['tiep', /không còn phần nào/],
    ['xem tiep', /không còn phần nào/],
    ['7', /mời anh\/chị hỏi/],
    ['/admin', /^Cách hỏi/],
  ])('"%s"', (text, title) => {
    const outcome = say(text)
    expect(outcome.cards[0]?.title).toMatch(title)
    expect(outcome.asked).toBeUndefined()
    expect(outcome.session.misses).toBe(0)
    expect(outcome.cards[0]?.buttons.some(({ action }) => action === 'people')).toBe(true)
  })

  it('do not end what the conversation is about', () => {
    say('lam khai sinh')
    for (const text of ['ok', 'cam on', 'uh', 'thoi']) say(text)
    expect(titleOf('phi')).toBe('Đăng ký khai sinh: lệ phí')
  })
})

describe('what an open procedure is asked', () => {
  it.each([
    ['phi', 'lệ phí'],
    ['phí?', 'lệ phí'],
    ['tiền', 'lệ phí'],
    ['thế còn lệ phí', 'lệ phí'],
    ['lephi', 'lệ phí'],
    ['leej phis', 'lệ phí'],
    ['le65 phi1', 'lệ phí'],
    ['may dong', 'lệ phí'],
    ['ton tien khong', 'lệ phí'],
    ['chung nao lay', 'bao lâu'],
    ['maast bao laau', 'bao lâu'],
    ['o mo', 'nơi làm'],
    ['momo duoc khong', 'trả tiền trên mạng'],
  ])('"%s"', (text, aspect) => {
    say('lam khai sinh')
    expect(titleOf(text)).toBe(`Đăng ký khai sinh: ${aspect}`)
  })

  it('a guide in between does not lose it', () => {
    say('lam khai sinh')
    expect(titleOf('thanh toan truc tuyen tren cong dich vu cong')).toMatch(/trên mạng/)
    expect(titleOf('ai di thay duoc')).toBe('Đăng ký khai sinh: ai đi thay được')
  })

  it.each(['the con', 'vay gio lam sao', 'noi ro hon di', 'la sao chua hieu'])(
    '"%s" gets the overview and is asked which part',
    (text) => {
      say('lam khai sinh')
      const { cards, asked } = say(text)
      expect(cards[0]?.title).toBe('Đăng ký khai sinh')
      expect(renderPlain(cards[0]!)).toContain('muốn hỏi phần nào')
      expect(cards[0]?.buttons[0]?.label).toBe('Giấy tờ cần có')
      expect(asked).toBeUndefined()
    },
  )

  it.each(['con chim bo cau', 'drone bay tren nha', 'phat nong do con xe may'])(
    'after "%s" it is asked of what, with the old one on the first button',
    (text) => {
      say('lam khai sinh')
      expect(say(text).asked?.outcome).toBe('none')
      const { cards } = say('bao lau')
      expect(cards[0]?.title).toBe('Anh/chị hỏi bao lâu của việc gì ạ?')
      expect(titleOf('bao lau')).not.toBe(cards[0]?.title)
      expect(titleOf(`<${cards[0]?.buttons[0]?.action}>`)).toBe('Đăng ký khai sinh: bao lâu')
      expect(titleOf('phi')).toBe('Đăng ký khai sinh: lệ phí')
    },
  )

  it('"hồ sơ của tôi đến đâu" asks how far it is, not where to go', () => {
    expect(titleOf('ho so cua toi den dau')).toMatch(/^Tra cứu hồ sơ/)
    expect(titleOf('ho so H33.05.20-261110-0012 toi dau roi')).toBe(
      'Tra cứu hồ sơ H33.05.20-261110-0012',
    )
  })
})

describe('the list of a question back', () => {
  beforeEach(() => {
    say('lam lai khai sinh')
  })

  it('has three options here', () => {
    expect(say('quay lai').session.choices?.entryIds).toHaveLength(3)
  })

  it.each(['o mo', 'mat bao lau', 'may dong', 'khong biet nua', 'uh'])(
    '"%s" names no option and does not lose it',
    (text) => {
      expect(titleOf(text)).toMatch(/^Xin chọn một trong ba việc/)
      expect(titleOf('2')).toMatch(/^Đăng ký lại khai sinh/)
    },
  )

  it('stays for a while: after a choice, a follow-up, a miss, thanks', () => {
    expect(titleOf('2')).toBe('Đăng ký lại khai sinh')
    expect(titleOf('le phi')).toBe('Đăng ký lại khai sinh: lệ phí')
    expect(titleOf('mot')).toMatch(/^Xin bản sao/)
    say('cam on')
    expect(titleOf('cai thu hai')).toBe('Đăng ký lại khai sinh')
    expect(titleOf('quay lai')).toMatch(/^Xin chọn một trong ba việc/)
    say('con chim bo cau')
    expect(titleOf('cai cuoi')).toMatch(/^Thay đổi, cải chính/)
    expect(titleOf('4')).toBe('Xin nói rõ thêm một chút')
  })

  it('is over when another procedure is answered, and after some messages', () => {
    say('1.004873')
    expect(titleOf('2')).not.toMatch(/Đăng ký lại/)
    say('lam lai khai sinh')
    for (let i = 0; i < 8; i += 1) say('cam on')
    expect(titleOf('2')).not.toMatch(/Đăng ký lại/)
  })

  it('"cả hai" of three asks which two; two numbers show two', () => {
    expect(titleOf('ca hai')).toBe('Anh/chị muốn xem hai việc nào trong các việc dưới đây ạ?')
    expect(say('1 và 3').cards.map(({ title }) => title)).toEqual([
      'Xin bản sao khai sinh, trích lục hộ tịch',
      'Thay đổi, cải chính hộ tịch',
    ])
    say('lam lai khai sinh')
    expect(say('tất cả').cards).toHaveLength(3)
  })

  it('repeats the words of the asker only with their marks, and has people on it', () => {
    expect(titleOf('lam lai khai sinh')).not.toContain('"')
    expect(titleOf('Làm lại khai sinh?')).toContain('"Làm lại khai sinh"')
    expect(labelsOf('lam lai khai sinh').at(-1)).toBe('Gặp cán bộ')
  })
})

describe('no answer', () => {
  it('takes another way out each time and never turns in a circle of two', () => {
    const titles = Array.from({ length: 12 }, (_, i) => titleOf(`con chim bo cau ${'x'.repeat(i)}`))
    expect(new Set(titles).size).toBe(REPEATED_MISSES.length + 1)
    titles.forEach((title, at) => {
      expect(title).not.toBe(titles[at - 1])
      expect(title).not.toBe(titles[at - 2])
    })
  })

  it('a number presses a button to something near', () => {
    const { cards } = say('tam tru tren sao hoa co ton tien ko')
    const first = cards[0]?.buttons[0]
    expect(first?.action).toMatch(/^show:/)
    const id = first?.action.split(':')[1] ?? ''
    expect(titleOf('1')).toContain(shipped.knowledge.find(id)?.shortTitle)
  })

  it.each(['visa', 'dm', 'lephi', '/admin', 'ｖｉｓａ', 'ｌｅ ｐｈｉ', 'iphone'])(
    '"%s" shows no foreign language',
    (text) => expect(titleOf(text)).not.toMatch(/tiếng Việt/),
  )

  it('a foreign sentence is told so', () => {
    expect(titleOf('how to register a birth please')).toMatch(/tiếng Việt/)
  })

  it('full-width letters are read', () => {
    expect(titleOf('ｌａｍ ｋｈａｉ ｓｉｎｈ')).toBe('Đăng ký khai sinh')
  })

  it('a code that nothing has is named', () => {
    expect(titleOf('9.999999')).toBe('Tôi không có thủ tục nào mang mã 9.999999')
  })

  it('offers no cheerful examples where nothing is known of the situation', () => {
    expect(labelsOf('me toi mat tich tren bien')).not.toContain('Làm khai sinh cho con')
  })

  it('names the call centre only where people are asked for, in one spelling', () => {
    const texts = ['con chim', 'bo cau', 'bay cao', 'xa tit', 'troi xanh'].map((text) =>
      renderPlain(say(text).cards[0]!),
    )
    for (const text of texts) expect(text).not.toMatch(/1800 ?1096/)
    expect(renderPlain(say('<people>').cards[0]!)).toContain('1800 1096 (xin hỏi lại')
  })
})

describe('the calendar', () => {
  it.each([
    ['24/11 co lam viec khong', 'Thứ Ba 24/11/2026 là ngày nghỉ', /Ngày Văn hóa Việt Nam/],
    ['hom nay xa co lam viec khong', 'Thứ Bảy 21/11/2026 là ngày nghỉ cuối tuần', /thứ Hai 23\/11/],
    ['mai uy ban co lam viec khong', 'Chủ nhật 22/11/2026 là ngày nghỉ cuối tuần', /xin hỏi/],
    ['ngày 25 tháng 11 có làm việc không', 'Thứ Tư 25/11/2026 là ngày làm việc', /xin hỏi nơi nộp/],
    ['tet nghi may ngay', 'Tết Đinh Mùi: nghỉ 7 ngày liền', /chưa có thông báo chính thức/],
    ['tết dương lịch nghỉ mấy ngày', 'Tết Dương lịch: nghỉ 3 ngày liền', /Bộ luật Lao động/],
    ['2/9 nghi may ngay', 'Quốc khánh: nghỉ 4 ngày liền', /chưa có thông báo/],
    ['mùng 2 tết có làm việc không', 'Tết Đinh Mùi: nghỉ 7 ngày liền', /05\/02\/2027/],
  ])('"%s"', (text, title, line) => {
    const { cards } = say(text)
    expect(cards[0]?.title).toBe(title)
    expect(renderPlain(cards[0]!)).toMatch(line)
    expect(renderPlain(cards[0]!)).toMatch(/Nguồn: /)
  })

  it.each(['nghi thai san may ngay', 'lam khai sinh mai co duoc khong', 'thu tuc nghi huu'])(
    '"%s" is no question about the calendar',
    (text) => expect(titleOf(text)).not.toMatch(/ngày (?:nghỉ|làm việc)/),
  )

  it('what an entry says of its own days goes before it', () => {
    say('doi can cuoc het han')
    expect(titleOf('thu bay co lam viec khong')).toMatch(/căn cước.*: nơi làm/)
  })
})
