/**
 * The bytes of one list of postings:
 *
 *   documents (varint), documents with the term in their name (varint), and where there are such
 *   the bytes that these take (varint) and they: for each document the gap to the one before (varint; the first
 *   counts from -1) and its count (1 byte);
 *   then the same for all documents.
 *
 * A term that more than half of the documents have needs no gaps: it has one byte per document of the segment,
 * 0 where it does not stand.
 */

/** Whether the list is written as one byte per document of the segment. */
export const isDense = (documents: number, size: number): boolean => documents * 2 > size

/** Postings of one term: positions ascending, with counts over all fields (from 1) and in the name (0 where not). */
export interface Postings {
  docs: Uint32Array
  counts: Uint8Array
  nameCounts: Uint8Array
}

/** Takes lists one after another and gives them as bytes. */
export interface PostingWriter {
  /** @returns where the next list will start */
  write(postings: Postings): number
  finish(): Uint8Array
}

const CHUNK_BYTES = 2 ** 20

/** @param size how many documents the segment has */
export function createPostingWriter(size: number): PostingWriter {
  const full: Uint8Array[] = []
  let chunk = new Uint8Array(CHUNK_BYTES)
  let used = 0
  let before = 0
  const byte = (value: number): void => {
    if (used === chunk.length) {
      full.push(chunk)
      before += used
      chunk = new Uint8Array(CHUNK_BYTES)
      used = 0
    }
    chunk[used] = value
    used += 1
  }
  const varint = (value: number): void => {
    let rest = value
    for (; rest >= 128; rest >>>= 7) byte((rest & 127) | 128)
    byte(rest)
  }
  const sparse = (docs: Uint32Array, counts: Uint8Array): void => {
    let last = -1
    docs.forEach((doc, at) => {
      const count = counts[at] ?? 0
      if (count === 0) return
      varint(doc - last)
      byte(count)
      last = doc
    })
  }
  const dense = (docs: Uint32Array, counts: Uint8Array): void => {
    let next = 0
    docs.forEach((doc, at) => {
      for (; next < doc; next += 1) byte(0)
      byte(counts[at] ?? 0)
      next += 1
    })
    for (; next < size; next += 1) byte(0)
  }
  const names = (docs: Uint32Array, counts: Uint8Array): void => {
    let [last, bytes, having] = [-1, 0, 0]
    docs.forEach((doc, at) => {
      if ((counts[at] ?? 0) === 0) return
      bytes += varintBytes(doc - last) + 1
      last = doc
      having += 1
    })
    varint(having)
    if (having === 0) return
    varint(bytes)
    sparse(docs, counts)
  }
  return {
    write: ({ docs, counts, nameCounts }) => {
      varint(docs.length)
      names(docs, nameCounts)
      if (isDense(docs.length, size)) dense(docs, counts)
      else sparse(docs, counts)
      return before + used
    },
    finish: () => {
      const bytes = new Uint8Array(before + used)
      let at = 0
      for (const part of [...full, chunk.subarray(0, used)]) {
        bytes.set(part, at)
        at += part.length
      }
      return bytes
    },
  }
}

function varintBytes(value: number): number {
  let bytes = 1
  for (let rest = value; rest >= 128; rest >>>= 7) bytes += 1
  return bytes
}
