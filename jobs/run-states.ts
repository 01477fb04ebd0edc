import { Failure } from '../core/index.ts'
import type { JobRun } from './stores.ts'
import { wording } from './wording.ts'

/** `claimed` happened before: a row exists only from `running` on. */
type RunEvent = 'completed' | 'threw' | 'interrupted'

/**
 * The life of a run. A crash leaves it `running`; whoever holds the scheduler's lease next records it as
 * interrupted. It is not repeated: the next slot does the rest, since every job can take up half-done work.
 */
const TRANSITIONS: Record<JobRun['state'], Partial<Record<RunEvent, 'done' | 'failed'>>> = {
  running: { completed: 'done', threw: 'failed', interrupted: 'failed' },
  done: {},
  failed: {},
}

/**
 * The state after `event`.
 * @throws Failure `ours` when the event cannot happen to a run in this state
 */
export function nextRunState(state: JobRun['state'], event: RunEvent): 'done' | 'failed' {
  const next = TRANSITIONS[state][event]
  if (next === undefined) throw new Failure('ours', wording.wrongTransition(state, event))
  return next
}
