import { toInstant, type Clock, type Instant } from '../core/index.ts'
import type { RevisionStore } from '../knowledge/index.ts'
import { JOB_NAMES, type Job } from './job.ts'
import type { Schedule } from './slots.ts'
import type { JobRunStore } from './stores.ts'
import { wording } from './wording.ts'

/** A search index saved as a file (bản chụp chỉ mục), so that a restart need not build it again. */
export interface SavedSnapshot {
  name: string
  /** The number of the revision it was built from. */
  revision: number
  bytes: number
  savedAt: Instant
}

/** The folder of saved snapshots, as far as tidying needs it. */
export interface SnapshotFolder {
  list(): Promise<readonly SavedSnapshot[]>
  /** Does nothing when it is gone already: another process may prune too. */
  remove(name: string): Promise<void>
}

interface PruneOptions {
  clock: Clock
  snapshots: SnapshotFolder
  revisions: Pick<RevisionStore, 'current' | 'prune'>
  runs: Pick<JobRunStore, 'deleteBefore'>
  schedule?: Schedule
}

const KEPT_SNAPSHOTS = 3
const DRAFT_DAYS = 30
const RUN_DAYS = 180
const DAY_MS = 86_400_000

/** Deletes what only costs disk: old index snapshots, forgotten drafts, old run rows. */
export function createPruneJob(options: PruneOptions): Job {
  const { clock, snapshots, revisions, runs } = options
  return {
    name: JOB_NAMES.pruneSnapshots,
    schedule: options.schedule ?? { rule: { kind: 'daily', at: '03:15' }, catchUp: 'run-once' },
    async run(signal) {
      const daysAgo = (days: number): Instant =>
        toInstant(new Date(clock.now().getTime() - days * DAY_MS))
      const current = await revisions.current()
      const surplus = surplusSnapshots(
        await snapshots.list(),
        current?.number ?? null,
        KEPT_SNAPSHOTS,
      )
      for (const snapshot of surplus) {
        signal.throwIfAborted()
        await snapshots.remove(snapshot.name)
      }
      signal.throwIfAborted()
      const pruned = await revisions.prune(daysAgo(DRAFT_DAYS))
      signal.throwIfAborted()
      return wording.pruned({
        snapshots: surplus.length,
        bytes: surplus.reduce((sum, snapshot) => sum + snapshot.bytes, 0),
        ...pruned,
        runs: await runs.deleteBefore(daysAgo(RUN_DAYS)),
      })
    },
  }
}

/** All but the newest `keep` and those of the current revision, which may be old after a rollback. */
export function surplusSnapshots(
  all: readonly SavedSnapshot[],
  currentRevision: number | null,
  keep: number,
): readonly SavedSnapshot[] {
  return all
    .toSorted((a, b) => b.savedAt.localeCompare(a.savedAt) || b.name.localeCompare(a.name))
    .slice(keep)
    .filter((snapshot) => snapshot.revision !== currentRevision)
}
