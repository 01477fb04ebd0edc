import { Failure, toInstant, type Instant } from '../core/index.ts'
import { wording } from './wording.ts'

/**
 * When a job runs, in Viet Nam time (UTC+7 all year, so a day always has 24 hours):
 * - `daily`: once a day at `at` (`HH:MM`)
 * - `every`: each `minutes` minutes, counted from midnight (as long as they divide a day)
 */
export type Rule = { kind: 'daily'; at: string } | { kind: 'every'; minutes: number }

/**
 * What becomes of slots that passed while the program was off:
 * - `run-once`: the newest one is run late, the older ones never. A job that has never run counts as late,
 *   so that it also runs on a machine that is switched off at night.
 * - `skip`: a slot runs within `LATE_LIMIT_MS` of its time or not at all.
 */
export type CatchUp = 'run-once' | 'skip'

export interface Schedule {
  rule: Rule
  catchUp: CatchUp
}

interface SlotPlan {
  /** The slot to run now; null when there is none. */
  due: Instant | null
  /** The first slot after now (after the last run when that lies in the future). */
  next: Instant
  /** Slots between the last run and the due one that will never run. */
  passedOver: number
  /** The last run lies in the future: the clock was set back, or was wrong before. Nothing is due. */
  isClockBehind: boolean
}

/** A tick comes every minute; late ones (a busy machine, a job before this one) still count as in time. */
export const LATE_LIMIT_MS = 5 * 60_000

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const VIETNAM_OFFSET_MS = 7 * 60 * MINUTE_MS

/** Decides from the last claimed slot (null: never ran) and the time. Pure: reads no clock, keeps no state. */
export function planSlots(
  { rule, catchUp }: Schedule,
  lastSlot: Instant | null,
  now: Date,
): SlotPlan {
  const { periodMs, phaseMs } = cycleOf(rule)
  const slotAt = (ms: number): number => Math.floor((ms - phaseMs) / periodMs) * periodMs + phaseMs
  const nowMs = now.getTime()
  const lastMs = lastSlot === null ? null : Date.parse(lastSlot)
  const newest = slotAt(nowMs)
  const next = (after: number): Instant => toInstant(new Date(slotAt(after) + periodMs))

  if (lastMs !== null && nowMs < lastMs) {
    return { due: null, next: next(lastMs), passedOver: 0, isClockBehind: true }
  }
  const isNew = lastMs === null || newest > lastMs
  const isRunnable = catchUp === 'run-once' || nowMs - newest < LATE_LIMIT_MS
  const due = isNew && isRunnable ? toInstant(new Date(newest)) : null
  const passedOver =
    due === null || lastMs === null
      ? 0
      : Math.max(0, Math.round((newest - slotAt(lastMs)) / periodMs) - 1)
  return { due, next: next(nowMs), passedOver, isClockBehind: false }
}

/** A rule as a period and the distance of its slots from 1970-01-01T00:00Z. */
function cycleOf(rule: Rule): { periodMs: number; phaseMs: number } {
  if (rule.kind === 'every') {
    if (!Number.isInteger(rule.minutes) || rule.minutes < 1) {
      throw new Failure('input', wording.wrongMinutes(rule.minutes))
    }
    return { periodMs: rule.minutes * MINUTE_MS, phaseMs: -VIETNAM_OFFSET_MS }
  }
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(rule.at) ?? []
  if (hours === undefined || minutes === undefined) {
    throw new Failure('input', wording.wrongTimeOfDay(rule.at))
  }
  const timeOfDayMs = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS
  return { periodMs: DAY_MS, phaseMs: timeOfDayMs - VIETNAM_OFFSET_MS }
}
