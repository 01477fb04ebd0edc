import { toEntry } from '../import/to-entry.ts'
import { toSearchDocument, type SearchDocument } from '../search/document.ts'
import type { IndexData, IndexDelta } from '../search/index-data.ts'
import { readRecord } from './packed-entry.ts'

/** Builds indexes away from the thread that answers. Rejects with the signal's reason when it aborts. */
export interface IndexBuilder {
  /** @param records JSON in UTF-8; asked for as they are needed */
  build(
    records: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    signal?: AbortSignal,
  ): Promise<IndexData>
  /** @param records of all documents that are not in the base as they are now */
  buildDelta(
    base: IndexData,
    records: readonly Uint8Array[],
    removed: readonly string[],
    signal?: AbortSignal,
  ): Promise<IndexDelta>
}

/** What search needs of records, made one by one. */
export function* documentsOf(records: Iterable<Uint8Array>): Generator<SearchDocument> {
  for (const bytes of records) yield toSearchDocument(toEntry(readRecord(bytes)))
}
