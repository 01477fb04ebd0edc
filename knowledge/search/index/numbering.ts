/** Numbers strings in order of appearance. */
export interface Numbering {
  names: readonly string[]
  of(name: string): number
}

export function createNumbering(): Numbering {
  const names: string[] = []
  const numbers = new Map<string, number>()
  return {
    names,
    of: (name) => {
      const known = numbers.get(name)
      if (known !== undefined) return known
      numbers.set(name, names.length)
      return names.push(name) - 1
    },
  }
}

/**
 * The names in order, and the place there of each number: numbers that do not depend on who came first. The names are
 * copies: a string that was cut out of a long text keeps all of that text in memory.
 */
export function inOrder(names: readonly string[]): { sorted: string[]; places: Uint32Array } {
  const sorted = structuredClone(names.toSorted())
  const placeOf = new Map(sorted.map((name, place) => [name, place]))
  return { sorted, places: Uint32Array.from(names, (name) => placeOf.get(name) ?? 0) }
}

/** Starts of parts that stand one behind the other. */
export function startsOf(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1)
  lengths.forEach((length, at) => {
    starts[at + 1] = (starts[at] ?? 0) + length
  })
  return starts
}

/** The numbers in two bytes each where all are below `limit` and that is enough. */
export const narrow = (numbers: ArrayLike<number>, limit: number): Uint16Array | Uint32Array =>
  limit <= 65_536 ? Uint16Array.from(numbers) : Uint32Array.from(numbers)
