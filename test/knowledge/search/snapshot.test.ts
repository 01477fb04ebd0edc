import { createHash } from 'node:crypto'
import { serialize } from 'node:v8'
import { beforeAll, expect, test } from 'vitest'
import {
  buildIndex,
  createKnowledge,
  toSearchDocument,
  type Entry,
  type LexiconData,
} from '../../../knowledge/index.ts'
import { fingerprintOfSearch } from '../../../knowledge/search/fingerprint.ts'
import type { IndexData } from '../../../knowledge/search/index-data.ts'
import { decodeSnapshot, encodeSnapshot } from '../../../knowledge/search/snapshot.ts'
import { shippedEntries, shippedLexicon, TODAY } from '../../support/knowledge/shipped.ts'

const builtFor = 'a5'.repeat(32)
const header = { revision: 7, builtFor }

let entries: Entry[]
let data: IndexData
beforeAll(async () => {
  entries = await shippedEntries()
  data = buildIndex(entries.map(toSearchDocument))
})

/** Bytes with a right checksum, whatever is in them; `head` as the format has it. */
function signed(head: Uint8Array, body: Uint8Array): Uint8Array {
  const rest = Buffer.concat([head, body])
  const magic = encodeSnapshot(data, header).subarray(0, 8)
  return Buffer.concat([magic, createHash('sha256').update(rest).digest(), rest])
}
const headOf = (bytes: Uint8Array): Uint8Array => bytes.subarray(40, 40 + 14 + builtFor.length)

test('an index comes back from its snapshot as it was, and answers the same', async () => {
  const back = decodeSnapshot(encodeSnapshot(data, header), { builtFor })
  expect(back).toEqual({ revision: 7, data })
  const lexicon = await shippedLexicon()
  const [before, after] = [data, back!.data].map((index) => {
    const knowledge = createKnowledge(1, entries, index, lexicon)
    return (question: string) => {
      const { outcome, candidates } = knowledge.ask(question, { day: TODAY })
      return [outcome, ...candidates.map(({ entry, score }) => [entry.id, score])]
    }
  })
  for (const { title } of entries.filter((_, at) => at % 3 === 0)) {
    expect(after!(title)).toEqual(before!(title))
  }
})

test('a snapshot read into the middle of a larger buffer comes back as well', () => {
  const bytes = encodeSnapshot(data, header)
  for (const offset of [1, 3, 8]) {
    const room = new Uint8Array(bytes.length + offset + 5)
    room.set(bytes, offset)
    const part = room.subarray(offset, offset + bytes.length)
    expect(decodeSnapshot(part, { builtFor })?.data).toEqual(data)
  }
})

test('a snapshot with any byte changed, cut off or grown is none', () => {
  const bytes = encodeSnapshot(data, header)
  const heads = Array.from({ length: 130 }, (_, at) => at)
  const step = Math.floor(bytes.length / 40)
  for (const at of [...heads, ...Array.from({ length: 40 }, (_, part) => part * step)]) {
    const damaged = Uint8Array.from(bytes)
    damaged[at]! ^= 1
    expect(decodeSnapshot(damaged, { builtFor }), `byte ${at}`).toBeNull()
    expect(decodeSnapshot(bytes.subarray(0, at), { builtFor }), `cut at ${at}`).toBeNull()
  }
  expect(decodeSnapshot(Buffer.concat([bytes, Buffer.from([0])]), { builtFor })).toBeNull()
})

test('a snapshot of another program or of another format is none', () => {
  const bytes = encodeSnapshot(data, header)
  expect(decodeSnapshot(bytes, { builtFor: 'b6'.repeat(32) })).toBeNull()
  expect(decodeSnapshot(bytes, { builtFor: '' })).toBeNull()
  const other = encodeSnapshot({ ...data, format: data.format + 1 }, header)
  expect(decodeSnapshot(other, { builtFor })).toBeNull()
})

test('whole bytes that V8 does not read as an index are none', () => {
  const head = headOf(encodeSnapshot(data, header))
  expect(decodeSnapshot(signed(head, serialize(data)), { builtFor })).not.toBeNull()
  expect(decodeSnapshot(signed(head, serialize(null)), { builtFor })).toBeNull()
  expect(decodeSnapshot(signed(head, serialize('khai sinh')), { builtFor })).toBeNull()
  expect(decodeSnapshot(signed(head, Buffer.from([0xff, 0x7f, 1, 2, 3])), { builtFor })).toBeNull()
  expect(decodeSnapshot(signed(head, Buffer.alloc(0)), { builtFor })).toBeNull()
  expect(decodeSnapshot(signed(Buffer.alloc(2), Buffer.alloc(0)), { builtFor })).toBeNull()
})

test('the fingerprint is that of the lexicon, word by word', () => {
  const lexicon: LexiconData = {
    everyday: [],
    chat: [],
    ignore: ['ạ'],
    asking: [],
    outOfScope: [],
    localData: [],
    variants: [],
    foreign: [],
    aspects: {},
  } as unknown as LexiconData
  expect(fingerprintOfSearch(lexicon)).toMatch(/^[0-9a-f]{64}$/)
  expect(fingerprintOfSearch(structuredClone(lexicon))).toBe(fingerprintOfSearch(lexicon))
  expect(fingerprintOfSearch({ ...lexicon, ignore: ['ạ', 'dạ'] })).not.toBe(
    fingerprintOfSearch(lexicon),
  )
})
