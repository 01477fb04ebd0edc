import type { Clock } from './clock.ts'
import { toError } from './errors.ts'
import type { Lease, LeaseStore } from './lease.ts'

/** Work that only one process at a time may do. `signal` aborts when the lease is lost or the keeper stops. */
type LeasedWork<T> = (signal: AbortSignal, lease: Lease) => Promise<T>

export interface LeaseKeeper {
  /**
   * Does the work now if nobody else holds `name`, also not this process; the lease is renewed meanwhile and given
   * up at the end. Null when it is held elsewhere or the keeper has stopped.
   * @throws what the work or the store threw
   */
  hold<T>(name: string, work: LeasedWork<T>): Promise<T | null>
  /**
   * Waits for the lease as long as another one holds it, then does the work; waits and does it again when the
   * lease was lost midway or the store did not answer. Ends when the work does, or when the keeper stops.
   */
  holdWhenFree(name: string, work: LeasedWork<void>): Promise<void>
  /** Aborts all work in hand, waits for it and gives the leases up; calling it again waits for the same. */
  stop(): Promise<void>
}

export interface LeaseKeeperOptions {
  store: LeaseStore
  clock: Clock
  /** Unique to this process. */
  owner: string
  ttlMs?: number
  renewMs?: number
  /** Told when the store does not answer; the keeper goes on by itself. */
  onError?: (error: Error) => void
}

export function createLeaseKeeper(options: LeaseKeeperOptions): LeaseKeeper {
  const { store, clock, owner, ttlMs = 4_000, renewMs = 1_000 } = options
  const report = (thrown: unknown): void => options.onError?.(toError(thrown))
  const stopping = new AbortController()
  /** The lease of one process covers all of it, so the process itself must not do the work twice. */
  const inHand = new Map<string, Promise<unknown>>()

  /** Renews until `ended`; resolves before that only when the lease is lost or has run out unrenewed. */
  async function renewUntil(ended: AbortSignal, first: Lease): Promise<void> {
    for (let lease = first; !ended.aborted;) {
      await clock.sleep(renewMs, ended)
      const leftMs = Date.parse(lease.expiresAt) - clock.now().getTime()
      if (ended.aborted || leftMs <= 0) return
      const unrenewed = lease
      const renewed = await Promise.race([
        store.renew(lease, clock.now(), ttlMs).catch((thrown: unknown) => {
          report(thrown)
          return unrenewed
        }),
        clock.sleep(leftMs, ended).then(() => null),
      ])
      if (renewed === null) return
      lease = renewed
    }
  }

  async function workUnder<T>(lease: Lease, work: LeasedWork<T>): Promise<Outcome<T>> {
    const lost = new AbortController()
    const ended = new AbortController()
    const renewing = renewUntil(ended.signal, lease).then(() => {
      if (!ended.signal.aborted) lost.abort()
    })
    const signal = AbortSignal.any([lost.signal, stopping.signal])
    const working = (async () => work(signal, lease))()
    const [result] = await Promise.allSettled([working])
    ended.abort()
    await renewing
    await store.release(lease).catch(report)
    return { result, isLost: lost.signal.aborted }
  }

  async function attempt<T>(name: string, work: LeasedWork<T>): Promise<Outcome<T> | null> {
    if (stopping.signal.aborted || inHand.has(name)) return null
    const running = store
      .acquire(name, owner, clock.now(), ttlMs)
      .then((lease) => (lease ? workUnder(lease, work) : null))
    inHand.set(name, running)
    try {
      return await running
    } finally {
      inHand.delete(name)
    }
  }

  return {
    async hold(name, work) {
      const outcome = await attempt(name, work)
      return outcome ? settle(outcome.result) : null
    },
    async holdWhenFree(name, work) {
      while (!stopping.signal.aborted) {
        const outcome = await attempt(name, work).catch((thrown: unknown) => {
          report(thrown)
          return null
        })
        if (outcome && !outcome.isLost) return settle(outcome.result)
        await clock.sleep(renewMs, stopping.signal)
      }
    },
    async stop() {
      stopping.abort()
      await Promise.allSettled(inHand.values())
    },
  }
}

interface Outcome<T> {
  result: PromiseSettledResult<T>
  /** The lease was lost before the work ended. */
  isLost: boolean
}

function settle<T>(result: PromiseSettledResult<T>): T {
  if (result.status === 'rejected') throw result.reason
  return result.value
}
