import { expect, test } from 'vitest'
import { normalise } from '../../knowledge/import/normalise.ts'

const read = (raw: unknown) => normalise({ file: 'a.jsonl', sheet: null, row: 3, raw })

const recordOf = (raw: unknown): Record<string, unknown> => {
  const result = read(raw)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return { ...result.record }
}
const problemOf = (raw: unknown): { field: string | null; message: string } | undefined => {
  const result = read(raw)
  return 'problems' in result ? result.problems[0] : undefined
}

test('texts are composed, trimmed and end their lines with \\n; unknown keys stay', () => {
  const record = recordOf({
    code: ' 1.001193 ',
    name: 'Đăng ký khai sinh'.normalize('NFD'),
    steps: 'một\r\nhai\u0000\u200b',
    own: { inner: [' x ', 7] },
  })
  expect(record).toMatchObject({
    id: '1.001193',
    code: '1.001193',
    name: 'Đăng ký khai sinh',
    steps: 'một\nhai',
    own: { inner: ['x', 7] },
  })
})

test('usual variants come into form: one row, a list of names, a date as people write it', () => {
  const record = recordOf({
    code: '1.001193',
    name: 'x',
    audience: ['Công dân', 'Doanh nghiệp'],
    methods: { channel: 'Trực tiếp', fee: 8000 },
    documents: ['Tờ khai'],
    checked_on: '1/9/2026',
    online_level: 'Toàn trình',
    values: { fee: 'Miễn phí', note: [{ text: 'a', valid_to: '31/12/2026' }] },
  })
  expect(record).toMatchObject({
    audience: 'Công dân, Doanh nghiệp',
    methods: [{ channel: 'Trực tiếp', fee: '8000' }],
    documents: [{ name: 'Tờ khai' }],
    checked_on: '2026-09-01',
    online_level: 'full',
    values: { fee: [{ text: 'Miễn phí' }], note: [{ text: 'a', valid_to: '2026-12-31' }] },
  })
})

test('an id is the code, or a slug of the name', () => {
  expect(recordOf({ code: '1.001193', name: 'x' })['id']).toBe('1.001193')
  expect(recordOf({ kind: 'guide', name: 'Nộp hồ sơ qua mạng' })['id']).toBe('nop-ho-so-qua-mang')
})

test.each([
  ['a text', 'x', null],
  ['a list', [1], null],
  ['nothing inside', {}, null],
  ['no id', { kind: 'faq', name: '🙂' }, 'id'],
  ['a bad id', { id: 'a~b', name: 'x' }, 'id'],
  ['a code as number', { code: 1.00487, name: 'x' }, 'code'],
  ['unknown kind', { id: 'a', kind: 'thing' }, 'kind'],
  ['unknown confidence', { id: 'a', confidence: 'sure' }, 'confidence'],
  ['unknown status', { id: 'a', status: 'gone' }, 'status'],
  ['a day that is not', { id: 'a', checked_on: '2026-02-30' }, 'checked_on'],
  ['unknown slot', { id: 'a', values: { price: 'x' } }, 'values.price'],
  ['a value without text', { id: 'a', values: { fee: [{ short: 'x' }] } }, 'values.fee.0.text'],
  [
    'a value that ends before it starts',
    { id: 'a', values: { fee: [{ text: 'x', valid_from: '2026-02-01', valid_to: '2026-01-01' }] } },
    'values.fee.0.valid_to',
  ],
  ['a table that is a number', { id: 'a', methods: 3 }, 'methods.0'],
  ['a button to nowhere', { id: 'a', related: [{ label: 'x' }] }, 'related.0.entry'],
  ['a field of 200 kB', { id: 'a', steps: 'x'.repeat(200_001) }, 'steps'],
  ['a name of 2 kB', { id: 'a', name: 'x'.repeat(2_001) }, 'name'],
])('%s is refused at its field, in Vietnamese', (_what, raw, field) => {
  const problem = problemOf(raw)
  expect(problem?.field).toBe(field)
  expect(problem?.message).toMatch(/[à-ỹđ]/u)
})

test('nesting without end is refused', () => {
  let deep: unknown = 'x'
  for (let level = 0; level < 50; level += 1) deep = { deep }
  expect(problemOf({ id: 'a', deep })?.field).toBeNull()
})

test('a key named __proto__ changes nothing', () => {
  const record = recordOf(JSON.parse('{"id":"a","__proto__":{"kind":"faq"}}'))
  expect(record).toEqual({ id: 'a' })
  expect(record['kind']).toBeUndefined()
})
