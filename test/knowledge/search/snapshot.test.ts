import { createHash } from 'node:crypto'
import { serialize } from 'node:v8'
import { beforeAll, expect, test } from 'vitest'
import {
  buildIndex,
  createKnowledge,
  toSearchDocument,
  type Entry,
} from '../../../knowledge/index.ts'
import type { IndexData } from '../../../knowledge/search/index-data.ts'
import { decodeSnapshot, encodeSnapshot } from '../../../knowledge/search/snapshot.ts'
import { shippedEntries, shippedLexicon, TODAY } from '../../support/knowledge/shipped.ts'

let entries: Entry[]
let data: IndexData
beforeAll(async () => {
  entries = await shippedEntries()
  data = buildIndex(entries.map(toSearchDocument))
})

const signed = (body: Uint8Array): Uint8Array =>
  Buffer.concat([createHash('sha256').update(body).digest(), body])

test('an index comes back from its snapshot as it was, and answers the same', async () => {
  const back = decodeSnapshot(encodeSnapshot(data))
  expect(back).toEqual(data)
  const lexicon = await shippedLexicon()
  const before = createKnowledge(1, entries, data, lexicon)
  const after = createKnowledge(1, entries, back!, lexicon)
  for (const { questions, title } of entries) {
    for (const question of [title, ...questions]) {
      expect(after.ask(question, { day: TODAY })).toEqual(before.ask(question, { day: TODAY }))
    }
  }
})

test('a snapshot with any byte changed, cut off or grown is none', () => {
  const bytes = encodeSnapshot(data)
  const step = Math.floor(bytes.length / 40)
  for (let at = 0; at < bytes.length; at += step) {
    const damaged = Uint8Array.from(bytes)
    damaged[at]! ^= 1
    expect(decodeSnapshot(damaged), `byte ${at}`).toBeNull()
    expect(decodeSnapshot(bytes.subarray(0, at)), `cut at ${at}`).toBeNull()
  }
  expect(decodeSnapshot(Buffer.concat([bytes, Buffer.from([0])]))).toBeNull()
})

test('whole bytes of another format or that V8 does not read are none', () => {
  expect(decodeSnapshot(encodeSnapshot({ ...data, format: data.format + 1 }))).toBeNull()
  expect(decodeSnapshot(signed(serialize(null)))).toBeNull()
  expect(decodeSnapshot(signed(serialize('khai sinh')))).toBeNull()
  expect(decodeSnapshot(signed(Buffer.from([0xff, 0x7f, 1, 2, 3])))).toBeNull()
  expect(decodeSnapshot(signed(Buffer.alloc(0)))).toBeNull()
})
