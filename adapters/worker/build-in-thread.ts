import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import {
  buildDelta,
  buildIndex,
  documentsOf,
  type IndexData,
  type IndexDelta,
} from '../../knowledge/index.ts'
import type { Batch, ThreadData } from './job.ts'

const { job, records, sent } = workerData as ThreadData

/** The records in order; sleeps where the next ones are still on their way. */
function* receive(): Generator<Uint8Array> {
  for (let taken = 0, isLast = false; !isLast; taken += 1) {
    while (Atomics.load(sent, 0) <= taken) Atomics.wait(sent, 0, taken)
    const batch = receiveMessageOnPort(records)?.message as Batch
    records.postMessage(null)
    let at = 0
    for (const length of batch.lengths) {
      yield batch.bytes.subarray(at, at + length)
      at += length
    }
    isLast = batch.isLast
  }
}

const arraysOf = (data: IndexData | IndexDelta): ArrayBufferView[] =>
  Object.values(data).flatMap((part: unknown) => {
    if (ArrayBuffer.isView(part)) return [part]
    return part !== null && typeof part === 'object' && 'ids' in part
      ? arraysOf(part as IndexData)
      : []
  })

const built =
  job.kind === 'build'
    ? buildIndex(documentsOf(receive()))
    : buildDelta(job.base, documentsOf(receive()), job.removed)
// handed over, not copied
const buffers = new Set(arraysOf(built).map(({ buffer }) => buffer as ArrayBuffer))
parentPort?.postMessage(built, [...buffers])
