import { describe, expect, it } from 'vitest'
import { renderPlain } from '../../core/index.ts'
import type { Card } from '../../core/index.ts'
import { answerCard } from '../../bot/cards/answer-card.ts'
import { breakLine } from '../../bot/cards/card-text.ts'
import { clip, clipClause, wholeWords } from '../../bot/cards/clip.ts'
import type { Aspect, Entry } from '../../knowledge/index.ts'
import { calendar, noHolidays } from '../support/bot/calendar.ts'
import {
  birth,
  birthLinked,
  identityCard,
  makeEntry,
  onlineGuide,
  singleStatus,
} from '../support/bot/entries.ts'

interface Options {
  day?: string
  page?: number
  replacedCode?: string
}

const card = (entry: Entry, aspects: readonly Aspect[], options: Options = {}): Card =>
  answerCard({
    entry,
    aspects,
    day: options.day ?? '2026-11-21',
    calendar,
    replacedCode: options.replacedCode ?? null,
    page: options.page ?? 1,
    ratingFor: null,
  })

const linesOf = (shown: Card): string[] => renderPlain(shown).split('\n')
const startsOf = (lines: readonly string[], starts: readonly string[]): string[] =>
  lines.flatMap((line) => starts.filter((start) => line.startsWith(start)))

/** What holds for every card. */
function expectWellFormed(shown: Card): void {
  expect(renderPlain(shown).normalize('NFC').length).toBeLessThanOrEqual(600)
  expect(shown.buttons.length).toBeGreaterThan(0)
  expect(shown.buttons.length).toBeLessThanOrEqual(5)
  for (const { label, action } of shown.buttons) {
    expect(label.length).toBeLessThanOrEqual(25)
    expect(action).toMatch(/^[\x21-\x7e]{1,60}$/)
  }
  expect(renderPlain(shown)).not.toMatch(/[{}]|undefined|null/)
}

describe('reference card 1: one aspect', () => {
  const shown = card(birth, ['components'])

  it('names the procedure and the aspect, then what was asked whole, then the fixed order', () => {
    expectWellFormed(shown)
    expect(linesOf(shown)).toEqual([
      'Đăng ký khai sinh: giấy tờ cần có',
      '- Tờ khai (quầy có mẫu; nộp mạng thì điền trên máy)',
      '- Giấy chứng sinh. Không có thì giấy của người làm chứng; không có nữa thì giấy cam đoan',
      '- Giấy tờ tùy thân của người đi làm, chỉ xuất trình',
      '',
      'Nộp ở: xã nơi cha hoặc mẹ cư trú',
      'Xong: trong ngày; nộp sau 15 giờ thì ngày làm việc kế tiếp',
      'Lệ phí: 0 đ nếu trong 60 ngày; bản sao 8.000 đ/bản. Chỉ nộp theo biên lai',
      'Nộp mạng: được, toàn trình. Bưu chính: được. Trả tiền mạng: được',
      'Nguồn: 1.001193, QĐ 163/QĐ-BTP; kiểm tra 21/11/2026',
    ])
  })

  it('offers what was not asked, and a way to people', () => {
    expect(shown.buttons.map(({ label }) => label)).toEqual([
      'Làm cùng BHYT, căn cước',
      'Xin bản sao',
      'Ở đâu, mấy giờ',
      'Nộp trên mạng',
      'Gặp cán bộ',
    ])
  })
})

