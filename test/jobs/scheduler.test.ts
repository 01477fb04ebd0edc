import { describe, expect, it } from 'vitest'
import { createJobRunStore, createLeaseStore } from '../../adapters/sql/index.ts'
import { createScheduler, type Job } from '../../jobs/index.ts'
import { forEachDatabase } from '../support/databases.ts'
import { DrivenClock } from '../support/jobs/driven-clock.ts'
import { HandTicker } from '../support/jobs/hand-ticker.ts'
import { openScheduler } from '../support/jobs/open-scheduler.ts'

/** 02:30 in Viet Nam on 21/11/2026. */
const SLOT = '2026-11-20T19:30:00.000Z'
const NEXT_SLOT = '2026-11-21T19:30:00.000Z'
const MINUTE_MS = 60_000

/** A daily job that counts its runs and does `work`. */
function countingJob(
  work: (signal: AbortSignal) => Promise<string> = async () => 'Xong.',
): Job & { starts: number } {
  const job = {
    name: 'sweep',
    schedule: { rule: { kind: 'daily', at: '02:30' }, catchUp: 'run-once' } as const,
    starts: 0,
    run(signal: AbortSignal) {
      job.starts += 1
      return work(signal)
    },
  }
  return job
}

/** Work that ends only when it is told to. */
const untilAborted = (signal: AbortSignal): Promise<string> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')))
  })

const started = async (job: { starts: number }): Promise<void> => {
  while (job.starts === 0) await new Promise((resolve) => setTimeout(resolve, 2))
}

/** A scheduler that is given the lease whenever it asks. */
const alwaysHolding = (
  options: Omit<Parameters<typeof createScheduler>[0], 'leaseKeeper' | 'logger'>,
) =>
  createScheduler({
    ...options,
    logger: { info: () => undefined, warn: () => undefined },
    leaseKeeper: {
      hold: (name, work) =>
        work(new AbortController().signal, { name, owner: 'x', token: 1, expiresAt: SLOT }),
    },
  })

