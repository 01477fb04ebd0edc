import { expect, it } from 'vitest'
import { EMPTY_UNIT } from '../../../core/index.ts'
import { currentValue, localise, normalise, toEntry } from '../../../knowledge/index.ts'
import { knowledgeOf, shippedLexicon } from '../../support/knowledge/shipped.ts'
import { WHOLE_UNIT } from '../../support/units.ts'

const DAY = '2026-11-21'
const raw = {
  code: '1.001193',
  name: 'Đăng ký khai sinh',
  values: {
    place_hours: [{ text: '{trung tâm}, nơi cha hoặc mẹ cư trú', short: '{trung tâm}' }],
    fee: [{ text: 'Mức do HĐND {tỉnh} quy định', doubt: 'xin hỏi lại {trung tâm, điện thoại}' }],
  },
}
const normal = normalise({ file: 'x.json', sheet: null, row: 1, raw })
if (!('record' in normal)) throw new Error(JSON.stringify(normal))
const knowledge = knowledgeOf([toEntry(normal.record)], await shippedLexicon())
const valueOf = (unit: typeof EMPTY_UNIT, slot: 'place_hours' | 'fee') => {
  const entry = localise(knowledge, unit).find('1.001193')
  return entry === null ? undefined : currentValue(entry, slot, DAY)
}

it('fills texts, short forms and doubts', () => {
  expect(valueOf(WHOLE_UNIT, 'place_hours')?.short).toBe(
    'Trung tâm Phục vụ hành chính công xã Kỳ Anh',
  )
  expect(valueOf(WHOLE_UNIT, 'fee')).toMatchObject({
    text: 'Mức do HĐND tỉnh Hà Tĩnh quy định',
    doubt: 'xin hỏi lại Trung tâm Phục vụ hành chính công xã Kỳ Anh, 0239 3000 001',
  })
})

it('says under the place where the office is and when it is open', () => {
  expect(valueOf(WHOLE_UNIT, 'place_hours')?.text).toBe(
    [
      'Trung tâm Phục vụ hành chính công xã Kỳ Anh, nơi cha hoặc mẹ cư trú',
      'Địa chỉ: thôn Đồng Văn. Điện thoại: 0239 3000 001. Giờ làm việc: thứ Hai đến thứ Sáu 07:30–11:30, 13:30–17:00; thứ Bảy 07:30–11:30 (đơn vị cho biết ngày 20/11/2026)',
    ].join('\n'),
  )
})

it('prints nothing that is not known', () => {
  expect(valueOf(EMPTY_UNIT, 'place_hours')?.text).toBe(
    'Trung tâm Phục vụ hành chính công xã, nơi cha hoặc mẹ cư trú',
  )
  expect(valueOf(EMPTY_UNIT, 'fee')?.text).toBe('Mức do HĐND tỉnh quy định')
})

it('gives filled entries wherever it gives entries', () => {
  const local = localise(knowledge, WHOLE_UNIT)
  const answer = local.ask('đăng ký khai sinh', { day: DAY })
  const found = [
    ...local.entries(),
    ...answer.candidates.map(({ entry }) => entry),
    ...(answer.outcome === 'answer' ? [answer.entry] : []),
  ]
  expect(found.length).toBeGreaterThan(2)
  expect(JSON.stringify(found)).not.toMatch(/\{(?:trung|tỉnh|xã)/)
  expect(local.find('1.001193')).toBe(local.find('1.001193'))
})

it('is found by the general words, not by braces', () => {
  expect(knowledge.ask('{trung tâm}', { day: DAY }).outcome).not.toBe('answer')
})
