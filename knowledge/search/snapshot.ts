import { createHash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import { INDEX_FORMAT, type IndexData } from './index-data.ts'

/** What a snapshot was made of and for. */
export interface SnapshotHeader {
  /** Revision whose documents the index holds. */
  revision: number
  /** Fingerprint of tokenizer, lexicon and weights (`fingerprintOfSearch`): another program builds another index. */
  builtFor: string
}

/**
 * Layout: magic (8 bytes), SHA-256 of all that follows (32), format (4), revision (8), length of `builtFor` (2),
 * `builtFor`, V8's structured form of `IndexData`; numbers big-endian.
 */
const MAGIC = Buffer.from('CCHCIDX\n')
const CHECKSUM_BYTES = 32
const FIXED_BYTES = 14

/** An index read from its snapshot. */
export interface Snapshot {
  revision: number
  data: IndexData
}

const checksum = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

export function encodeSnapshot(
  data: IndexData,
  { revision, builtFor }: SnapshotHeader,
): Uint8Array {
  const fixed = Buffer.alloc(FIXED_BYTES)
  fixed.writeUInt32BE(data.format, 0)
  fixed.writeBigUInt64BE(BigInt(revision), 4)
  fixed.writeUInt16BE(Buffer.byteLength(builtFor), 12)
  const body = Buffer.concat([fixed, Buffer.from(builtFor), serialize(data)])
  return Buffer.concat([MAGIC, checksum(body), body])
}

/** The index back; null when the bytes are damaged, of another format or program, or written by a newer V8. */
export function decodeSnapshot(
  bytes: Uint8Array,
  wanted: Pick<SnapshotHeader, 'builtFor'>,
): Snapshot | null {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = MAGIC.length + CHECKSUM_BYTES
  if (all.length < start + FIXED_BYTES || !all.subarray(0, MAGIC.length).equals(MAGIC)) return null
  const body = all.subarray(start)
  if (!checksum(body).equals(all.subarray(MAGIC.length, start))) return null
  const end = FIXED_BYTES + body.readUInt16BE(12)
  const isOurs = body.readUInt32BE(0) === INDEX_FORMAT
  if (!isOurs || body.toString('utf8', FIXED_BYTES, end) !== wanted.builtFor) return null
  try {
    const data = deserialize(body.subarray(end)) as IndexData | null
    return data?.format === INDEX_FORMAT
      ? { revision: Number(body.readBigUInt64BE(4)), data }
      : null
  } catch {
    return null
  }
}
