import { MessageChannel, Worker } from 'node:worker_threads'
import { batchesOf } from './batches.ts'
import type { Built, Job, ThreadData } from './job.ts'

/** One batch is read while the next one waits; more would only take memory. */
const BATCHES_AHEAD = 2
/**
 * A build that runs away must not take the program with it. A small young generation costs no time here and leaves
 * less behind.
 */
const LIMITS = { maxOldGenerationSizeMb: 1_024, maxYoungGenerationSizeMb: 12 }

/**
 * Starts a thread for one job, hands it the records in batches as it takes them, and ends it with the result.
 * Rejects when the thread or the reading of the records fails, or with the signal's reason.
 */
export async function runInThread<J extends Job>(
  job: J,
  records: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<Built<J>> {
  signal?.throwIfAborted()
  const { port1: port, port2 } = new MessageChannel()
  const sent = new Int32Array(new SharedArrayBuffer(4))
  const data: ThreadData = { job, records: port2, sent }
  const worker = new Worker(new URL('./build-thread.ts', import.meta.url), {
    workerData: data,
    transferList: [port2],
    resourceLimits: LIMITS,
  })
  const ended = Promise.withResolvers<never>()
  const result = new Promise<Built<J>>((resolve) => worker.once('message', resolve))
  const stop = (): void => ended.reject(signal?.reason as Error)
  signal?.addEventListener('abort', stop)
  worker.once('error', ended.reject)
  worker.once('exit', (code) => {
    ended.reject(new Error(`index thread ended with code ${code}`))
  })
  const send = async (): Promise<never> => {
    let room = BATCHES_AHEAD
    let taken = Promise.withResolvers<void>()
    port.on('message', () => {
      room += 1
      taken.resolve()
    })
    for await (const batch of batchesOf(records)) {
      while (room === 0) {
        taken = Promise.withResolvers()
        await Promise.race([taken.promise, ended.promise])
      }
      room -= 1
      port.postMessage(batch, [batch.bytes.buffer])
      Atomics.add(sent, 0, 1)
      Atomics.notify(sent, 0)
    }
    return ended.promise
  }
  try {
    return await Promise.race([result, ended.promise, send()])
  } finally {
    signal?.removeEventListener('abort', stop)
    port.close()
    await worker.terminate()
  }
}
