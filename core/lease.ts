import type { Instant } from './clock.ts'

/** The right to be the only one who does `name` until `expiresAt`; `token` grows with each new owner. */
export interface Lease {
  name: string
  owner: string
  token: number
  expiresAt: Instant
}

/** Where leases are kept. Times are passed in, so that one clock decides. */
export interface LeaseStore {
  /** Takes the lease when it is free, expired or already ours; null when another owner holds it. */
  acquire(name: string, owner: string, now: Date, ttlMs: number): Promise<Lease | null>
  /** Extends the lease; null when it was lost to another owner meanwhile. */
  renew(lease: Lease, now: Date, ttlMs: number): Promise<Lease | null>
  /** Gives the lease up; does nothing when it is no longer ours. */
  release(lease: Lease): Promise<void>
}
