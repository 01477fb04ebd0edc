import type { MessagePort } from 'node:worker_threads'
import type { IndexData, IndexDelta } from '../../knowledge/index.ts'

/** What a thread is asked to build. */
export type Job = { kind: 'build' } | { kind: 'delta'; base: IndexData; removed: readonly string[] }

export type Built<J extends Job> = J extends { kind: 'build' } ? IndexData : IndexDelta

/** What a thread is started with. */
export interface ThreadData {
  job: Job
  /** Brings batches of records; each taken one is answered on it. */
  records: MessagePort
  /** How many batches were sent: the thread sleeps on this number, since it never returns to its event loop. */
  sent: Int32Array<SharedArrayBuffer>
}

/** Records one behind the other. */
export interface Batch {
  bytes: Uint8Array<ArrayBuffer>
  lengths: readonly number[]
  isLast: boolean
}
