import { Failure, toError, type Clock } from '../core/index.ts'
import { createHash } from 'node:crypto'
import type { Entry } from './entry.ts'
import type { Knowledge, KnowledgeSource } from './answers/answer.ts'
import { createKnowledge } from './answers/create-knowledge.ts'
import { toSearchDocument, type SearchDocument } from './search/document.ts'
import type { IndexData } from './search/index-data.ts'
import type { Lexicon } from './search/lexicon.ts'
import { notLoadedYet } from './wording.ts'
import { decodeSnapshot, encodeSnapshot, type SnapshotStore } from './search/snapshot.ts'

/** Builds an index away from the thread that answers. */
export interface IndexBuilder {
  build(documents: readonly SearchDocument[]): Promise<IndexData>
}

/** Where the published knowledge comes from. */
export interface PublishedEntries {
  /** Number of the current revision; cheap, asked twice a second. 0 when nothing is published. */
  currentNumber(): Promise<number>
  entriesOfCurrent(): Promise<{ revision: number; entries: readonly Entry[] }>
}

export interface LiveKnowledgeOptions {
  published: PublishedEntries
  builder: IndexBuilder
  snapshots: SnapshotStore
  lexicon: Lexicon
  clock: Clock
  /** Told when a look or a rebuild failed; the old knowledge stays in use. */
  onError: (error: Error) => void
  onSwap: (knowledge: Knowledge) => void
}

export interface LiveKnowledge extends KnowledgeSource {
  /** Loads the current revision and starts to watch for new ones. */
  start(): Promise<void>
  stop(): Promise<void>
  /** Looks now; returns when the newest revision is in use. */
  refresh(): Promise<void>
}

const LOOK_EVERY_MS = 500

/** Keeps the knowledge of the newest published revision in memory and swaps it whole. */
export function createLiveKnowledge(options: LiveKnowledgeOptions): LiveKnowledge {
  const { published, clock, lexicon } = options
  const stopping = new AbortController()
  const loading = Promise.withResolvers<void>()
  let knowledge: Knowledge | null = null
  let watching: Promise<void> | null = null
  let looking: Promise<void> | null = null

  const look = async (): Promise<void> => {
    if (knowledge !== null && (await published.currentNumber()) === knowledge.revision) return
    const { revision, entries } = await published.entriesOfCurrent()
    const { data, keep } = await loadIndex(options, revision, entries)
    knowledge = createKnowledge(revision, entries, data, lexicon)
    loading.resolve()
    options.onSwap(knowledge)
    await keep()
  }
  const lookOnce = (): Promise<void> => (looking ??= look().finally(() => (looking = null)))
  /** A look that is under way may have begun before the newest publish: another one follows it. */
  const refresh = async (): Promise<void> => {
    if (looking !== null) await looking.catch(() => {})
    await lookOnce()
  }
  const watch = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await clock.sleep(LOOK_EVERY_MS, stopping.signal)
      if (!stopping.signal.aborted)
        await refresh().catch((e: unknown) => options.onError(toError(e)))
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
    },
  }
}

/** The index from its snapshot when there is one of just these documents; else built; `keep` saves it, once it is in use. */
async function loadIndex(
  { builder, snapshots, onError }: LiveKnowledgeOptions,
  revision: number,
  entries: readonly Entry[],
): Promise<{ data: IndexData; keep: () => Promise<void> }> {
  const documents = entries.map(toSearchDocument)
  const name = `${revision}-${fingerprint(documents)}`
  const saved = await snapshots.load(name).catch(() => null)
  const known = saved === null ? null : decodeSnapshot(saved)
  if (known !== null) return { data: known, keep: () => Promise.resolve() }
  const data = await builder.build(documents)
  const keep = (): Promise<void> =>
    snapshots.save(name, encodeSnapshot(data)).catch((e: unknown) => onError(toError(e)))
  return { data, keep }
}

function fingerprint(documents: readonly SearchDocument[]): string {
  const hash = createHash('sha256')
  for (const document of documents) hash.update(JSON.stringify(document))
  return hash.digest('hex').slice(0, 16)
}
