import { expect, test } from 'vitest'
import { bytesOf, createCollect, usedBytes } from './bytes.ts'

test('buffers count once, however many views lie on them; strings as UTF-8', () => {
  const shared = new ArrayBuffer(1_000)
  const data = {
    format: 3,
    some: new Uint32Array(shared, 0, 10),
    others: [new Uint16Array(shared, 40, 20), new Float64Array(5)],
    names: ['đá', 'b'],
    map: new Map([['k', new Uint8Array(7)]]),
    nothing: null,
  }
  expect(bytesOf(data)).toBe(1_000 + 40 + 4 + 1 + 1 + 7)
})

test('data that hold themselves come to an end', () => {
  const data: { self?: unknown; bytes: Uint8Array } = { bytes: new Uint8Array(3) }
  data.self = data
  expect(bytesOf(data)).toBe(3)
})

test('used bytes grow with what is held, and only with that', () => {
  const collect = createCollect()
  collect()
  const before = usedBytes()
  let held: Uint8Array | null = new Uint8Array(20_000_000)
  collect()
  expect(usedBytes() - before).toBeGreaterThan(held.byteLength * 0.9)
  held = null
  collect()
  expect(usedBytes() - before).toBeLessThan(10_000_000)
})
