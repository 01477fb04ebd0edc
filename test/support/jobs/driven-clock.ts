import type { Clock } from '../../../core/index.ts'

interface Sleeper {
  untilMs: number
  wake: () => void
}

/** A clock that stands still until a test moves it; sleepers wake in the order of their time. */
export class DrivenClock implements Clock {
  private nowMs: number
  private sleepers: Sleeper[] = []

  constructor(start: string) {
    this.nowMs = Date.parse(start)
  }

  now(): Date {
    return new Date(this.nowMs)
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted === true || ms <= 0) return resolve()
      const wake = (): void => {
        this.sleepers = this.sleepers.filter((sleeper) => sleeper.wake !== wake)
        signal?.removeEventListener('abort', wake)
        resolve()
      }
      this.sleepers.push({ untilMs: this.nowMs + ms, wake })
      signal?.addEventListener('abort', wake)
    })
  }

  /** Jumps, as a machine that slept: everybody whose time has come wakes at the new time. */
  set(time: string | Date): void {
    this.nowMs = new Date(time).getTime()
    const due = this.sleepers
      .filter((sleeper) => sleeper.untilMs <= this.nowMs)
      .toSorted((a, b) => a.untilMs - b.untilMs)
    for (const { wake } of due) wake()
  }

  advance(ms: number): void {
    this.set(new Date(this.nowMs + ms))
  }

  get sleeping(): number {
    return this.sleepers.length
  }
}
