import { beforeEach, describe, expect, test } from 'vitest'
import {
  buildIndex,
  createLiveKnowledge,
  type Entry,
  type IndexBuilder,
  type LiveKnowledge,
  type SnapshotStore,
} from '../../knowledge/index.ts'
import { DrivenClock } from '../support/jobs/driven-clock.ts'
import { lexiconOf, sampleEntry } from '../support/knowledge/sample.ts'

/** A published revision that a test moves on, and breaks. */
class Published {
  revision = 1
  entries: readonly Entry[] = [sampleEntry('1.000001', 'Đăng ký khai sinh')]
  looks = 0
  reads = 0
  broken = false

  publish(...entries: readonly Entry[]): void {
    this.revision += 1
    this.entries = entries
  }

  currentNumber = async (): Promise<number> => {
    this.looks += 1
    if (this.broken) throw new Error('database gone')
    return this.revision
  }

  entriesOfCurrent = async (): Promise<{ revision: number; entries: readonly Entry[] }> => {
    this.reads += 1
    if (this.broken) throw new Error('database gone')
    return { revision: this.revision, entries: this.entries }
  }
}

/** Snapshots in memory. */
function memorySnapshots(): SnapshotStore & { kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>()
  return {
    kept,
    load: async (name) => kept.get(name) ?? null,
    save: async (name, bytes) => {
      kept.set(name, bytes)
    },
  }
}

/** Builds inline, counts, and waits for the test when it is held. */
function countingBuilder() {
  let gate = Promise.resolve()
  const builder = {
    builds: 0,
    hold(): () => void {
      const { promise, resolve } = Promise.withResolvers<void>()
      gate = promise
      return resolve
    },
    build: (async (documents) => {
      builder.builds += 1
      await gate
      return buildIndex(documents)
    }) satisfies IndexBuilder['build'],
  }
  return builder
}

const OTHER = sampleEntry('1.000002', 'Đăng ký khai tử')
let clock: DrivenClock
let published: Published
let builder: ReturnType<typeof countingBuilder>
let snapshots: ReturnType<typeof memorySnapshots>
let errors: string[]
let swaps: number[]
let live: LiveKnowledge

const make = (): LiveKnowledge =>
  createLiveKnowledge({
    published,
    builder,
    snapshots,
    lexicon: lexiconOf(),
    clock,
    onError: ({ message }) => errors.push(message),
    onSwap: ({ revision }) => swaps.push(revision),
  })

beforeEach(() => {
  clock = new DrivenClock('2026-11-21T03:00:00Z')
  published = new Published()
  builder = countingBuilder()
  snapshots = memorySnapshots()
  errors = []
  swaps = []
  live = make()
})

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate)
}
const pass = async (ms: number): Promise<void> => {
  clock.advance(ms)
  await settle()
}
const ids = (): string[] =>
  live
    .current()
    .entries()
    .map(({ id }) => id)

test('asking before the first index is there is refused: wait', () => {
  expect(() => live.current()).toThrow(expect.objectContaining({ kind: 'wait' }))
})

test('says when there is knowledge to ask', async () => {
  const loaded = live.loaded().then(() => live.current().revision)
  await live.refresh()
  expect(await loaded).toBe(live.current().revision)
})

test('a publish is in use within half a second, and swaps once', async () => {
  await live.start()
  const before = live.current()
  published.publish(OTHER)
  await pass(499)
  expect(live.current()).toBe(before)
  await pass(1)
  expect([ids(), live.current().revision]).toEqual([['1.000002'], 2])
  expect(before.find('1.000001')).not.toBeNull()
  await pass(500)
  await pass(500)
  expect(swaps).toEqual([1, 2])
  expect(published.reads).toBe(2)
  await live.stop()
})

test('an empty store is knowledge of nothing', async () => {
  published.revision = 0
  published.entries = []
  await live.start()
  expect(live.current().ask('khai sinh', { day: '2026-11-21' }).outcome).toBe('none')
  await live.stop()
})

test('the old knowledge stays in use while the store fails, and the new one comes when it is back', async () => {
  await live.start()
  published.publish(OTHER)
  published.broken = true
  await pass(500)
  await pass(500)
  expect([ids(), errors]).toEqual([['1.000001'], ['database gone', 'database gone']])
  published.broken = false
  await pass(500)
  expect(ids()).toEqual(['1.000002'])
  await live.stop()
})

