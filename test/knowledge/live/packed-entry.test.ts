import { expect, it } from 'vitest'
import { toEntry } from '../../../knowledge/index.ts'
import {
  createPacking,
  readRecord,
  withBody,
  withReplaces,
} from '../../../knowledge/live/packed-entry.ts'
import { shippedRecords } from '../../support/knowledge/shipped.ts'

const RECORD = { code: '1.000001', name: 'Đăng ký khai sinh 😀', steps: '- Nộp tờ khai\n- Nhận' }
/** An entry whose body must not be read. */
const unread = () =>
  withBody(toEntry(RECORD), () => {
    throw new Error('read')
  })

it('gives the shipped entries as they are when they are not packed', async () => {
  const records = await shippedRecords()
  const { pack } = createPacking()
  const packed = records.map((record) => pack(JSON.stringify(record)))
  expect(packed.map(({ entry }) => entry)).toEqual(records.map(toEntry))
  expect(packed.map(({ bytes }) => readRecord(bytes))).toEqual(records)
  // spread, cloned and written they are whole, too
  const [first] = packed
  expect({ ...first?.entry }).toEqual(toEntry(records[0] ?? {}))
  expect(JSON.parse(JSON.stringify(first?.entry))).toEqual(toEntry(records[0] ?? {}))
})

it('holds records of any size one behind the other', () => {
  const { pack } = createPacking()
  const records = [1, 3_000, 700_000, 2, 2_000_000, 40].map((length, at) => ({
    ...{ code: `1.00000${at}`, name: `Việc ${at}`, other: 'ữ'.repeat(length) },
  }))
  const packed = records.map((record) => pack(JSON.stringify(record)))
  expect(packed.map(({ bytes }) => readRecord(bytes))).toEqual(records)
  expect(packed.map(({ entry }) => entry.text.length)).toEqual([
    1, 3_000, 700_000, 2, 2_000_000, 40,
  ])
})

it('takes no more room than one record alone needs', () => {
  const json = JSON.stringify(RECORD)
  expect(createPacking().pack(json).bytes.buffer.byteLength).toBe(Buffer.byteLength(json))
})

it('reads nothing for what the outline says, or when codes are added', () => {
  const entry = withReplaces(unread(), ['1.000009'])
  expect([entry.title, entry.replaces, entry.id]).toEqual([RECORD.name, ['1.000009'], '1.000001'])
  expect(() => entry.values).toThrow('read')
  expect(unread().replaces).toEqual([])
})

it('makes a body once for those who read it at once', () => {
  let made = 0
  const entry = withBody(toEntry(RECORD), () => {
    made += 1
    return { values: {}, text: `text ${made}` }
  })
  expect([entry.text, entry.text, entry.values, made]).toEqual(['text 1', 'text 1', {}, 1])
})
