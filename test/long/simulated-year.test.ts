import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  createAskedQuestionStore,
  createJobRunStore,
  openDatabase,
  type SqlDatabase,
} from '../../adapters/sql/index.ts'
import type { Schedule } from '../../jobs/index.ts'
import { DrivenClock } from '../support/jobs/driven-clock.ts'
import { startProcess, type SimulatedProcess } from '../support/jobs/simulated-process.ts'
import { createSeeded } from '../support/seeded.ts'

const MINUTE_MS = 60_000
const DAY_MS = 1440 * MINUTE_MS
/** Midnight in Viet Nam on 1/1/2027. */
const START_MS = Date.parse('2026-12-31T17:00:00.000Z')
const DAYS = 365
const RESTARTS = 100
const ON_TIME_MS = 5 * MINUTE_MS

let folder = ''
let observer: SqlDatabase
const clock = new DrivenClock(new Date(START_MS).toISOString())
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cchc-year-'))
  observer = await openDatabase({ kind: 'sqlite', file: join(folder, 'cchc.sqlite') }, { clock })
})
afterAll(async () => {
  await observer.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** The newest slot at `nowMs`, found by walking back minute by minute on the clock on the wall. */
function newestSlot({ rule }: Schedule, nowMs: number): string {
  for (let ms = Math.floor(nowMs / MINUTE_MS) * MINUTE_MS; ; ms -= MINUTE_MS) {
    const minuteOfDay = Math.floor((ms - START_MS) / MINUTE_MS + 1440) % 1440
    const [hours = 0, minutes = 0] = rule.kind === 'daily' ? rule.at.split(':').map(Number) : []
    const isSlot =
      rule.kind === 'daily'
        ? minuteOfDay === hours * 60 + minutes
        : minuteOfDay % rule.minutes === 0
    if (isSlot) return new Date(ms).toISOString()
  }
}

/** When the processes tick on one day: around every slot, and now and then between them. */
const TICKS_OF_DAY = [0, 1, 90, 150, 151, 195, 196, 360, 361, 480, 481, 600, 720, 721, 1000, 1080]

/** The restarts of the year: one process ends, orderly or not, and stays away for a while. */
function planRestarts(seeded: ReturnType<typeof createSeeded>) {
  return Array.from({ length: RESTARTS }, () => ({
    atTick: seeded.int(1, DAYS * TICKS_OF_DAY.length - 2),
    process: seeded.int(0, 1),
    isKilled: seeded.int(0, 2) > 0,
    afterCalls: seeded.int(1, 25),
    diesAfterCall: seeded.int(0, 1) === 1,
    ticksAway: seeded.int(0, 9) === 0 ? seeded.int(50, 200) : seeded.int(1, 20),
  }))
}

it('a year with two processes and 100 restarts: no slot missed, none done twice', async () => {
  const seeded = createSeeded(20261121)
  const restarts = planRestarts(seeded)
  const executed: { job: string; atMs: number }[] = []
  const processes: (SimulatedProcess | null)[] = [null, null]
  const ended: SimulatedProcess[] = []
  const returns = [0, 0]
  let kills = 0
  let stops = 0
  let starts = 0
  let missed = 0
  let mustHave = 0
  const runs = createJobRunStore(observer)
  const questions = createAskedQuestionStore(observer)

  const settle = async (): Promise<void> => {
    while (processes.some((process) => process?.isBusy() === true)) {
      await new Promise((resolve) => setImmediate(resolve))
      // Work that pauses between its steps goes on as time does.
      if (processes.some((process) => process?.isBusy() === true)) clock.advance(5)
    }
  }

  for (let tick = 0; tick < DAYS * TICKS_OF_DAY.length; tick += 1) {
    const day = Math.floor(tick / TICKS_OF_DAY.length)
    const minute = TICKS_OF_DAY[tick % TICKS_OF_DAY.length] ?? 0
    clock.set(new Date(START_MS + day * DAY_MS + minute * MINUTE_MS))

    for (const [index, process] of processes.entries()) {
      if (process !== null || (returns[index] ?? 0) > tick) continue
      starts += 1
      processes[index] = await startProcess(folder, clock, `process-${starts}`, (job) =>
        executed.push({ job, atMs: clock.now().getTime() }),
      )
    }
    if (minute === 600) {
      const id = `question-${String(day).padStart(4, '0')}`
      await questions.add({
        ...{ id, askedAt: clock.now().toISOString(), channel: 'web', text: id, folded: id },
        ...{ outcome: 'none', reason: 'not_found', entryId: null, revision: 1 },
      })
    }

    const due = restarts.filter(({ atTick }) => atTick === tick)
    for (const restart of due) {
      const index = processes[restart.process] ? restart.process : 1 - restart.process
      const process = processes[index]
      if (!process) continue
      returns[index] = tick + restart.ticksAway
      if (restart.isKilled) {
        process.life.callsLeft = restart.afterCalls
        process.life.diesAfterCall = restart.diesAfterCall
      } else {
        await process.stop()
        stops += 1
        ended.push(process)
        processes[index] = null
      }
    }

    const workedBefore = processes.map((process) => process?.worked() ?? 0)
    const order = seeded.int(0, 1) === 0 ? [0, 1] : [1, 0]
    for (const index of order) processes[index]?.tick()
    await settle()

    const hasWorked = processes.some(
      (process, index) => (process?.worked() ?? 0) > (workedBefore[index] ?? 0),
    )
    for (const [index, process] of processes.entries()) {
      // A process condemned to die may outlive the tick; it falls at one of its next calls.
      if (process?.life.isDead !== true) continue
      kills += 1
      ended.push(process)
      processes[index] = null
      returns[index] = Math.max(returns[index] ?? 0, tick + 1)
    }
    if (!hasWorked) continue
    const nowMs = clock.now().getTime()
    for (const { name, schedule } of [...ended, ...processes].find((one) => one)?.jobs ?? []) {
      const slot = newestSlot(schedule, nowMs)
      if (schedule.catchUp === 'skip' && nowMs - Date.parse(slot) >= ON_TIME_MS) continue
      mustHave += 1
      if ((await runs.last(name))?.slot !== slot) missed += 1
    }
  }

  const schedules = new Map((processes[0] ?? ended[0])?.jobs.map((job) => [job.name, job.schedule]))
  const executedSlots = executed.map(({ job, atMs }) => {
    const schedule = schedules.get(job)
    if (schedule === undefined) throw new Error(`unknown job ${job}`)
    return `${job} ${newestSlot(schedule, atMs)}`
  })
  const rows = await observer.db().selectFrom('job_runs').selectAll().execute()
  const oldest = await observer
    .db()
    .selectFrom('asked_questions')
    .select('asked_at')
    .orderBy('asked_at')
    .executeTakeFirstOrThrow()
  for (const process of [...ended, ...processes]) await process?.database.close()

  expect(missed).toBe(0)
  expect(new Set(executedSlots).size).toBe(executedSlots.length)
  expect(mustHave).toBeGreaterThan(8000)
  expect(starts).toBeGreaterThan(90)
  expect(kills).toBeGreaterThan(50)
  expect(stops).toBeGreaterThan(20)
  // What died between the claim and the work, or in the middle of it, is on record as interrupted.
  const failed = rows.filter(({ state }) => state === 'failed')
  expect(failed.length).toBeGreaterThan(0)
  expect(failed.length).toBeLessThanOrEqual(kills + stops)
  expect(rows.filter(({ state }) => state === 'running').length).toBeLessThanOrEqual(1)
  // Retention did its work in spite of it all.
  expect(clock.now().getTime() - Date.parse(oldest.asked_at)).toBeLessThan(92 * DAY_MS)
})
