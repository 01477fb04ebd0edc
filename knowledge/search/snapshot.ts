import { createHash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import { INDEX_FORMAT, type IndexData } from './index-data.ts'

/** Where built indexes are kept between starts; losing one costs only the time to build it again. */
export interface SnapshotStore {
  load(name: string): Promise<Uint8Array | null>
  save(name: string, bytes: Uint8Array): Promise<void>
}

const CHECKSUM_BYTES = 32

const checksum = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** The index as bytes: a SHA-256 over the rest, then V8's structured form of `IndexData`. */
export function encodeSnapshot(data: IndexData): Uint8Array {
  const body = serialize(data)
  return Buffer.concat([checksum(body), body])
}

/** The index back; null when the bytes are damaged, of another format, or written by a newer V8. */
export function decodeSnapshot(bytes: Uint8Array): IndexData | null {
  const body = bytes.subarray(CHECKSUM_BYTES)
  if (!checksum(body).equals(bytes.subarray(0, CHECKSUM_BYTES))) return null
  try {
    const data = deserialize(body) as IndexData | null
    return data?.format === INDEX_FORMAT ? data : null
  } catch {
    return null
  }
}
