import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  buildDelta,
  buildIndex,
  createLiveKnowledge,
  documentsOf,
  type IndexBuilder,
  type SnapshotStore,
  type LiveKnowledge,
  type PublishedEntries,
} from '../../knowledge/index.ts'
import { DrivenClock } from '../support/jobs/driven-clock.ts'
import { knowledgeOf } from '../support/knowledge/shipped.ts'
import { lexiconOf } from '../support/knowledge/sample.ts'

interface Row {
  code: string
  name: string
  status?: 'repealed'
  replaced_by?: string
  valid_to?: string
}
type Members = Awaited<ReturnType<PublishedEntries['members']>>['members']

/** Published revisions that a test adds to, and breaks. */
class Published implements PublishedEntries {
  revision = 0
  looks = 0
  reads = 0
  /** Ids of the contents that were read, in order. */
  readIds: string[] = []
  broken = false
  readonly #members = new Map<number, Members>()
  readonly #contents = new Map<string, string>()

  constructor(...rows: readonly Row[]) {
    this.publish(...rows)
  }

  publish(...rows: readonly Row[]): void {
    this.revision += 1
    this.put(rows)
  }

  /** Gives the current revision other entries, as a restored database has them. */
  put(rows: readonly Row[]): void {
    const members = rows.map((row) => {
      const json = JSON.stringify({ kind: 'procedure', level: 'Cấp Xã', ...row })
      const versionId = createHash('sha256').update(json).digest('hex')
      this.#contents.set(versionId, json)
      const state = row.status === 'repealed' ? ('retired' as const) : ('current' as const)
      return { entryId: row.code, versionId, state }
    })
    this.#members.set(
      this.revision,
      members.toSorted((a, b) => (a.entryId < b.entryId ? -1 : 1)),
    )
  }

  currentNumber = async (): Promise<number> => {
    this.looks += 1
    if (this.broken) throw new Error('database gone')
    return this.revision
  }

  members = async () => {
    this.reads += 1
    if (this.broken) throw new Error('database gone')
    return { revision: this.revision, members: this.#members.get(this.revision) ?? [] }
  }

  membersOf = async (revision: number) => this.#members.get(revision) ?? null

  contents = async (versionIds: readonly string[]) => {
    this.readIds.push(...versionIds.map((id) => this.#idOf(id)))
    return new Map(versionIds.map((id) => [id, this.#contents.get(id) ?? '']))
  }

  #idOf(versionId: string): string {
    return (JSON.parse(this.#contents.get(versionId) ?? '{}') as Row).code
  }
}

/** Snapshots in memory. */
function memorySnapshots() {
  const kept = new Map<string, Uint8Array>()
  const snapshots: SnapshotStore = {
    list: async () =>
      [...kept.keys()].map((name, at) => ({
        name,
        revision: Number.parseInt(name, 10),
        savedAt: String(at).padStart(4, '0'),
      })),
    load: async (name) => kept.get(name) ?? null,
    save: async (name, bytes) => {
      kept.set(name, bytes)
    },
  }
  return { ...snapshots, kept }
}

/** Builds inline, counts, and waits for the test when it is held. */
function countingBuilder() {
  let gate = Promise.resolve()
  const wait = async (signal?: AbortSignal): Promise<void> => {
    const aborted = new Promise<never>((_, reject) =>
      signal?.addEventListener('abort', () => reject(signal.reason as Error)),
    )
    await Promise.race([gate, aborted])
  }
  const builder = {
    builds: 0,
    /** How many records each delta was built of. */
    deltas: [] as number[],
    hold(): () => void {
      const { promise, resolve } = Promise.withResolvers<void>()
      gate = promise
      return resolve
    },
    build: (async (records, signal) => {
      builder.builds += 1
      await wait(signal)
      return buildIndex(documentsOf(records as Iterable<Uint8Array>))
    }) as IndexBuilder['build'],
    buildDelta: (async (base, records, removed, signal) => {
      builder.deltas.push(records.length)
      await wait(signal)
      return buildDelta(base, documentsOf(records), removed)
    }) as IndexBuilder['buildDelta'],
  }
  return builder
}

const FIRST: Row = { code: '1.000001', name: 'Đăng ký khai sinh' }
const OTHER: Row = { code: '1.000002', name: 'Đăng ký khai tử' }
const DAY = '2026-11-21'
let clock: DrivenClock
let published: Published
let builder: ReturnType<typeof countingBuilder>
let snapshots: ReturnType<typeof memorySnapshots>
let errors: string[]
let swaps: number[]
let live: LiveKnowledge

const make = (more: Partial<Parameters<typeof createLiveKnowledge>[0]> = {}): LiveKnowledge =>
  createLiveKnowledge({
    published,
    builder,
    snapshots,
    lexicon: lexiconOf(),
    builtFor: 'this program',
    clock,
    giveWay: () => new Promise(setImmediate),
    onError: ({ message }) => errors.push(message),
    onSwap: ({ revision }) => swaps.push(revision),
    ...more,
  })

beforeEach(() => {
  clock = new DrivenClock('2026-11-21T03:00:00Z')
  published = new Published(FIRST)
  builder = countingBuilder()
  snapshots = memorySnapshots()
  errors = []
  swaps = []
  live = make()
})

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 40; turn += 1) await new Promise(setImmediate)
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
  expect(ids()).toEqual(['1.000001'])
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

/** Enough that a few of them are few. */
const many = (count: number, change: Readonly<Record<number, Partial<Row>>> = {}): Row[] =>
  Array.from({ length: count }, (_, at) => ({
    code: `2.${String(at).padStart(6, '0')}`,
    name: `Cấp giấy phép loại ${at % 7} cho nghề ${String.fromCodePoint(97 + (at % 23))} ${at}`,
    ...change[at],
  }))

const QUESTIONS = [
  'giấy phép loại 3',
  'nghề c',
  'đăng ký khai sinh',
  'cap giay phep nghe 17',
  'xyz',
]

/** What is in use answers like knowledge made of all current entries at once, to the last bit. */
function expectAsIfBuiltAnew(): void {
  const now = live.current()
  const anew = knowledgeOf(now.entries(), lexiconOf())
  for (const question of QUESTIONS) {
    const scores = (candidates: readonly { entry: { id: string }; score: number }[]) =>
      candidates.map(({ entry, score }) => [entry.id, score])
    expect(scores(now.ask(question, { day: DAY }).candidates)).toEqual(
      scores(anew.ask(question, { day: DAY }).candidates),
    )
  }
}

describe('a publish that changes little', () => {
  beforeEach(async () => {
    published = new Published(...many(40))
    live = make()
    await live.refresh()
    published.readIds = []
  })

  test('of one entry reads that entry alone and builds a delta of it', async () => {
    published.publish(...many(40, { 7: { name: 'Cấp giấy phép loại 3 cho nghề mới' } }))
    await live.refresh()
    expect(published.readIds).toEqual(['2.000007'])
    expect([builder.builds, builder.deltas, swaps]).toEqual([1, [1], [1, 2]])
    expect(live.current().find('2.000007')?.title).toBe('Cấp giấy phép loại 3 cho nghề mới')
    expectAsIfBuiltAnew()
  })

  test('that removes an entry reads nothing; added again it is found again', async () => {
    const without = many(40).filter(({ code }) => code !== '2.000017')
    published.publish(...without)
    await live.refresh()
    expect(live.current().find('2.000017')).toBeNull()
    expect(live.current().ask('nghề r 17', { day: DAY }).candidates[0]?.entry.id).not.toBe(
      '2.000017',
    )
    expectAsIfBuiltAnew()
    published.publish(...without, FIRST)
    await live.refresh()
    expectAsIfBuiltAnew()
    published.publish(...many(40))
    await live.refresh()
    expect(live.current().ask('nghề r 17', { day: DAY }).candidates[0]?.entry.id).toBe('2.000017')
    expect(published.readIds).toEqual(['1.000001', '2.000017'])
    // the last one is the base again
    expect([builder.builds, builder.deltas, swaps]).toEqual([1, [0, 1], [1, 2, 3, 4]])
    expectAsIfBuiltAnew()
  })

  test('after another holds both changes', async () => {
    published.publish(...many(40, { 3: { name: 'Việc thứ ba' } }))
    await live.refresh()
    published.publish(...many(40, { 3: { name: 'Việc thứ ba' }, 4: { name: 'Việc thứ tư' } }))
    await live.refresh()
    expect([published.readIds, builder.deltas]).toEqual([
      ['2.000003', '2.000004'],
      [1, 2],
    ])
    expectAsIfBuiltAnew()
  })

  test('grows into a new base once a seventh has changed, which is kept', async () => {
    const changes = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [at, { name: `Việc ${at}` }]))
    for (let count = 1; count <= 8; count += 1) {
      published.publish(...many(40, changes(count)))
      await live.refresh()
      expectAsIfBuiltAnew()
    }
    expect([builder.builds, builder.deltas]).toEqual([2, [1, 2, 3, 4, 5, 6, 1]])
    expect([...snapshots.kept.keys()].map((name) => Number.parseInt(name, 10))).toEqual([1, 8])
  })

  test('of entries that end leads from their codes to what replaced them', async () => {
    const ended = { status: 'repealed', replaced_by: '2.000001' } as const
    published.publish(...many(40, { 9: ended }))
    await live.refresh()
    const answer = live.current().ask('2.000009', { day: DAY })
    expect(answer).toMatchObject({ outcome: 'answer', replacedCode: '2.000009' })
    expect(live.current().find('2.000009')?.id).toBe('2.000001')
    expectAsIfBuiltAnew()
    published.publish(...many(40))
    await live.refresh()
    expect(live.current().find('2.000001')?.replaces).toEqual([])
    expect(live.current().find('2.000009')?.id).toBe('2.000009')
  })

  test('a process that starts later builds the same from the kept base', async () => {
    published.publish(...many(40, { 7: { name: 'Cấp giấy phép loại 3 cho nghề mới' } }))
    await live.refresh()
    const before = live.current()
    live = make()
    await live.refresh()
    expect([builder.builds, builder.deltas]).toEqual([1, [1, 1]])
    for (const question of QUESTIONS) {
      expect(live.current().ask(question, { day: DAY }).candidates).toEqual(
        before.ask(question, { day: DAY }).candidates,
      )
    }
  })
})

test('an entry ends at midnight without a new index', async () => {
  const next = { code: '1.000003', name: 'Đăng ký khai sinh mới' }
  published = new Published(
    { ...FIRST, valid_to: '2026-11-21', replaced_by: next.code },
    next,
    OTHER,
  )
  live = make()
  await live.refresh()
  const first = (day: string) =>
    live.current().ask('đăng ký khai sinh', { day }).candidates[0]?.entry.id
  expect([first('2026-11-21'), first('2026-11-22')]).toEqual(['1.000001', '1.000003'])
  expect([builder.builds, builder.deltas, swaps]).toEqual([1, [], [1]])
})

test('a content that is not there is an error, and the old knowledge stays', async () => {
  await live.start()
  published.publish(OTHER)
  const { contents } = published
  published.contents = async () => new Map()
  await pass(500)
  expect([ids(), errors]).toEqual([['1.000001'], [expect.stringContaining('is not stored')]])
  published.contents = contents
  await pass(500)
  expect(ids()).toEqual(['1.000002'])
  await live.stop()
})

test('what cannot be built is tried less and less often', async () => {
  await live.start()
  published.publish(OTHER)
  builder.build = async () => {
    throw new Error('thread died')
  }
  for (let second = 0; second < 60; second += 0.5) await pass(500)
  expect(errors.length).toBeGreaterThan(5)
  expect(errors.length).toBeLessThan(10)
  expect(ids()).toEqual(['1.000001'])
  await live.stop()
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

  test('a snapshot of another program is built anew and said to be one', async () => {
    await live.refresh()
    live = make({ builtFor: 'another lexicon' })
    await live.refresh()
    expect([builder.builds, errors]).toEqual([2, [expect.stringContaining('of another program')]])
    live = make({ builtFor: 'another lexicon' })
    await live.refresh()
    expect(builder.builds).toBe(2)
  })

  test('a damaged snapshot is built anew and replaced', async () => {
    await live.refresh()
    const [name = '', bytes = new Uint8Array()] = [...snapshots.kept][0] ?? []
    snapshots.kept.set(name, bytes.subarray(0, bytes.length - 1))
    live = make()
    await live.refresh()
    expect(builder.builds).toBe(2)
    expect(snapshots.kept.get(name)).toHaveLength(bytes.length)
    expect(errors).toEqual([expect.stringContaining('damaged')])
  })

  test('a snapshot of other entries is not taken, though the number is the same', async () => {
    await live.refresh()
    published.put([OTHER])
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

  test('gives up a build in hand without an error, may be called twice and without a start', async () => {
    await make().stop()
    await live.start()
    published.publish(OTHER)
    builder.hold()
    await pass(500)
    expect(builder.builds).toBe(2)
    await live.stop()
    expect([ids(), errors, swaps, snapshots.kept.size]).toEqual([['1.000001'], [], [1], 1])
    await live.stop()
    await expect(live.refresh()).rejects.toThrow('aborted')
  })

  test('ends a start that is still loading', async () => {
    builder.hold()
    const starting = live.start()
    await settle()
    await live.stop()
    await expect(starting).rejects.toThrow('aborted')
    expect([clock.sleeping, errors]).toEqual([0, []])
  })

  test('a second start adds no second watch', async () => {
    await live.start()
    await live.start()
    expect(clock.sleeping).toBe(1)
    await live.stop()
  })
})
