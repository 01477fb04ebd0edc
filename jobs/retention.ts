import { toInstant, type Clock, type Instant } from '../core/index.ts'
import { JOB_NAMES, type Job } from './job.ts'
import type { Schedule } from './slots.ts'
import { wording } from './wording.ts'

/** Rows that are deleted by age; one call is one short transaction and returns how many it deleted. */
export interface AgedRows {
  deleteBefore(before: Instant, limit: number): Promise<number>
}

interface RetentionOptions {
  clock: Clock
  /** Asked questions with their ratings are kept this long (Luật 91/2025/QH15: no longer than needed). */
  questionDays: number
  questions: AgedRows
  /** Messages that were answered. Waiting ones stay, however old. */
  inbox: AgedRows
  replies: AgedRows
  sessions: AgedRows
  schedule?: Schedule
}

/** The words of a conversation are needed less long than the questions that teach us what is missing. */
const CONVERSATION_DAYS = 30
const ROWS_PER_CALL = 500
const PAUSE_MS = 20
const DAY_MS = 86_400_000

/** Deletes what citizens wrote once it is old: in small steps, so that answering goes on meanwhile. */
export function createRetentionJob(options: RetentionOptions): Job {
  const { clock, questionDays, questions, inbox, replies, sessions } = options
  const conversationDays = Math.min(questionDays, CONVERSATION_DAYS)
  return {
    name: JOB_NAMES.retention,
    schedule: options.schedule ?? { rule: { kind: 'daily', at: '02:30' }, catchUp: 'run-once' },
    async run(signal) {
      const nowMs = clock.now().getTime()
      const clear = (rows: AgedRows, days: number): Promise<number> =>
        deleteInSteps(rows, toInstant(new Date(nowMs - days * DAY_MS)), clock, signal)
      return wording.retention({
        questions: await clear(questions, questionDays),
        inbox: await clear(inbox, conversationDays),
        replies: await clear(replies, conversationDays),
        sessions: await clear(sessions, conversationDays),
      })
    },
  }
}

async function deleteInSteps(
  rows: AgedRows,
  before: Instant,
  clock: Clock,
  signal: AbortSignal,
): Promise<number> {
  let total = 0
  for (;;) {
    signal.throwIfAborted()
    const count = await rows.deleteBefore(before, ROWS_PER_CALL)
    total += count
    if (count === 0) return total
    await clock.sleep(PAUSE_MS, signal)
  }
}
