/** How long a simulated process lives: it dies at its n-th call of a store, before or after the call took effect. */
export interface Life {
  isDead: boolean
  callsLeft: number
  diesAfterCall: boolean
}

export const newLife = (): Life => ({
  isDead: false,
  callsLeft: Number.POSITIVE_INFINITY,
  diesAfterCall: false,
})

const never = new Promise<never>(() => undefined)

/**
 * The store as a process sees it that may be killed at any call. What a dead process waits for never comes,
 * so that nothing of it goes on, not even its cleaning up.
 */
export function mortal<T extends object>(store: T, life: Life): T {
  return new Proxy(store, {
    get(target, key) {
      const method: unknown = Reflect.get(target, key)
      if (typeof method !== 'function') return method
      return async (...values: unknown[]): Promise<unknown> => {
        life.callsLeft -= 1
        const isLast = life.callsLeft <= 0
        if (isLast && !life.diesAfterCall) life.isDead = true
        if (life.isDead) return never
        const result: unknown = await Reflect.apply(method, target, values)
        if (isLast) life.isDead = true
        return life.isDead ? never : result
      }
    },
  })
}
