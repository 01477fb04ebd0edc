import { buildDelta, buildIndex, documentsOf, type IndexBuilder } from '../../knowledge/index.ts'
import { runInThread } from './run-in-thread.ts'

/** Below this number of records building takes less time than starting a thread. */
const INLINE_BELOW = 25

/** Builds indexes in threads of their own, so that building never stops the event loop. */
export function createIndexBuilder(): IndexBuilder {
  return {
    build: async (records, signal) => {
      const { first, all } = await begin(records)
      return first.length < INLINE_BELOW
        ? buildIndex(documentsOf(first))
        : runInThread({ kind: 'build' }, all, signal)
    },
    buildDelta: async (base, records, removed, signal) =>
      records.length < INLINE_BELOW
        ? buildDelta(base, documentsOf(records), removed)
        : runInThread({ kind: 'delta', base, removed }, records, signal),
  }
}

/** The first records, all when there are few; and all of them. */
async function begin(records: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
  const source: AsyncIterator<Uint8Array, unknown> | Iterator<Uint8Array, unknown> =
    Symbol.asyncIterator in records ? records[Symbol.asyncIterator]() : records[Symbol.iterator]()
  const first: Uint8Array[] = []
  while (first.length < INLINE_BELOW) {
    const next = await source.next()
    if (next.done === true) break
    first.push(next.value)
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* first
    for (let next = await source.next(); next.done !== true; next = await source.next()) {
      yield next.value
    }
  }
  return { first, all: all() }
}
