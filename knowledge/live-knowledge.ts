import { Failure, inTurns, toError, type Clock } from '../core/index.ts'
import type { Knowledge, KnowledgeSource } from './answers/answer.ts'
import { knowledgeParts } from './answers/create-knowledge.ts'
import {
  NOTHING_HELD,
  readCurrent,
  type HeldRevision,
  type PublishedEntries,
} from './live/held-entries.ts'
import type { IndexBuilder } from './live/index-builder.ts'
import { indexOf, type LiveIndex, type SnapshotStore } from './live/live-index.ts'
import type { Lexicon } from './search/lexicon.ts'
import { notLoadedYet } from './wording.ts'

export interface LiveKnowledgeOptions {
  published: PublishedEntries
  builder: IndexBuilder
  snapshots: SnapshotStore
  lexicon: Lexicon
  /** Names the program that snapshots are good for. */
  builtFor: string
  clock: Clock
  /** Waited for between the parts of long work: lets everything else have its turn. */
  giveWay: () => Promise<unknown>
  /** Told when a look, a rebuild or a snapshot failed; the old knowledge stays in use. */
  onError: (error: Error) => void
  onSwap: (knowledge: Knowledge) => void
}

export interface LiveKnowledge extends KnowledgeSource {
  /** Loads the current revision and starts to watch for new ones. */
  start(): Promise<void>
  /** Gives up what is being loaded; the knowledge in use stays. */
  stop(): Promise<void>
  /** Looks now; returns when the newest revision is in use. */
  refresh(): Promise<void>
}

const LOOK_EVERY_MS = 500
/** After failures in a row it looks less and less often: a build that cannot succeed would take a processor for good. */
const LOOK_AT_LEAST_EVERY_MS = 16_000

/**
 * Keeps the knowledge of the newest published revision in memory: reads what changed, and swaps the whole at once.
 * Everything is done in parts or in other threads, so that questions are answered meanwhile.
 */
export function createLiveKnowledge(options: LiveKnowledgeOptions): LiveKnowledge {
  const { published, clock, lexicon } = options
  const stopping = new AbortController()
  const { signal } = stopping
  const loading = Promise.withResolvers<void>()
  let knowledge: Knowledge | null = null
  let held: HeldRevision = NOTHING_HELD
  let index: LiveIndex | null = null
  let watching: Promise<void> | null = null
  let looking: Promise<void> | null = null

  const pause = async (): Promise<void> => {
    await options.giveWay()
    signal.throwIfAborted()
  }
  const look = async (): Promise<void> => {
    signal.throwIfAborted()
    if (knowledge !== null && (await published.currentNumber()) === knowledge.revision) return
    const read = await readCurrent({ published, pause }, held)
    const made = await indexOf({ ...options, signal }, read, index)
    const { base, delta } = made.index
    const parts = knowledgeParts(read.revision, read.entries, base, lexicon, delta)
    const next = await inTurns(parts, pause)
    ;[held, index, knowledge] = [read, made.index, next]
    loading.resolve()
    options.onSwap(next)
    await made.keep()
  }
  const lookOnce = (): Promise<void> => (looking ??= look().finally(() => (looking = null)))
  /** A look that is under way may have begun before the newest publish: another one follows it. */
  const refresh = async (): Promise<void> => {
    if (looking !== null) await looking.catch(() => {})
    await lookOnce()
  }
  const watch = async (): Promise<void> => {
    for (let failures = 0; ;) {
      const waitMs = LOOK_EVERY_MS * 2 ** Math.max(0, failures - 1)
      await clock.sleep(Math.min(waitMs, LOOK_AT_LEAST_EVERY_MS), signal)
      if (signal.aborted) return
      try {
        await refresh()
        failures = 0
      } catch (thrown) {
        failures += 1
        if (!signal.aborted) options.onError(toError(thrown))
      }
    }
  }
  return {
    current: () => {
      if (knowledge === null) throw new Failure('wait', notLoadedYet)
      return knowledge
    },
    loaded: () => loading.promise,
    refresh,
    start: async () => {
      await refresh()
      watching ??= watch()
    },
    stop: async () => {
      stopping.abort()
      await watching
      await looking?.catch(() => {})
    },
  }
}
