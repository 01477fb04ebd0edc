import type { Ticker } from '../../../jobs/index.ts'

/** Ticks when a test says so. */
export class HandTicker implements Ticker {
  private readonly listeners = new Set<() => void>()

  onTick(onTick: () => void): () => void {
    const listener = (): void => onTick()
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  tick(): void {
    for (const listener of this.listeners) listener()
  }

  get listening(): number {
    return this.listeners.size
  }
}