describe('reference card 2: two aspects, a value that ends, a doubt, a holiday', () => {
  it('labels both, shows the end date, the holiday and the doubt beside its value', () => {
    const shown = card(identityCard, ['place_hours', 'fee'])
    expectWellFormed(shown)
    const lines = linesOf(shown)
    expect(lines.slice(0, 4)).toEqual([
      'Đổi thẻ căn cước hết hạn: nơi làm và lệ phí',
      'Ở đâu: Công an xã, phường hoặc Công an tỉnh bất kỳ trong cả nước, không cần về quê',
      'Lệ phí: 25.000 đ đến hết 31/12/2026 (mức thường 50.000 đ, đang giảm một nửa). Chỉ nộp theo biên lai',
      '',
    ])
    expect(lines).toContain('Xong: 7 ngày làm việc. Thứ Ba 24/11 nghỉ lễ, không tính')
    expect(lines.find((line) => line.includes('5230'))).toContain('xin hỏi lại Công an xã mẫu mới')
    expect(lines.filter((line) => line.includes('xin hỏi lại'))).toHaveLength(1)
    expect(lines.at(-1)).toBe('Nguồn: 1.014063, TT 64/2025/TT-BTC; kiểm tra 21/11/2026')
  })

  it('shows 50.000 đ by itself from 01/01/2027, and no holiday that is past', () => {
    const text = renderPlain(card(identityCard, ['place_hours', 'fee'], { day: '2027-01-01' }))
    expect(text).toContain('\nLệ phí: 50.000 đ. Chỉ nộp theo biên lai')
    expect(text).not.toContain('25.000')
    expect(text).not.toContain('nghỉ lễ')
    const lastDay = renderPlain(card(identityCard, ['fee'], { day: '2026-12-31' }))
    expect(lastDay).toContain('25.000 đ đến hết 31/12/2026')
  })

  it('writes the end date where the short form leaves it out', () => {
    expect(linesOf(card(identityCard, ['components']))).toContain(
      'Lệ phí: 25.000 đ (đến hết 31/12/2026). Chỉ nộp theo biên lai',
    )
  })

  it('says that a value which has ended is not known any more', () => {
    const ended = makeEntry({
      id: '1.014063',
      title: 'Đổi thẻ',
      values: { fee: [{ text: '25.000 đ', validTo: '2026-12-31' }] },
    })
    const text = renderPlain(card(ended, ['fee'], { day: '2027-01-01' }))
    expect(text).not.toContain('25.000')
    expect(text).toContain('31/12/2026')
    expect(text).toContain('Trung tâm Phục vụ hành chính công')
  })
})

it('reference card 3: three aspects asked at once come in the order asked', () => {
  const shown = card(birth, ['postal', 'fee', 'duration'])
  expectWellFormed(shown)
  const lines = linesOf(shown)
  expect(lines[0]).toBe('Đăng ký khai sinh: gửi qua bưu điện, lệ phí và bao lâu')
  expect(startsOf(lines, ['Bưu chính:', 'Lệ phí:', 'Bao lâu:', 'Giấy tờ:', 'Nộp ở:'])).toEqual([
    'Bưu chính:',
    'Lệ phí:',
    'Bao lâu:',
    'Giấy tờ:',
    'Nộp ở:',
  ])
})

it('reference card 6: says plainly that the asked value is missing and who knows it, then the rest', () => {
  const shown = card(singleStatus, ['fee'])
  expectWellFormed(shown)
  const lines = linesOf(shown)
  expect(lines[0]).toBe('Giấy xác nhận tình trạng hôn nhân: lệ phí')
  expect(lines[1]).toMatch(/chưa có .* lệ phí .*Trung tâm Phục vụ hành chính công/)
  expect(lines[1]).not.toMatch(/\d/)
  expect(startsOf(lines, ['Xin lưu ý:', 'Giấy tờ:', 'Xong:', 'Nộp mạng:', 'Nguồn:'])).toEqual([
    'Xin lưu ý:',
    'Giấy tờ:',
    'Xong:',
    'Nộp mạng:',
    'Nguồn:',
  ])
})

it('several long values asked at once: the first whole, the others in one line', () => {
  const long = (word: string): string => `${word} dài. `.repeat(45).trim()
  const entry = makeEntry({
    id: '1.000007',
    title: 'Việc',
    values: {
      postal: [long('bưu')],
      fee: [{ text: long('phí'), short: 'phí ngắn' }],
      duration: [{ text: long('hạn'), short: 'hạn ngắn' }],
    },
  })
  const shown = card(entry, ['postal', 'fee', 'duration'])
  expectWellFormed(shown)
  expect(linesOf(shown)).toContain('Lệ phí: phí ngắn')
  expect(linesOf(shown)).toContain('Bao lâu: hạn ngắn')
  expect(shown.buttons.slice(0, 2).map(({ label }) => label)).toEqual(['Xem lệ phí', 'Mất bao lâu'])
  expect(shown.buttons[0]?.label).not.toBe('Xem tiếp')
})

