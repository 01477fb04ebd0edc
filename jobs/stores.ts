import type { Instant } from '../core/index.ts'

/** One run of a job at one slot (lượt chạy). */
export interface JobRun {
  job: string
  slot: Instant
  owner: string
  state: 'running' | 'done' | 'failed'
  startedAt: Instant
  finishedAt: Instant | null
  detail: string
}

export interface JobRunStore {
  /** Claims (job, slot) before any work; false when somebody has claimed it. */
  claim(run: { job: string; slot: Instant; owner: string; startedAt: Instant }): Promise<boolean>
  finish(
    run: { job: string; slot: Instant; owner: string },
    result: { state: 'done' | 'failed'; finishedAt: Instant; detail: string },
  ): Promise<void>
  /** The newest run of the job, whatever its state; null when it never ran. */
  last(job: string): Promise<JobRun | null>
  /** Deletes runs with a slot before `before`. */
  deleteBefore(before: Instant): Promise<number>
  /** Deletes runs with a slot after `after`: made by a clock that ran ahead and was set right since. */
  deleteAfter(after: Instant): Promise<number>
}
