import {
  createJobRunStore,
  createLeaseStore,
  type SqlDatabase,
} from '../../../adapters/sql/index.ts'
import { createLeaseKeeper, type Clock } from '../../../core/index.ts'
import { createScheduler, type Job, type JobLogger, type Scheduler } from '../../../jobs/index.ts'
import { HandTicker } from './hand-ticker.ts'

export interface TestScheduler {
  scheduler: Scheduler
  /** Ticks and waits until the work of this tick has ended. */
  tick(): Promise<void>
  /** Ticks without waiting. */
  startTick(): void
  settled(): Promise<void>
  ticker: HandTicker
  logged: { level: 'info' | 'warn'; fields: object; message: string }[]
}

/** A started scheduler on real stores that ticks by hand, as one process would have it. */
export function openScheduler(
  database: SqlDatabase,
  clock: Clock,
  owner: string,
  jobs: readonly Job[],
): TestScheduler {
  const logged: TestScheduler['logged'] = []
  const logger: JobLogger = {
    info: (fields, message) => void logged.push({ level: 'info', fields, message }),
    warn: (fields, message) => void logged.push({ level: 'warn', fields, message }),
  }
  const keeper = createLeaseKeeper({
    store: createLeaseStore(database),
    clock,
    owner,
    ttlMs: 4000,
    renewMs: 1000,
  })
  const inFlight = new Set<Promise<unknown>>()
  const ticker = new HandTicker()
  const scheduler = createScheduler({
    jobs,
    runs: createJobRunStore(database),
    leaseKeeper: {
      hold(name, work) {
        const held = keeper.hold(name, work)
        const watched = held
          .catch(() => undefined)
          // One turn later the scheduler has taken notice too.
          .then(() => new Promise((resolve) => setImmediate(resolve)))
          .finally(() => inFlight.delete(watched))
        inFlight.add(watched)
        return held
      },
    },
    clock,
    ticker,
    owner,
    logger,
    stopLimitMs: 5000,
  })
  scheduler.start()
  const settled = async (): Promise<void> => {
    while (inFlight.size > 0) await Promise.all(inFlight)
  }
  const startTick = (): void => ticker.tick()
  const tick = async (): Promise<void> => {
    startTick()
    await settled()
  }
  return { scheduler, tick, startTick, settled, ticker, logged }
}
