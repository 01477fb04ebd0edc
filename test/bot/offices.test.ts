import { beforeAll, describe, expect, it } from 'vitest'
import { EMPTY_UNIT, renderPlain } from '../../core/index.ts'
import { createTalk, loadShipped } from '../support/bot/shipped.ts'
import { WHOLE_UNIT } from '../support/units.ts'

let filled: Awaited<ReturnType<typeof loadShipped>>
let empty: Awaited<ReturnType<typeof loadShipped>>
beforeAll(async () => {
  filled = await loadShipped(WHOLE_UNIT)
  empty = await loadShipped(EMPTY_UNIT)
})

const textOf = (outcome: ReturnType<ReturnType<typeof createTalk>>): string =>
  outcome.cards.map((card) => renderPlain(card)).join('\n')
const ask = (text: string): string => textOf(createTalk(filled, '2026-11-21', WHOLE_UNIT)(text))
const askEmpty = (text: string): string => textOf(createTalk(empty)(text))

describe("the unit's own places", () => {
  it.each([
    ['số điện thoại công an xã', 'Công an xã Kỳ Anh', '0239 3000 003'],
    ['sdt cong an xa', 'Công an xã Kỳ Anh', '0239 3000 003'],
    ['địa chỉ ủy ban ở đâu', 'UBND xã Kỳ Anh', 'thôn Đồng Tiến'],
    ['tru so ubnd nam dau vay', 'UBND xã Kỳ Anh', 'thôn Đồng Tiến'],
    ['trung tam hanh chinh cong o dau', 'Trung tâm Phục vụ hành chính công xã', 'thôn Đồng Văn'],
    ['gọi một cửa số nào', 'Trung tâm Phục vụ hành chính công xã', '0239 3000 001'],
    ['phan anh gui o dau', 'Phản ánh, kiến nghị', '0239 3000 004'],
  ])('"%s" is answered with what the unit told', (text, title, fact) => {
    const said = ask(text)
    expect(said.startsWith(title)).toBe(true)
    expect(said).toContain(fact)
    expect(said).toContain('UBND xã Kỳ Anh cho biết ngày 20/11/2026')
  })

  it('what is not known is said, with who knows; no line is empty', () => {
    const said = askEmpty('số điện thoại công an xã')
    expect(said).toContain('tôi chưa có địa chỉ, điện thoại của Công an xã')
    expect(said).toContain('dichvucong.gov.vn')
    expect(said).not.toMatch(/(?:chỉ|thoại|việc): *$|null|undefined/m)
  })

  it.each([
    'công an xã làm căn cước ở đâu',
    'nộp ở đâu',
    'khai sinh ở ủy ban nào',
    'phản ánh là gì',
  ])('"%s" is no question about a place', (text) => {
    expect(ask(text)).not.toMatch(/^[^\n]*địa chỉ, điện thoại/)
  })
})

it('a text that is answered by itself is no neighbour of what was talked about', () => {
  const say = createTalk(filled, '2026-11-21', WHOLE_UNIT)
  say('sang ten xe may o dau')
  expect(textOf(say('lam so do lan dau mat bao lau'))).toMatch(/^Làm sổ đỏ lần đầu/)
})
