import { beforeAll, describe, expect, it } from 'vitest'
import { guardCard } from '../../../bot/guard/guard-cards.ts'
import { GUARD_KINDS, isUrgentKind, type GuardKind } from '../../../bot/guard/kinds.ts'
import { answerOnce } from '../../../bot/answer-once.ts'
import { parseAction } from '../../../bot/actions.ts'
import { EMPTY_UNIT, renderPlain, type UnitProfile } from '../../../core/index.ts'
import { loadShipped } from '../../support/bot/shipped.ts'

/** Names as long as they come. */
const UNIT: UnitProfile = {
  ...EMPTY_UNIT,
  name: 'UBND xã Vĩnh Thạnh Trung Đông',
  province: 'thành phố Hồ Chí Minh',
  commune: 'xã Vĩnh Thạnh Trung Đông',
  offices: {
    center: { address: 'số 1', phone: '0239 3865 123', hours: null },
    committee: { address: null, phone: '0239 3865 124', hours: null },
    police: { address: null, phone: '0239 3865 125', hours: null },
  },
  feedback: 'Hòm thư góp ý tại trụ sở, điện thoại 0239 3865 126',
}

const NUMBERS = /(?<!\d)\d[\d .]{1,}\d(?!\d)/g
/** Numbers and terms that the facts of this day hold. */
const KNOWN = ['111', '112', '113', '114', '115', '1022', '1900 0368', '15', '30', '45']

describe.each(GUARD_KINDS.map((kind) => [kind] as const))('the card of %s', (kind: GuardKind) => {
  const cards = [EMPTY_UNIT, UNIT].flatMap((unit) => {
    const first = guardCard(kind, unit)
    const second = guardCard(kind, unit, first.title)
    return [first, second, guardCard(kind, unit, second.title)]
  })

  it('fits the first screen, rates nothing and has five buttons at most', () => {
    for (const card of cards) {
      expect(renderPlain(card).length, renderPlain(card)).toBeLessThanOrEqual(600)
      expect(card.ratingFor).toBeUndefined()
      expect(card.buttons.length).toBeLessThanOrEqual(5)
      expect(card.buttons.every(({ label }) => label.length <= 25)).toBe(true)
      expect(renderPlain(card)).not.toMatch(/[{}]|null|undefined|đánh giá|Không có thông tin/)
    }
  })

  it('names no number beside those of the facts and of the unit', () => {
    for (const card of cards) {
      const said = renderPlain(card).replace(/0239 3865 \d{3}/g, '')
      expect((said.match(NUMBERS) ?? []).filter((number) => !KNOWN.includes(number))).toEqual([])
    }
  })

  it('has buttons that call or that we read', () => {
    for (const { action } of cards.flatMap(({ buttons }) => buttons)) {
      expect(/^tel:\d{3,4}$/.test(action) || parseAction(action) !== null, action).toBe(true)
    }
  })
})

it('an emergency has call buttons only, the others lead to a person', () => {
  for (const kind of GUARD_KINDS) {
    const actions = guardCard(kind, UNIT).buttons.map(({ action }) => action)
    const calls = actions.filter((action) => action.startsWith('tel:'))
    if (isUrgentKind(kind) && kind !== 'despair') expect(calls).toEqual(actions)
    else expect(actions.includes('people') || calls.includes('tel:1022'), kind).toBe(true)
  }
})

it.each(['abuse', 'manipulation', 'politics'] as const)(
  '%s is not answered alike twice',
  (kind) => {
    const first = guardCard(kind, UNIT)
    expect(guardCard(kind, UNIT, first.title).title).not.toBe(first.title)
  },
)

it('the number to call first comes first', () => {
  const first = (kind: GuardKind): string | undefined => guardCard(kind, UNIT).buttons[0]?.action
  expect(first('danger_flood')).toBe('tel:112')
  expect(first('danger_fire')).toBe('tel:114')
  expect(first('danger_medical')).toBe('tel:115')
  expect(first('violence')).toBe('tel:113')
  expect(first('child')).toBe('tel:111')
  expect(first('despair')).toBe('tel:115')
})

it('who cannot get through is told whom else to call, by number where it is known', () => {
  expect(renderPlain(guardCard('danger_flood', UNIT))).toContain(
    'gọi trực ban UBND xã Vĩnh Thạnh Trung Đông: 0239 3865 124',
  )
  expect(renderPlain(guardCard('danger_flood', EMPTY_UNIT))).toContain('báo thôn, báo UBND xã.')
  expect(renderPlain(guardCard('violence', UNIT))).toContain('0239 3865 125')
})

describe('the words that must be there', () => {
  it.each([
    ['despair', ['115', 'người thân', 'Gặp cán bộ'], ['thuốc', 'trầm cảm']],
    ['otp', ['OTP', '1900 0368', 'Quên mật khẩu', 'xin hỏi lại', 'Công an'], []],
    ['scam', ['Cúp máy', '113', 'ngân hàng', 'OTP'], []],
    [
      'bribe',
      ['biên lai', 'phản ánh'.slice(1), 'tố cáo', '30 ngày', 'không lưu'],
      ['cho biết tên'],
    ],
    ['denunciation', ['Phản ánh', 'khiếu nại', 'tố cáo', '30 ngày', '45 ngày', 'xin hỏi lại'], []],
    ['identity_number', ['đừng gửi', 'không lưu', 'VNeID'], []],
    ['secret', ['công khai'], []],
    ['manipulation', ['thủ tục'], ['prompt']],
    ['abuse', ['Xin lỗi', 'cán bộ'], ['mày', 'ngu', 'chửi']],
  ] as const)('%s', (kind, wanted, unwanted) => {
    const text = renderPlain(guardCard(kind, UNIT))
    for (const word of wanted) expect(text).toContain(word)
    for (const word of unwanted) expect(text).not.toContain(word)
  })
})

describe('with the shipped content', () => {
  let shipped: Awaited<ReturnType<typeof loadShipped>>
  beforeAll(async () => {
    shipped = await loadShipped()
  })

  it('every button leads to an entry that is there', () => {
    for (const { action } of GUARD_KINDS.flatMap((kind) => guardCard(kind, UNIT).buttons)) {
      const parsed = parseAction(action)
      if (parsed?.kind !== 'show') continue
      expect(shipped.knowledge.find(parsed.entryId), parsed.entryId).not.toBeNull()
    }
  })

  it('one question on the command line is guarded, too', () => {
    const around = { ...shipped, day: '2026-11-21', unit: UNIT }
    const { answer, text } = answerOnce(
      shipped.knowledge,
      'can bo xa doi them 200k ngoai phi',
      around,
    )
    expect(answer).toEqual({ outcome: 'guard', kind: 'bribe', aspects: [], candidates: [] })
    expect(text).toContain('biên lai')
    expect(answerOnce(shipped.knowledge, 'làm khai sinh', around).answer.outcome).toBe('answer')
  })
})