describe('reference card 7: what was replaced', () => {
  it('says so first and names what is used now', () => {
    const shown = card(birthLinked, ['validity_change'], { replacedCode: '2.000986' })
    expectWellFormed(shown)
    const lines = linesOf(shown)
    expect(lines[0]).toBe(
      '2.000986 nay đã cũ, xin đừng làm theo tờ đó. Thủ tục hiện dùng là 3.000722:',
    )
    expect(lines[1]).toMatch(/^Liên thông khai sinh/)
    expect(lines.join('\n')).toContain(
      'Xong: 3 ngày làm việc; phải xác minh thì tối đa 5 ngày (xin hỏi lại xã)',
    )
  })

  it('never answers a repealed entry as current', () => {
    const repealed = makeEntry({
      id: '1.001193',
      title: 'Cũ',
      isRepealed: true,
      values: { fee: ['8.000 đ'] },
    })
    for (const entry of [repealed, { ...repealed, isRepealed: false, validTo: '2026-11-20' }]) {
      const shown = card(entry, ['fee'])
      expectWellFormed(shown)
      expect(shown.title).toBe('1.001193 nay đã hết hiệu lực, xin đừng làm theo')
      expect(renderPlain(shown)).not.toContain('8.000')
    }
  })
})

it('a guide begins with its summary, and names only aspects that it has', () => {
  const shown = card(onlineGuide, ['online', 'payment'])
  expectWellFormed(shown)
  expect(linesOf(shown).slice(0, 3)).toEqual([
    'Nộp hồ sơ trên mạng, Cổng Dịch vụ công quốc gia: trả tiền trên mạng',
    'Vào dichvucong.gov.vn, đăng nhập bằng VNeID, chọn thủ tục, điền và gửi',
    'Trả tiền mạng: Được: thẻ ngân hàng, ví điện tử',
  ])
})

it('an overview gives the four, the services and the note', () => {
  const shown = card(identityCard, [])
  expectWellFormed(shown)
  expect(shown.title).toBe('Đổi thẻ căn cước hết hạn')
  expect(
    startsOf(linesOf(shown), [
      'Giấy tờ:',
      'Nộp ở:',
      'Xong:',
      'Lệ phí:',
      'Nộp mạng:',
      'Mã thủ tục',
      'Nguồn:',
    ]),
  ).toEqual(['Giấy tờ:', 'Nộp ở:', 'Xong:', 'Lệ phí:', 'Nộp mạng:', 'Mã thủ tục', 'Nguồn:'])
})

