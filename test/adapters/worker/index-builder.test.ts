import { expect, test } from 'vitest'
import { createIndexBuilder } from '../../../adapters/worker/index.ts'
import { buildIndex, toSearchDocument } from '../../../knowledge/index.ts'
import { document } from '../../support/knowledge/sample.ts'
import { shippedEntries } from '../../support/knowledge/shipped.ts'

/** So many are built in a thread. */
const MANY = 500
const many = Array.from({ length: MANY }, (_, at) =>
  document(`d${at}`, `Cấp giấy chứng nhận số ${at}`, {
    aliases: [`giấy ${at}`],
    phrases: ['', 'giấy này làm ở đâu'],
    text: ['Nộp hồ sơ tại bộ phận một cửa. '.repeat(5)],
    isAtCommune: at % 2 === 0,
  }),
)

test('an index built in a thread equals one built here', async () => {
  const built = await createIndexBuilder().build(many)
  expect(built).toEqual(buildIndex(many))
  expect(built.docs).toBeInstanceOf(Uint16Array)
})

test('the shipped content, and nothing, are built like that, too', async () => {
  const documents = (await shippedEntries()).map(toSearchDocument)
  const { build } = createIndexBuilder()
  expect(await build(documents)).toEqual(buildIndex(documents))
  expect(await build([])).toEqual(buildIndex([]))
})

test('the event loop goes on while the thread builds', async () => {
  const large = Array.from({ length: 4_000 }, (_, at) =>
    document(`d${at}`, `Việc ${at}`, { text: [`từ ${at} `.repeat(300)] }),
  )
  let turns = 0
  const counting = setInterval(() => (turns += 1), 2)
  await createIndexBuilder().build(large)
  clearInterval(counting)
  expect(turns).toBeGreaterThan(20)
})

test('several builds at once do not disturb each other', async () => {
  const { build } = createIndexBuilder()
  const parts = [many, many.slice(0, 450), many.toReversed()]
  const built = await Promise.all(parts.map(build))
  expect(built).toEqual(parts.map(buildIndex))
})

test('a thread that fails is an error, not a wait', async () => {
  const broken = many.map((one) => ({ ...one, title: undefined as unknown as string }))
  await expect(createIndexBuilder().build(broken)).rejects.toThrow(TypeError)
})