forEachDatabase('createScheduler', ({ open }) => {
  it('runs a job once in its slot and records what it did', async () => {
    const database = await open()
    const clock = new DrivenClock(SLOT)
    const job = countingJob()
    const one = openScheduler(database, clock, 'one', [job])
    for (let minute = 0; minute < 5; minute += 1) {
      await one.tick()
      clock.advance(MINUTE_MS)
    }
    expect(job.starts).toBe(1)
    expect(await createJobRunStore(database).last('sweep')).toEqual({
      job: 'sweep',
      slot: SLOT,
      owner: 'one',
      state: 'done',
      startedAt: SLOT,
      finishedAt: SLOT,
      detail: 'Xong.',
    })
  })

  it('runs each slot once with two processes that tick together', async () => {
    const database = await open()
    const clock = new DrivenClock('2026-11-20T17:00:00.000Z')
    const quarterly = {
      ...countingJob(),
      schedule: { rule: { kind: 'every', minutes: 15 }, catchUp: 'skip' } as const,
    }
    const starts: string[] = []
    const jobOf = (owner: string): Job => ({
      ...quarterly,
      run: async () => {
        starts.push(clock.now().toISOString())
        return owner
      },
    })
    const one = openScheduler(database, clock, 'one', [jobOf('one')])
    const two = openScheduler(database, clock, 'two', [jobOf('two')])
    for (let minute = 0; minute < 120; minute += 1) {
      const order = minute % 2 === 0 ? [one, two] : [two, one]
      for (const { startTick } of order) startTick()
      await Promise.all([one.settled(), two.settled()])
      clock.advance(MINUTE_MS)
    }
    expect(starts).toHaveLength(8)
    expect(new Set(starts).size).toBe(8)
  })

  it('runs a slot once even when two processes both believe to hold the lease', async () => {
    const database = await open()
    const clock = new DrivenClock(SLOT)
    const job = countingJob()
    const tickers = [new HandTicker(), new HandTicker()]
    const runs = createJobRunStore(database)
    const schedulers = tickers.map((ticker, index) =>
      alwaysHolding({ jobs: [job], runs, clock, ticker, owner: `owner-${index}` }),
    )
    for (const scheduler of schedulers) scheduler.start()
    for (const ticker of tickers) ticker.tick()
    await started(job)
    await Promise.all(schedulers.map((scheduler) => scheduler.stop()))
    expect(job.starts).toBe(1)
  })

  it('runs once for the newest slot after days off and says so', async () => {
    const database = await open()
    const clock = new DrivenClock(SLOT)
    const job = countingJob()
    const one = openScheduler(database, clock, 'one', [job])
    await one.tick()
    clock.set('2026-12-01T03:00:00.000Z')
    await one.tick()
    await one.tick()
    expect(job.starts).toBe(2)
    const last = await createJobRunStore(database).last('sweep')
    expect(last).toMatchObject({ slot: '2026-11-30T19:30:00.000Z', state: 'done' })
    expect(last?.detail).toContain('9 lượt cũ hơn bị bỏ qua')
  })

  it('records a failure and tries again at the next slot, not before', async () => {
    const database = await open()
    const clock = new DrivenClock(SLOT)
    const job = countingJob(() => Promise.reject(new Error('Ổ đĩa đầy.')))
    const one = openScheduler(database, clock, 'one', [job])
    const runs = createJobRunStore(database)
    await one.tick()
    expect(await runs.last('sweep')).toMatchObject({ state: 'failed', detail: 'Ổ đĩa đầy.' })
    for (let hour = 0; hour < 23; hour += 1) {
      clock.advance(60 * MINUTE_MS)
      await one.tick()
    }
    expect(job.starts).toBe(1)
    clock.set(NEXT_SLOT)
    await one.tick()
    expect(job.starts).toBe(2)
  })

  it('goes on with the other jobs when one fails', async () => {
    const database = await open()
    const clock = new DrivenClock(SLOT)
    const broken = countingJob(() => Promise.reject(new Error('không xong')))
    const sound = { ...countingJob(), name: 'sound' }
    await openScheduler(database, clock, 'one', [broken, sound]).tick()
    expect(await createJobRunStore(database).last('sound')).toMatchObject({ state: 'done' })
  })

  it('records what a crash left as interrupted, never repeats that slot, runs the next', async () => {
    const database = await open()
    const clock = new DrivenClock(SLOT)
    const runs = createJobRunStore(database)
    await runs.claim({ job: 'sweep', slot: SLOT, owner: 'dead', startedAt: SLOT })
    const job = countingJob()
    const one = openScheduler(database, clock, 'one', [job])
    await one.tick()
    expect(job.starts).toBe(0)
    expect(await runs.last('sweep')).toMatchObject({ state: 'failed', owner: 'dead', slot: SLOT })
    expect((await runs.last('sweep'))?.detail).toContain('ngắt giữa chừng')
    clock.set(NEXT_SLOT)
    await one.tick()
    expect(job.starts).toBe(1)
    expect(await runs.last('sweep')).toMatchObject({ state: 'done', slot: NEXT_SLOT })
  })

  it('waits for the lease of a process that was killed, then takes over', async () => {
    const database = await open()
    const clock = new DrivenClock(SLOT)
    await createLeaseStore(database).acquire('scheduler', 'killed', clock.now(), 4000)
    const job = countingJob()
    const one = openScheduler(database, clock, 'one', [job])
    await one.tick()
    expect(job.starts).toBe(0)
    clock.advance(4000)
    await one.tick()
    expect(job.starts).toBe(1)
  })

  it('does nothing while the clock is behind the last slot, and warns once', async () => {
    const database = await open()
    const clock = new DrivenClock(NEXT_SLOT)
    const job = countingJob()
    const one = openScheduler(database, clock, 'one', [job])
    await one.tick()
    clock.set(SLOT)
    await one.tick()
    await one.tick()
    expect(job.starts).toBe(1)
    expect(one.logged.filter(({ message }) => message.includes('Đồng hồ'))).toHaveLength(1)
  })

  it('skips and reports when runs cannot be stored, and works again afterwards', async () => {
    const database = await open()
    const clock = new DrivenClock(SLOT)
    const job = countingJob()
    const one = openScheduler(database, clock, 'one', [job])
    const { schema } = database.engine.kysely
    await schema.alterTable('job_runs').renameTo('hidden_runs').execute()
    await one.tick()
    expect(job.starts).toBe(0)
    expect(one.logged.map(({ level }) => level)).toEqual(['warn'])
    await schema.alterTable('hidden_runs').renameTo('job_runs').execute()
    await one.tick()
    expect(job.starts).toBe(1)
  })

  it('skips and reports when the database is gone', async () => {
    const database = await open()
    const clock = new DrivenClock(SLOT)
    const job = countingJob()
    const one = openScheduler(database, clock, 'one', [job])
    await database.close()
    await one.tick()
    expect(job.starts).toBe(0)
    expect(one.logged).toHaveLength(1)
    expect(one.logged[0]?.message).toContain('cơ sở dữ liệu')
  })

  it('drops a tick while the one before still works, and stop waits for the first', async () => {
    const database = await open()
    const clock = new DrivenClock(SLOT)
    let hasEnded = false
    const job = countingJob(async (signal) => {
      await untilAborted(signal).catch(() => undefined)
      await new Promise((resolve) => setTimeout(resolve, 30))
      hasEnded = true
      return 'Xong.'
    })
    const one = openScheduler(database, clock, 'one', [job])
    one.startTick()
    await started(job)
    clock.set(NEXT_SLOT)
    one.startTick()
    await new Promise((resolve) => setTimeout(resolve, 5))
    await one.scheduler.stop()
    expect(hasEnded).toBe(true)
    expect(job.starts).toBe(1)
  })

  it('claims nothing any more once it was told to stop', async () => {
    const database = await open()
    const clock = new DrivenClock(SLOT)
    const job = countingJob()
    const ticker = new HandTicker()
    const runs = createJobRunStore(database)
    const scheduler = alwaysHolding({
      ...{ jobs: [job], clock, ticker, owner: 'one' },
      runs: {
        ...runs,
        async last(name) {
          const found = await runs.last(name)
          void scheduler.stop()
          return found
        },
      },
    })
    scheduler.start()
    ticker.tick()
    await scheduler.stop()
    expect(await runs.last('sweep')).toBeNull()
  })

  it('ends the work in hand when the lease is lost to another process', async () => {
    const database = await open()
    const clock = new DrivenClock(SLOT)
    const job = countingJob(untilAborted)
    const one = openScheduler(database, clock, 'one', [job])
    one.startTick()
    await started(job)
    const later = new Date(clock.now().getTime() + 60_000)
    await createLeaseStore(database).acquire('scheduler', 'two', later, 4000)
    clock.advance(1000)
    await one.settled()
    const last = await createJobRunStore(database).last('sweep')
    expect(last).toMatchObject({ state: 'failed' })
    expect(last?.detail).toContain('Dừng giữa chừng')
  })

  describe('stop', () => {
    it('tells the job to end, waits for it and frees the lease for others', async () => {
      const database = await open()
      const clock = new DrivenClock(SLOT)
      const job = countingJob(untilAborted)
      const one = openScheduler(database, clock, 'one', [job])
      one.startTick()
      await started(job)
      await one.scheduler.stop()
      expect(await createJobRunStore(database).last('sweep')).toMatchObject({ state: 'failed' })
      const other = countingJob()
      const two = openScheduler(database, clock, 'two', [{ ...other, name: 'other' }])
      await two.tick()
      expect(await createJobRunStore(database).last('other')).toMatchObject({ state: 'done' })
    })

    it('gives up after its limit when a job does not listen', async () => {
      const database = await open()
      const clock = new DrivenClock(SLOT)
      let release = (): void => undefined
      const job = countingJob(
        () => new Promise((resolve) => (release = () => resolve('Xong muộn.'))),
      )
      const one = openScheduler(database, clock, 'one', [job])
      one.startTick()
      await started(job)
      let hasStopped = false
      const stopped = one.scheduler.stop().then(() => (hasStopped = true))
      clock.advance(4999)
      await new Promise((resolve) => setTimeout(resolve, 20))
      expect(hasStopped).toBe(false)
      clock.advance(1)
      await stopped
      expect(one.logged.some(({ message }) => message.includes('không dừng kịp'))).toBe(true)
      release()
      await one.settled()
    })

    it('can be called again and together with itself; start too', async () => {
      const database = await open()
      const clock = new DrivenClock(SLOT)
      const job = countingJob()
      const one = openScheduler(database, clock, 'one', [job])
      one.scheduler.start()
      expect(one.ticker.listening).toBe(1)
      await Promise.all([one.scheduler.stop(), one.scheduler.stop()])
      await one.scheduler.stop()
      expect(one.ticker.listening).toBe(0)
      await one.tick()
      expect(job.starts).toBe(0)
      one.scheduler.start()
      await one.tick()
      expect(job.starts).toBe(1)
      await one.scheduler.stop()
      expect(clock.sleeping).toBe(0)
    })
  })
})
