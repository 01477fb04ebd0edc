import { toError, type LeaseKeeper } from '../core/index.ts'
import { createJobRunner, type JobRunnerOptions } from './job-runner.ts'
import type { Job, Ticker } from './job.ts'
import { wording } from './wording.ts'

interface SchedulerOptions extends JobRunnerOptions {
  jobs: readonly Job[]
  leaseKeeper: Pick<LeaseKeeper, 'hold'>
  ticker: Ticker
  /** How long `stop` waits for a job in hand to notice that it should end. */
  stopLimitMs?: number
}

export interface Scheduler {
  start(): void
  /** Ends the ticks, tells the job in hand to stop and waits for it, at most `stopLimitMs`. */
  stop(): Promise<void>
}

const LEASE = 'scheduler'

/**
 * Runs each job once per slot, whatever the number of processes: a tick works only under the lease, and a slot
 * is claimed in the database before its work. Jobs run one after another; a tick during work is dropped.
 */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const { jobs, leaseKeeper, clock, ticker, logger, stopLimitMs = 10_000 } = options
  const runner = createJobRunner(options)
  let life: { end: AbortController; stopTicks: () => void } | null = null
  let inHand: Promise<void> | null = null
  let stopping: Promise<void> | null = null

  async function runDueJobs(signal: AbortSignal): Promise<void> {
    for (const job of jobs) {
      if (signal.aborted) return
      try {
        await runner.runIfDue(job, signal)
      } catch (thrown) {
        logger.warn({ job: job.name, err: toError(thrown) }, wording.logUnreachable)
      }
    }
  }

  async function tick(end: AbortSignal): Promise<void> {
    try {
      await leaseKeeper.hold(LEASE, (lost) => runDueJobs(AbortSignal.any([lost, end])))
    } catch (thrown) {
      logger.warn({ err: toError(thrown) }, wording.logUnreachable)
    }
  }

  function onTick(end: AbortSignal): void {
    inHand ??= tick(end).finally(() => {
      inHand = null
    })
  }

  async function endLife(): Promise<void> {
    life?.stopTicks()
    life?.end.abort()
    life = null
    if (inHand === null) return
    const waiting = new AbortController()
    const hasEnded = await Promise.race([
      inHand.then(() => true),
      clock.sleep(stopLimitMs, waiting.signal).then(() => false),
    ])
    waiting.abort()
    if (!hasEnded) logger.warn({ stopLimitMs }, wording.logStopTimeout)
  }

  return {
    start() {
      if (life !== null) return
      const end = new AbortController()
      life = { end, stopTicks: ticker.onTick(() => onTick(end.signal)) }
    },
    stop() {
      stopping ??= endLife().finally(() => {
        stopping = null
      })
      return stopping
    },
  }
}
