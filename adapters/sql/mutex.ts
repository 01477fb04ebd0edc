/** Lets one caller in at a time, in order of arrival. */
export interface Mutex {
  /** Resolves when it is the caller's turn, with the function that ends the turn. */
  lock(): Promise<() => void>
}

export function createMutex(): Mutex {
  let tail: Promise<void> = Promise.resolve()
  return {
    async lock() {
      const before = tail
      const { promise, resolve } = Promise.withResolvers<void>()
      tail = promise
      await before
      return resolve
    },
  }
}
