import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCronTicker } from '../../../adapters/queue/index.ts'

describe('createCronTicker', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-20T19:29:30.000Z') })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('ticks once at the start of each minute', async () => {
    const ticks: string[] = []
    const stop = createCronTicker().onTick(() => ticks.push(new Date().toISOString().slice(0, 16)))
    await vi.advanceTimersByTimeAsync(3 * 60_000)
    stop()
    expect(ticks).toEqual(['2026-11-20T19:30', '2026-11-20T19:31', '2026-11-20T19:32'])
  })

  it('is silent after it was stopped, and leaves no timer behind', async () => {
    let count = 0
    const stop = createCronTicker().onTick(() => {
      count += 1
    })
    await vi.advanceTimersByTimeAsync(60_000)
    stop()
    stop()
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    expect(count).toBe(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('gives each listener its own ticks', async () => {
    const counts = { a: 0, b: 0 }
    const ticker = createCronTicker()
    const stopA = ticker.onTick(() => (counts.a += 1))
    const stopB = ticker.onTick(() => (counts.b += 1))
    await vi.advanceTimersByTimeAsync(60_000)
    stopA()
    await vi.advanceTimersByTimeAsync(60_000)
    stopB()
    expect(counts).toEqual({ a: 1, b: 2 })
  })
})
