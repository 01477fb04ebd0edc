/** Repeatable chance for generated tests (mulberry32). */
export function createSeeded(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(items: readonly T[]): T => items[int(0, items.length - 1)] as T
  const digits = (count: number): string => Array.from({ length: count }, () => int(0, 9)).join('')
  return { next, int, pick, digits }
}

export type Seeded = ReturnType<typeof createSeeded>
