import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createLeaseStore, openDatabase } from '../../adapters/sql/index.ts'
import { createLeaseKeeper, systemClock } from '../../core/index.ts'
import type { LeaseKeeper, LeaseStore } from '../../core/index.ts'
import { useSqlite } from '../support/databases.ts'
import { DrivenClock } from '../support/jobs/driven-clock.ts'

describe('lease keeper', () => {
  const newTarget = useSqlite()

  const create = async () => {
    const database = await openDatabase(await newTarget(), { clock: systemClock })
    const store = createLeaseStore(database)
    const clock = new DrivenClock('2026-11-21T03:00:00.000Z')
    const errors: Error[] = []
    const keeperOf = (owner: string, on: LeaseStore = store): LeaseKeeper =>
      createLeaseKeeper({ store: on, clock, owner, onError: (error) => errors.push(error) })
    onTestFinished(() => database.close())
    return { store, clock, keeperOf, errors, isHeld: () => holds(store, clock), database }
  }
  const holds = async (store: LeaseStore, clock: DrivenClock): Promise<boolean> => {
    const lease = await store.acquire('job', 'prober', clock.now(), 1)
    if (lease) await store.release(lease)
    return lease === null
  }
  /** Moves the clock step by step, each time when somebody has gone to sleep. */
  const pass = async (clock: DrivenClock, seconds: number): Promise<void> => {
    for (let i = 0; i < seconds; i += 1) {
      await vi.waitFor(() => expect(clock.sleeping).toBeGreaterThan(0), { interval: 1 })
      // Lets a renewal reach the database before the time goes on.
      await systemClock.sleep(10)
      clock.advance(1_000)
      await systemClock.sleep(10)
    }
  }

  /** Work that goes on until the test ends it. */
  const endless = () => {
    const started = Promise.withResolvers<AbortSignal>()
    const end = Promise.withResolvers<string>()
    const work = vi.fn<(signal: AbortSignal) => Promise<string>>(async (signal) => {
      started.resolve(signal)
      const aborted = new Promise<string>((resolve) =>
        signal.addEventListener('abort', () => resolve('aborted')),
      )
      return signal.aborted ? 'aborted' : Promise.race([aborted, end.promise])
    })
    return { work, started: started.promise, end: end.resolve }
  }

  it('does the work under the lease and gives it up at the end', async () => {
    const { keeperOf, isHeld } = await create()
    const result = await keeperOf('a').hold('job', async (signal, lease) => {
      expect(signal.aborted).toBe(false)
      expect(lease).toMatchObject({ name: 'job', owner: 'a', token: 1 })
      expect(await isHeld()).toBe(true)
      return 42
    })
    expect(result).toBe(42)
    expect(await isHeld()).toBe(false)
  })

  it('gives the lease up and the error on when the work fails, at once or later', async () => {
    const { keeperOf, isHeld } = await create()
    const keeper = keeperOf('a')
    await expect(keeper.hold('job', () => Promise.reject(new Error('later')))).rejects.toThrow(
      'later',
    )
    const atOnce = (): Promise<void> => {
      throw new Error('at once')
    }
    await expect(keeper.hold('job', atOnce)).rejects.toThrow('at once')
    expect(await isHeld()).toBe(false)
  })

  it('does nothing while another one holds it, also within the process', async () => {
    const { keeperOf } = await create()
    const [a, b] = [keeperOf('a'), keeperOf('b')]
    const first = endless()
    const holding = a.hold('job', first.work)
    await first.started
    const never = vi.fn<() => Promise<void>>()
    expect(await b.hold('job', never)).toBeNull()
    expect(await a.hold('job', never)).toBeNull()
    expect(never).not.toHaveBeenCalled()
    expect(await a.hold('other job', async () => 'free')).toBe('free')
    first.end('done')
    expect(await holding).toBe('done')
    expect(await b.hold('job', async () => 'mine')).toBe('mine')
  })

  it('renews every second, so that long work keeps the lease', async () => {
    const { keeperOf, clock } = await create()
    const long = endless()
    const holding = keeperOf('a').hold('job', long.work)
    const signal = await long.started
    await pass(clock, 12)
    expect(await keeperOf('b').hold('job', async () => 'taken')).toBeNull()
    expect(signal.aborted).toBe(false)
    long.end('done')
    expect(await holding).toBe('done')
  })

  it('tells the work when the lease was lost, and leaves it to its new owner', async () => {
    const { keeperOf, clock, store } = await create()
    const paused = endless()
    const holding = keeperOf('a').hold('job', paused.work)
    const signal = await paused.started
    // The machine slept: nothing was renewed, and another process took over.
    const later = new Date(clock.now().getTime() + 60_000)
    expect(await store.acquire('job', 'b', later, 4_000)).toMatchObject({ owner: 'b', token: 2 })
    clock.set(later)
    expect(await holding).toBe('aborted')
    expect(signal.aborted).toBe(true)
    expect(await store.acquire('job', 'c', later, 4_000)).toBeNull()
  })

  it('stops the work before the lease runs out when the store fails or hangs', async () => {
    const { keeperOf, clock, store, errors } = await create()
    const failing: LeaseStore = { ...store, renew: () => Promise.reject(new Error('no answer')) }
    const hanging: LeaseStore = { ...store, renew: () => new Promise(() => {}) }
    for (const [owner, broken] of [
      ['a', failing],
      ['b', hanging],
    ] as const) {
      const long = endless()
      const startMs = clock.now().getTime()
      const holding = keeperOf(owner, broken).hold('job', long.work)
      const signal = await long.started
      await pass(clock, 3)
      expect(signal.aborted).toBe(false)
      await pass(clock, 1)
      expect(await holding).toBe('aborted')
      expect(clock.now().getTime() - startMs).toBe(4_000)
    }
    expect(errors.map((error) => error.message)).toContain('no answer')
  })

  it('goes on when the store answers again in time', async () => {
    const { keeperOf, clock, store } = await create()
    let failures = 2
    const shaky: LeaseStore = {
      ...store,
      renew: (...args) =>
        failures-- > 0 ? Promise.reject(new Error('no answer')) : store.renew(...args),
    }
    const long = endless()
    const holding = keeperOf('a', shaky).hold('job', long.work)
    const signal = await long.started
    await pass(clock, 8)
    expect(signal.aborted).toBe(false)
    long.end('done')
    expect(await holding).toBe('done')
  })

  it('waits until the lease is free, and takes over from one that died', async () => {
    const { keeperOf, clock, store } = await create()
    await store.acquire('job', 'dead', clock.now(), 4_000)
    const mine = endless()
    const holding = keeperOf('b').holdWhenFree(
      'job',
      async (signal) => void (await mine.work(signal)),
    )
    await pass(clock, 3)
    expect(mine.work).not.toHaveBeenCalled()
    await pass(clock, 1)
    await mine.started
    mine.end('done')
    await holding
    expect(mine.work).toHaveBeenCalledTimes(1)
  })

  it('waits and does the work again after losing the lease, also when the work failed of it', async () => {
    const { keeperOf, clock, store } = await create()
    let turns = 0
    const holding = keeperOf('a').holdWhenFree('job', async (signal) => {
      turns += 1
      if (turns === 2) return
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      signal.throwIfAborted()
    })
    await vi.waitFor(() => expect(turns).toBe(1))
    const later = new Date(clock.now().getTime() + 60_000)
    await store.acquire('job', 'b', later, 4_000)
    clock.set(later)
    await pass(clock, 4)
    await holding
    expect(turns).toBe(2)
  })

  it('keeps waiting while the store does not answer, and gives an error of the work on', async () => {
    const { keeperOf, clock, store, errors } = await create()
    let failures = 2
    const shaky: LeaseStore = {
      ...store,
      acquire: (...args) =>
        failures-- > 0 ? Promise.reject(new Error('no answer')) : store.acquire(...args),
    }
    const holding = keeperOf('a', shaky).holdWhenFree('job', () => Promise.reject(new Error('bug')))
    await Promise.all([expect(holding).rejects.toThrow('bug'), pass(clock, 2)])
    expect(errors.map((error) => error.message)).toEqual(['no answer', 'no answer'])
  })

  it('stops: tells the work, waits for it, gives up the lease, and takes no more', async () => {
    const { keeperOf, isHeld, clock, store } = await create()
    const keeper = keeperOf('a')
    const long = endless()
    const holding = keeper.hold('job', long.work)
    const waiting = (async () => {
      await store.acquire('other', 'b', clock.now(), 4_000)
      await keeper.holdWhenFree('other', async () => {})
    })()
    await long.started
    await Promise.all([keeper.stop(), keeper.stop()])
    expect(await isHeld()).toBe(false)
    expect(await holding).toBe('aborted')
    await waiting
    await keeper.stop()
    const never = vi.fn<() => Promise<void>>()
    expect(await keeper.hold('job', never)).toBeNull()
    await keeper.holdWhenFree('job', never)
    expect(never).not.toHaveBeenCalled()
  })
})
