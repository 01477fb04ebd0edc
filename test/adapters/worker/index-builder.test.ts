import { expect, test } from 'vitest'
import { createIndexBuilder } from '../../../adapters/worker/index.ts'
import { buildDelta, buildIndex, documentsOf, type EntryRecord } from '../../../knowledge/index.ts'
import { shippedRecords } from '../../support/knowledge/shipped.ts'

const pack = (record: EntryRecord): Uint8Array => Buffer.from(JSON.stringify(record))
const procedure = (at: number, more: EntryRecord = {}): Uint8Array =>
  pack({
    code: `1.${String(at).padStart(6, '0')}`,
    name: `Cấp giấy chứng nhận số ${at}`,
    keywords: [`giấy ${at}`],
    questions: ['giấy này làm ở đâu'],
    level: at % 2 === 0 ? 'Cấp Xã' : 'Cấp Bộ',
    steps: 'Nộp hồ sơ tại bộ phận một cửa. '.repeat(50),
    ...more,
  })
/** So many are built in a thread, and are several batches. */
const MANY = 500
const many = Array.from({ length: MANY }, (_, at) => procedure(at))
const { build, buildDelta: delta } = createIndexBuilder()

async function* slowly(records: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const [at, record] of records.entries()) {
    if (at % 50 === 0) await new Promise(setImmediate)
    yield record
  }
}

test('an index built in a thread equals one built here, from whatever the records come', async () => {
  const here = buildIndex(documentsOf(many))
  expect(await build(many)).toEqual(here)
  expect(await build(slowly(many))).toEqual(here)
})

test('the shipped content, and nothing, are built like that, too', async () => {
  const records = (await shippedRecords()).map(pack)
  expect(await build(records)).toEqual(buildIndex(documentsOf(records)))
  expect(await build([])).toEqual(buildIndex([]))
  expect(await build(slowly([]))).toEqual(buildIndex([]))
})

test('a delta built in a thread equals one built here', async () => {
  const base = buildIndex(documentsOf(many))
  const changed = Array.from({ length: 80 }, (_, at) => procedure(at * 9, { steps: `Việc ${at}.` }))
  const removed = ['1.000001', '1.000499']
  const here = buildDelta(base, documentsOf(changed), removed)
  expect(await delta(base, changed, removed)).toEqual(here)
  expect(await delta(base, changed.slice(0, 2), [])).toEqual(
    buildDelta(base, documentsOf(changed.slice(0, 2)), []),
  )
  // the base was lent, not given away
  expect(base).toEqual(buildIndex(documentsOf(many)))
})

test('the event loop goes on while the thread builds', async () => {
  const large = Array.from({ length: 1_500 }, (_, at) =>
    procedure(at, { steps: `từ ${at} `.repeat(200) }),
  )
  let longest = 0
  let last = performance.now()
  const counting = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 2)
  const startedAt = last
  await build(large)
  const elapsed = performance.now() - startedAt
  clearInterval(counting)
  expect(elapsed).toBeGreaterThan(longest * 3)
})

test('several builds at once do not disturb each other', async () => {
  const parts = [many, many.slice(0, 450), many.toReversed()]
  const built = await Promise.all(parts.map((part) => build(part)))
  expect(built).toEqual(parts.map((part) => buildIndex(documentsOf(part))))
})

test('a thread that fails is an error, not a wait', async () => {
  const broken = many.with(400, Buffer.from('{"name": '))
  await expect(build(broken)).rejects.toThrow(SyntaxError)
})

test('records that cannot be read are an error, and end the thread', async () => {
  async function* breaking(): AsyncGenerator<Uint8Array> {
    yield* slowly(many)
    throw new Error('file ends midway')
  }
  await expect(build(breaking())).rejects.toThrow('file ends midway')
})

test('a build that is given up ends at once, also while it waits for records', async () => {
  const stopping = new AbortController()
  const building = build(slowly(many), stopping.signal)
  await new Promise(setImmediate)
  stopping.abort()
  await expect(building).rejects.toThrow(stopping.signal.reason as Error)

  const waiting = new AbortController()
  async function* endless(): AsyncGenerator<Uint8Array> {
    yield* many
    await new Promise((resolve) => waiting.signal.addEventListener('abort', resolve))
  }
  const held = build(endless(), waiting.signal)
  setTimeout(() => waiting.abort(), 200)
  await expect(held).rejects.toThrow(waiting.signal.reason as Error)
  await expect(build(many, waiting.signal)).rejects.toThrow(waiting.signal.reason as Error)
})
