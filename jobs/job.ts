import type { Schedule } from './slots.ts'

/** Names of the jobs that ship; each is the key of its runs in the database, so it never changes. */
export const JOB_NAMES = { retention: 'retention', pruneSnapshots: 'prune-snapshots' } as const

/**
 * Something that happens by itself (công việc tự động). Each job can be stopped anywhere and run again:
 * what is done stays done, the next run does the rest.
 */
export interface Job {
  name: string
  schedule: Schedule
  /**
   * Does the work and says in one Vietnamese line what it did. Rejects when it could not, or when
   * `signal` aborted before the end (the program stops, or another process took over).
   */
  run(signal: AbortSignal): Promise<string>
}

/** Gives the rhythm; what runs when is decided by `planSlots`. */
export interface Ticker {
  /** Calls `onTick` about once a minute until the returned function is called. */
  onTick(onTick: () => void): () => void
}

/** Where the scheduler reports, shaped as pino's methods. */
export interface JobLogger {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}
