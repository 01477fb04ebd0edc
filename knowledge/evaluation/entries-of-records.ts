import type { Entry } from '../entry.ts'
import { normalise } from '../import/normalise.ts'
import type { SourceItem } from '../import/source.ts'
import { toEntry } from '../import/to-entry.ts'

/** All that was read from a file of records; what could not be read is left out. */
export async function readItems(items: AsyncIterable<SourceItem>): Promise<SourceItem[]> {
  const read: SourceItem[] = []
  for await (const item of items) if ('raw' in item) read.push(item)
  return read
}

/** Entries of raw records, the first of each id, without looking at any revision. */
export function entriesOfRecords(items: readonly SourceItem[]): Entry[] {
  const entries = new Map<string, Entry>()
  for (const item of items) {
    if (!('raw' in item)) continue
    const normal = normalise(item)
    if ('problems' in normal || entries.has(normal.id)) continue
    entries.set(normal.id, toEntry(normal.record))
  }
  return [...entries.values()]
}
