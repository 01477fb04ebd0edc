import { Worker } from 'node:worker_threads'
import {
  buildIndex,
  type IndexBuilder,
  type IndexData,
  type SearchDocument,
} from '../../knowledge/index.ts'

/** Below this many documents building takes less time than starting a thread. */
const INLINE_BELOW = 400

/** Builds indexes in a thread of its own, so that a rebuild never stops the event loop for seconds. */
export function createIndexBuilder(): IndexBuilder {
  return {
    build: (documents) =>
      documents.length < INLINE_BELOW
        ? Promise.resolve(buildIndex(documents))
        : inWorker(documents),
  }
}

function inWorker(documents: readonly SearchDocument[]): Promise<IndexData> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./build-thread.ts', import.meta.url), {
      workerData: documents,
    })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`index thread ended with code ${code}`)))
  })
}
