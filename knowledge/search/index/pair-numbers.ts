/** Numbers pairs of numbers in order of appearance, from 0. */
export interface PairNumbers {
  of(first: number, second: number): number
  /** The pairs by their numbers. */
  firsts(): Uint32Array
  seconds(): Uint32Array
}

const FIRST_CAPACITY = 2 ** 12

/**
 * A hash table in flat arrays: a text has as many pairs as words, and looking one up in maps of maps would take
 * a good part of the time to build an index.
 */
export function createPairNumbers(): PairNumbers {
  let firsts = new Uint32Array(FIRST_CAPACITY)
  let seconds = new Uint32Array(FIRST_CAPACITY)
  let used = 0
  /** Number + 1 of the pair in each slot, 0 where there is none; always twice as many slots as pairs fit. */
  let slots = new Uint32Array(FIRST_CAPACITY * 2)

  const slotOf = (first: number, second: number): number => {
    const mask = slots.length - 1
    let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)
    hash ^= hash >>> 15
    let slot = hash & mask
    for (;;) {
      const number = (slots[slot] ?? 0) - 1
      if (number < 0 || (firsts[number] === first && seconds[number] === second)) return slot
      slot = (slot + 1) & mask
    }
  }
  const grow = (): void => {
    firsts = larger(firsts)
    seconds = larger(seconds)
    slots = new Uint32Array(firsts.length * 2)
    for (let number = 0; number < used; number += 1) {
      slots[slotOf(firsts[number] ?? 0, seconds[number] ?? 0)] = number + 1
    }
  }
  return {
    of: (first, second) => {
      const slot = slotOf(first, second)
      const known = slots[slot] ?? 0
      if (known > 0) return known - 1
      const number = used
      firsts[number] = first
      seconds[number] = second
      slots[slot] = number + 1
      used += 1
      if (used === firsts.length) grow()
      return number
    },
    firsts: () => firsts.subarray(0, used),
    seconds: () => seconds.subarray(0, used),
  }
}

/** A copy with twice the room. */
export function larger<T extends Uint8Array | Uint16Array | Uint32Array>(values: T): T {
  const copy = new (values.constructor as new (length: number) => T)(values.length * 2)
  copy.set(values)
  return copy
}
