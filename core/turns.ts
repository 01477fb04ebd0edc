/** Work in parts: it yields where other work may come between. */
export type Parts<T> = Generator<undefined, T, undefined>

/** Does the work without letting anything come between. */
export function atOnce<T>(work: Parts<T>): T {
  for (;;) {
    const { done, value } = work.next()
    if (done === true) return value
  }
}

/** Does the work part by part. @param pause is waited for after each part; when it rejects, so does the work */
export async function inTurns<T>(work: Parts<T>, pause: () => Promise<unknown>): Promise<T> {
  for (;;) {
    const { done, value } = work.next()
    if (done === true) return value
    await pause()
  }
}
