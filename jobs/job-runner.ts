import { toError, toInstant, type Clock, type Instant } from '../core/index.ts'
import type { Job, JobLogger } from './job.ts'
import { nextRunState } from './run-states.ts'
import { planSlots } from './slots.ts'
import type { JobRunStore } from './stores.ts'
import { wording } from './wording.ts'

export interface JobRunnerOptions {
  runs: JobRunStore
  clock: Clock
  /** Names this process in the runs it claims; unique for each start. */
  owner: string
  logger: JobLogger
}

interface ClaimedRun {
  job: string
  slot: Instant
  owner: string
}

/** Runs one job at a time; the caller holds the scheduler's lease. */
interface JobRunner {
  /**
   * Claims the slot that is due, if any, runs the job and records the result.
   * Rejects only when the store cannot be used: then nothing was run, or the run stays `running`.
   */
  runIfDue(job: Job, signal: AbortSignal): Promise<void>
}

export function createJobRunner({ runs, clock, owner, logger }: JobRunnerOptions): JobRunner {
  const reportedBehind = new Set<string>()

  /** Under the lease and with no job in hand, a run that is still `running` is what a crash left. */
  async function closeInterrupted(job: Job): Promise<Instant | null> {
    const last = await runs.last(job.name)
    if (last?.state === 'running') {
      logger.warn({ job: job.name, slot: last.slot, owner: last.owner }, wording.logInterrupted)
      await runs.finish(last, {
        state: nextRunState(last.state, 'interrupted'),
        finishedAt: toInstant(clock.now()),
        detail: wording.interrupted,
      })
    }
    return last?.slot ?? null
  }

  /** Once, not every minute for as long as the clock is wrong. */
  function reportClock(job: Job, lastSlot: Instant | null, isBehind: boolean): void {
    if (!isBehind) reportedBehind.delete(job.name)
    else if (!reportedBehind.has(job.name)) {
      reportedBehind.add(job.name)
      logger.warn({ job: job.name, lastSlot, now: clock.now() }, wording.logClockBehind)
    }
  }

  async function work(
    job: Job,
    run: ClaimedRun,
    passedOver: number,
    signal: AbortSignal,
  ): Promise<void> {
    let event: 'completed' | 'threw' = 'completed'
    let detail: string
    try {
      const done = await job.run(signal)
      detail = passedOver === 0 ? done : wording.passedOver(done, passedOver)
      logger.info({ ...run, detail }, wording.logDone)
    } catch (thrown) {
      event = 'threw'
      detail = signal.aborted ? wording.stopped : toError(thrown).message
      logger.warn({ ...run, detail, err: toError(thrown) }, wording.logFailed)
    }
    const state = nextRunState('running', event)
    await runs.finish(run, { state, finishedAt: toInstant(clock.now()), detail })
  }

  return {
    async runIfDue(job, signal) {
      const lastSlot = await closeInterrupted(job)
      const plan = planSlots(job.schedule, lastSlot, clock.now())
      reportClock(job, lastSlot, plan.isClockBehind)
      if (plan.due === null || signal.aborted) return
      const run = { job: job.name, slot: plan.due, owner }
      const isOurs = await runs.claim({ ...run, startedAt: toInstant(clock.now()) })
      if (isOurs) await work(job, run, plan.passedOver, signal)
    },
  }
}
