import { join } from 'node:path'
import { createSnapshotFolder } from '../../../adapters/files/index.ts'
import {
  createAskedQuestionStore,
  createInboxStore,
  createJobRunStore,
  createLeaseStore,
  createReplyStore,
  createRevisionStore,
  createSessionStore,
  openDatabase,
} from '../../../adapters/sql/index.ts'
import { createLeaseKeeper, type Clock } from '../../../core/index.ts'
import {
  createPruneJob,
  createRetentionJob,
  createScheduler,
  type Job,
  type Schedule,
} from '../../../jobs/index.ts'
import { HandTicker } from './hand-ticker.ts'
import { mortal, newLife } from './mortal.ts'

/** Jobs of the simulation beside the real ones, to see both policies at a quick pace. */
const EXTRA_SCHEDULES: Readonly<Record<string, Schedule>> = {
  'every-6-hours': { rule: { kind: 'every', minutes: 360 }, catchUp: 'skip' },
  'every-morning': { rule: { kind: 'daily', at: '08:00' }, catchUp: 'skip' },
}

/** One server process over the data folder, with its own connection and its own way to die. */
export async function startProcess(
  folder: string,
  clock: Clock,
  owner: string,
  onRun: (job: string) => void,
) {
  const database = await openDatabase(
    { kind: 'sqlite', file: join(folder, 'cchc.sqlite') },
    { clock },
  )
  const life = newLife()
  const runs = mortal(createJobRunStore(database), life)
  const jobs = jobsOf(database, folder, clock, runs, life)
  const keeper = createLeaseKeeper({
    ...{ store: mortal(createLeaseStore(database), life), clock, owner },
  })
  const ticker = new HandTicker()
  let inFlight: Promise<unknown> | null = null
  let worked = 0
  const scheduler = createScheduler({
    jobs: jobs.map((job) => ({
      ...job,
      run: (signal) => {
        onRun(job.name)
        return job.run(signal)
      },
    })),
    ...{ runs, clock, ticker, owner },
    logger: { info: () => undefined, warn: () => undefined },
    leaseKeeper: {
      hold(name, work) {
        const held = keeper.hold(name, async (signal, lease) => {
          const result = await work(signal, lease)
          worked += 1
          return result
        })
        inFlight = held
          .catch(() => undefined)
          .then(() => new Promise((resolve) => setImmediate(resolve)))
          .finally(() => (inFlight = null))
        return held
      },
    },
  })
  scheduler.start()
  return {
    life,
    jobs,
    database,
    tick: () => ticker.tick(),
    isBusy: () => inFlight !== null && !life.isDead,
    /** How many ticks this process has worked through to their end. */
    worked: () => worked,
    stop: scheduler.stop,
  }
}

function jobsOf(
  database: Awaited<ReturnType<typeof openDatabase>>,
  folder: string,
  clock: Clock,
  runs: ReturnType<typeof createJobRunStore>,
  life: ReturnType<typeof newLife>,
): Job[] {
  const extra = Object.entries(EXTRA_SCHEDULES).map(([name, schedule]): Job => ({
    ...{ name, schedule },
    run: async () => {
      // One call of a store inside the work, so that a process can die in the middle of it.
      await runs.last(name)
      return 'Xong.'
    },
  }))
  return [
    createRetentionJob({
      ...{ clock, questionDays: 90 },
      questions: mortal(createAskedQuestionStore(database), life),
      inbox: mortal(createInboxStore(database), life),
      replies: mortal(createReplyStore(database), life),
      sessions: mortal(createSessionStore(database), life),
    }),
    createPruneJob({
      ...{ clock, runs },
      snapshots: createSnapshotFolder(join(folder, 'index')),
      revisions: mortal(createRevisionStore(database), life),
    }),
    ...extra,
  ]
}

export type SimulatedProcess = Awaited<ReturnType<typeof startProcess>>
