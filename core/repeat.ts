import type { Clock } from './clock.ts'
import { toError } from './errors.ts'

/**
 * Does the work at once and then again `everyMs` after each end, whatever becomes of it.
 * @returns ends the repetition and waits for work in hand
 */
export function repeat(
  clock: Clock,
  everyMs: number,
  work: () => Promise<unknown>,
  onError: (error: Error) => void,
): () => Promise<void> {
  const ending = new AbortController()
  const loop = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      await work().catch((thrown: unknown) => onError(toError(thrown)))
      await clock.sleep(everyMs, ending.signal)
    }
  }
  const running = loop()
  return async () => {
    ending.abort()
    await running
  }
}
