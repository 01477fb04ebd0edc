import { expect, test } from 'vitest'
import { canonicalJson, versionIdOf } from '../../knowledge/import/canonical.ts'
import { changedFields, mergeRecords } from '../../knowledge/import/merge.ts'
import { quarantineReason } from '../../knowledge/import/quarantine.ts'

test('an absent key keeps, an empty one empties', () => {
  const current = { id: 'a', fee: '1', steps: 'x', hint: 'h' }
  const merged = mergeRecords(current, { id: 'a', steps: '', hint: null })
  expect(merged).toEqual({ id: 'a', fee: '1', steps: '', hint: null })
  expect(changedFields(current, merged)).toEqual([
    { field: 'steps', before: 'x', after: null },
    { field: 'hint', before: 'h', after: null },
  ])
})

test('values are laid over slot by slot', () => {
  const merged = mergeRecords(
    { id: 'a', values: { fee: [{ text: '1' }], note: [{ text: 'n' }] } },
    { id: 'a', values: { fee: [] } },
  )
  expect(merged['values']).toEqual({ fee: [], note: [{ text: 'n' }] })
})

test('the order of keys and empty fields make no difference', () => {
  expect(canonicalJson({ b: 1, a: { d: 1, c: 2 } })).toBe('{"a":{"c":2,"d":1},"b":1}')
  expect(versionIdOf('a', { x: 1, y: 2 })).toBe(versionIdOf('a', { y: 2, x: 1 }))
  expect(versionIdOf('a', { x: 1 })).not.toBe(versionIdOf('b', { x: 1 }))
  expect(changedFields({ a: 1, b: '' }, { a: 1, c: [] })).toEqual([])
})

const named = (name: string) => ({ code: '1.000001', name })

test.each([
  ['Thủ tục đăng ký khai sinh', 'Đăng ký khai sinh', false],
  ['Cấp thẻ căn cước cho người từ đủ 14 tuổi', 'Cấp thẻ căn cước cho người dưới 14 tuổi', false],
  ['Khóa căn cước điện tử', 'Hỗ trợ phát triển sản xuất cộng đồng', true],
  ['Đăng ký khai sinh', 'Công bố Danh mục thủ tục hành chính của Sở Nội vụ', true],
])('"%s" followed by "%s" waits for a person: %s', (before, after, waits) => {
  expect(quarantineReason(named(before), named(after)) !== null).toBe(waits)
})

test('the title of a list of procedures waits also when it is new, and no longer once accepted', () => {
  const list = named('CÔNG BỐ danh mục thủ tục')
  expect(quarantineReason(undefined, list)).not.toBeNull()
  expect(quarantineReason(list, list)).toBeNull()
})

test('a guide may be renamed', () => {
  const guide = (name: string) => ({ kind: 'guide', name })
  expect(quarantineReason(guide('Nộp hồ sơ qua mạng'), guide('Bưu điện'))).toBeNull()
})
