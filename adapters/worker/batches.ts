import type { Batch } from './job.ts'

const BATCH_BYTES = 256 * 1024

/** Copies of the records one behind the other, so that they can be handed over; there is always a last batch. */
export async function* batchesOf(
  records: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Batch> {
  let part: Uint8Array[] = []
  let size = 0
  for await (const record of records) {
    if (size >= BATCH_BYTES) {
      yield join(part, false)
      part = []
      size = 0
    }
    part.push(record)
    size += record.length
  }
  yield join(part, true)
}

function join(records: readonly Uint8Array[], isLast: boolean): Batch {
  const lengths = records.map(({ length }) => length)
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0))
  let at = 0
  for (const record of records) {
    bytes.set(record, at)
    at += record.length
  }
  return { bytes, lengths, isLast }
}