describe('what does not fit on the first screen', () => {
  const many = Array.from(
    { length: 30 },
    (_, i) => `- Giấy thứ ${i + 1} do cơ quan nào đó cấp trong năm nay`,
  )
  const long = makeEntry({
    id: '1.000001',
    title: 'Thủ tục có rất nhiều giấy tờ',
    onlineLevel: 'full',
    values: {
      components: [many.join('\n')],
      fee: ['10.000 đ'],
      duration: ['5 ngày làm việc'],
      place_hours: ['Xã'],
      note: ['Nhớ mang bản chính'],
    },
  })

  it('goes on after the end of a line, with a last line that says so and a button', () => {
    const first = card(long, ['components'])
    expectWellFormed(first)
    expect(renderPlain(first)).toContain('Còn nữa: xin bấm "Xem tiếp" hoặc gõ "tiếp"')
    expect(first.buttons[0]).toEqual({ label: 'Xem tiếp', action: 'show:1.000001:co:2' })
  })

  it('shows every line of it exactly once over the screens, and the source on first and last', () => {
    const seen: string[] = []
    let shown = card(long, ['components'])
    for (let page = 1; page < 20; page += 1) {
      shown = card(long, ['components'], { page })
      expectWellFormed(shown)
      seen.push(...linesOf(shown).filter((line) => line.startsWith('- ')))
      if (shown.buttons[0]?.label !== 'Xem tiếp') break
    }
    expect(seen).toEqual(many)
    expect(linesOf(shown)).toContain('Nhớ mang bản chính')
    expect(linesOf(shown).at(-1)).toMatch(/^Nguồn:/)
    expect(linesOf(card(long, ['components'])).at(-1)).toMatch(/^Nguồn:/)
  })

  it('breaks a text without line breaks at its sentences', () => {
    const flat = makeEntry({
      id: '1.000002',
      title: 'Một dòng dài',
      values: { steps: ['Câu này nói một việc phải làm tại quầy. '.repeat(60)] },
    })
    const first = card(flat, ['steps'])
    expectWellFormed(first)
    expect(first.buttons[0]?.label).toBe('Xem tiếp')
    expect(first.paragraphs[0]?.every((line) => /[.…"]$/.test(line))).toBe(true)
  })

  it('keeps the three services longest', () => {
    const wide = makeEntry({
      id: '1.000003',
      title: 'Thủ tục với nhiều chữ',
      values: {
        components: ['Một câu dài về giấy tờ cần có. '.repeat(14).trim()],
        place_hours: ['Ở một nơi có tên rất dài '.repeat(6).trim()],
        duration: ['Lâu '.repeat(30).trim()],
        fee: ['10.000 đ mỗi lần '.repeat(7).trim()],
        online: [{ text: 'Được', short: 'được' }],
        postal: [{ text: 'Được', short: 'được' }],
      },
    })
    const shown = card(wide, ['components'])
    expectWellFormed(shown)
    expect(linesOf(shown)).toContain('Nộp mạng: được. Bưu chính: được')
    expect(shown.buttons.map(({ label }) => label)).toContain('Mất bao lâu')
  })
})

describe('titles', () => {
  it('do not say twice what the name of the entry says', () => {
    const post = makeEntry({
      id: 'buu-chinh',
      title: 'Gửi qua bưu điện',
      values: { postal: ['Được'] },
    })
    expect(card(post, ['postal']).title).toBe('Gửi qua bưu điện')
    const pay = makeEntry({
      id: 'tra',
      title: 'Trả lệ phí trên mạng',
      values: { payment: ['Được'], fee: ['Theo biểu'] },
    })
    expect(card(pay, ['payment']).title).toBe('Trả lệ phí trên mạng')
    expect(card(birth, ['place_hours']).title).toBe('Đăng ký khai sinh: nơi làm')
  })

  it('of a question whether a paper still holds say so', () => {
    const titleFor = (askedText: string): string =>
      answerCard({
        entry: birthLinked,
        aspects: ['validity_change'],
        day: '2026-11-21',
        calendar,
        replacedCode: null,
        page: 1,
        ratingFor: null,
        askedText,
      }).title
    expect(titleFor('giay cu con dung duoc khong')).toMatch(/: còn dùng được không$/)
    expect(titleFor('co gi thay doi khong')).toMatch(/: có gì thay đổi$/)
  })

  it('repeat the code of the dossier that was asked about', () => {
    const guide = makeEntry({ id: 'tra-cuu', title: 'Tra cứu hồ sơ', values: { status: ['Xem'] } })
    const shown = answerCard({
      entry: guide,
      aspects: ['status'],
      day: '2026-11-21',
      calendar,
      replacedCode: null,
      page: 1,
      ratingFor: null,
      dossierCode: 'H33.05.20-261110-0012',
    })
    expect(shown.title).toBe('Tra cứu hồ sơ H33.05.20-261110-0012')
  })
})

it('keeps the code of the procedure beside the source of a value from elsewhere', () => {
  const entry = makeEntry({
    id: '1.000009',
    title: 'Việc',
    values: { postal: [{ text: 'Được', source: 'QĐ 45/2016/QĐ-TTg' }], fee: ['0 đ'] },
  })
  expect(linesOf(card(entry, ['postal'])).at(-1)).toBe(
    'Nguồn: QĐ 45/2016/QĐ-TTg; thủ tục 1.000009; kiểm tra 21/11/2026',
  )
  expect(linesOf(card(entry, ['fee'])).at(-1)).toBe('Nguồn: 1.000009; kiểm tra 21/11/2026')
})

it('says when nobody knows the day of checking, and marks a value of low confidence', () => {
  const entry = makeEntry({
    id: '1.000004',
    title: 'Việc',
    provenance: { source: 'cổng', confidence: 'low', checkedOn: null },
    values: { fee: ['10.000 đ'] },
  })
  const lines = linesOf(card(entry, ['fee']))
  expect(lines[1]).toBe('10.000 đ (xin hỏi lại nơi nộp). Chỉ nộp theo biên lai')
  expect(lines.at(-1)).toBe('Nguồn: cổng; chưa rõ ngày kiểm tra')
})

it('an entry without any value still says who knows', () => {
  const shown = card(makeEntry({ id: '1.000005', title: 'Việc trống' }), [])
  expectWellFormed(shown)
  expect(renderPlain(shown)).toContain('Trung tâm Phục vụ hành chính công')
})

it('numbers in front of lines become dashes, because numbers are choices', () => {
  const entry = makeEntry({
    id: '1.000006',
    title: 'Việc',
    values: { steps: ['1. Đến quầy\n2) Nộp\n• Nhận'] },
  })
  expect(linesOf(card(entry, ['steps'])).slice(1, 4)).toEqual(['- Đến quầy', '- Nộp', '- Nhận'])
})

it('without holidays in the time there is no word about them', () => {
  const shown = answerCard({
    entry: identityCard,
    aspects: ['duration'],
    day: '2026-11-21',
    calendar: noHolidays,
    replacedCode: null,
    page: 1,
    ratingFor: 'q1',
  })
  expect(renderPlain(shown)).not.toContain('nghỉ lễ')
  expect(shown.ratingFor).toBe('q1')
})

describe('text', () => {
  it('clip cuts at a word', () => {
    expect(clip('một hai ba bốn', 9)).toBe('một hai…')
    expect(clip('một', 9)).toBe('một')
  })

  it.each([
    ['3 ngày; phải xác minh thì tối đa 5 ngày làm việc', 40, '3 ngày; …'],
    ['8.000 đ/bản; 0 đ đến hết 28/02/2027', 26, '8.000 đ/bản; …'],
    [
      'Phí 8.000 đ (có VNeID mức 2, 0 đ), chỉ nộp theo biên lai',
      40,
      'Phí 8.000 đ (có VNeID mức 2, 0 đ), …',
    ],
    ['Khai sinh, kết hôn. Khai tử, nhận con nuôi', 30, 'Khai sinh, kết hôn. Khai tử, …'],
    ['Nộp lại trong hạn 5 ngày làm việc', 22, 'Nộp lại…'],
    ['Giấy chứng sinh (bản chính hoặc bản sao)', 32, 'Giấy chứng sinh…'],
    ['Được nộp thay khi có giấy của', 28, 'Được nộp thay khi có giấy…'],
  ])('clip of "%s" to %i keeps what belongs together', (text, max, clipped) => {
    expect(clip(text, max)).toBe(clipped)
    expect(clipped.length).toBeLessThanOrEqual(max)
  })

  it('a value is cut at the end of a clause or not shown', () => {
    expect(clipClause('tối đa 5 ngày làm việc kể từ khi nhận', 20)).toBeNull()
    expect(clipClause('trong ngày, nộp sau 15 giờ thì hôm sau', 20)).toBe('trong ngày, …')
  })

  it('a button has whole words and no mark of what is left out', () => {
    expect(wholeWords('Đăng ký khai sinh có yếu tố nước ngoài', 25)).toBe('Đăng ký khai sinh')
    expect(wholeWords('Đăng ký lại kết hôn', 25)).toBe('Đăng ký lại kết hôn')
    expect(wholeWords('x'.repeat(40), 25)).toHaveLength(25)
  })

  it('breakLine keeps every word and the length', () => {
    const text = 'Câu thứ nhất khá dài. Câu thứ hai cũng dài; rồi đến câu cuối cùng không có dấu'
    const parts = breakLine(text, 30)
    expect(parts.every((part) => part.length <= 30)).toBe(true)
    expect(parts.join(' ')).toBe(text)
  })
})