test('a failed build keeps the old knowledge and is tried again', async () => {
  await live.start()
  published.publish(OTHER)
  const build = builder.build
  builder.build = async () => {
    throw new Error('thread died')
  }
  await pass(500)
  expect([ids(), errors]).toEqual([['1.000001'], ['thread died']])
  builder.build = build
  await pass(500)
  expect(ids()).toEqual(['1.000002'])
  await live.stop()
})

test('a start that cannot read the store fails, and may be repeated', async () => {
  published.broken = true
  await expect(live.start()).rejects.toThrow('database gone')
  published.broken = false
  await live.start()
  expect(ids()).toEqual(['1.000001'])
  await live.stop()
})

describe('looking now', () => {
  test('many at once build once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => live.refresh()))
    expect([builder.builds, published.reads, swaps]).toEqual([1, 1, [1]])
  })

  test('sees a publish that came while another look was under way', async () => {
    const release = builder.hold()
    const first = live.refresh()
    await settle()
    published.publish(OTHER)
    const second = live.refresh()
    release()
    await first
    await second
    expect(ids()).toEqual(['1.000002'])
    expect(swaps).toEqual([1, 2])
  })

  test('many that wait for a look in hand build the next revision once', async () => {
    const release = builder.hold()
    const first = live.refresh()
    await settle()
    published.publish(OTHER)
    const waiting = Array.from({ length: 20 }, () => live.refresh())
    release()
    await Promise.all([first, ...waiting])
    expect([builder.builds, swaps]).toEqual([2, [1, 2]])
  })

  test('does not fail because the look before it failed', async () => {
    const { build } = builder
    const held = Promise.withResolvers<never>()
    builder.build = () => held.promise
    const first = live.refresh()
    await settle()
    const second = live.refresh()
    builder.build = build
    held.reject(new Error('thread died'))
    await expect(first).rejects.toThrow('thread died')
    await second
    expect(ids()).toEqual(['1.000001'])
  })
})

describe('snapshots', () => {
  test('a second start takes the index from its snapshot and builds nothing', async () => {
    await live.refresh()
    live = make()
    await live.refresh()
    expect([builder.builds, snapshots.kept.size]).toEqual([1, 1])
    const answer = live.current().ask('dang ky khai sinh', { day: '2026-11-21' })
    expect(answer.candidates[0]?.entry.id).toBe('1.000001')
  })

  test('a damaged snapshot is built anew and replaced', async () => {
    await live.refresh()
    const [name = '', bytes = new Uint8Array()] = [...snapshots.kept][0] ?? []
    snapshots.kept.set(name, bytes.subarray(0, bytes.length - 1))
    live = make()
    await live.refresh()
    expect(builder.builds).toBe(2)
    expect(snapshots.kept.get(name)).toHaveLength(bytes.length)
  })

  test('a snapshot of other entries is not taken, though the number is the same', async () => {
    await live.refresh()
    published.entries = [OTHER]
    live = make()
    await live.refresh()
    expect([builder.builds, ids()]).toEqual([2, ['1.000002']])
  })

  test('a folder that cannot be read or written costs only the building', async () => {
    const refuse = async (): Promise<never> => {
      throw new Error('read-only')
    }
    snapshots.load = refuse
    snapshots.save = refuse
    await live.refresh()
    expect([ids(), errors]).toEqual([['1.000001'], ['read-only']])
  })
})

describe('stop', () => {
  test('ends the watch: nothing is looked at any more', async () => {
    await live.start()
    await live.stop()
    const { looks } = published
    published.publish(OTHER)
    await pass(5_000)
    expect([published.looks, ids(), clock.sleeping]).toEqual([looks, ['1.000001'], 0])
  })

  test('waits for a look in hand, may be called twice and without a start', async () => {
    await make().stop()
    await live.start()
    published.publish(OTHER)
    const release = builder.hold()
    await pass(500)
    let isStopped = false
    const stopping = live.stop().then(() => (isStopped = true))
    await settle()
    expect(isStopped).toBe(false)
    release()
    await stopping
    expect(ids()).toEqual(['1.000002'])
    await live.stop()
  })

  test('a second start adds no second watch', async () => {
    await live.start()
    await live.start()
    expect(clock.sleeping).toBe(1)
    await live.stop()
  })
})
