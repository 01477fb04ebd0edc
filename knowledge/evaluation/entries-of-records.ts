import { Failure } from '../../core/index.ts'
import type { Entry } from '../entry.ts'
import { missingIn } from '../import/identity.ts'
import { normalise } from '../import/normalise.ts'
import type { SourceItem } from '../import/source.ts'
import { toEntry } from '../import/to-entry.ts'
import { placeInWords } from '../import/wording.ts'
import { wording } from '../wording.ts'

/**
 * All records of a file, for measuring on the whole of it.
 * @throws Failure `input` naming the line that cannot be read
 */
export async function readItems(items: AsyncIterable<SourceItem>): Promise<SourceItem[]> {
  const read: SourceItem[] = []
  for await (const item of items) {
    if ('problem' in item) {
      const place = placeInWords(item.file, item.sheet, item.row)
      throw new Failure('input', wording.badRecord(place, item.problem))
    }
    read.push(item)
  }
  return read
}

/** Entries of raw records, the first of each id; what no import would take is left out. */
export function entriesOfRecords(items: readonly SourceItem[]): Entry[] {
  const entries = new Map<string, Entry>()
  for (const item of items) {
    if (!('raw' in item)) continue
    const normal = normalise(item)
    if ('problems' in normal || missingIn(normal.record).length > 0) continue
    if (entries.has(normal.id)) continue
    entries.set(normal.id, toEntry(normal.record))
  }
  return [...entries.values()]
}
