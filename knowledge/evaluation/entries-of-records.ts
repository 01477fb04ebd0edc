import { Failure } from '../../core/index.ts'
import type { Entry } from '../entry.ts'
import { missingIn } from '../import/identity.ts'
import { normalise } from '../import/normalise.ts'
import type { SourceItem } from '../import/source.ts'
import { placeInWords } from '../import/wording.ts'
import { createPacking } from '../live/packed-entry.ts'
import { wording } from '../wording.ts'

/**
 * The records of a file, the first of each id, each as JSON in UTF-8; what no import would take is left out.
 * @param take gets the entry of each
 * @throws Failure `input` naming the line that cannot be read
 */
export async function* packRecords(
  items: AsyncIterable<SourceItem>,
  take: (entry: Entry) => void,
): AsyncGenerator<Uint8Array> {
  const packing = createPacking()
  const seen = new Set<string>()
  for await (const item of items) {
    if ('problem' in item) {
      const place = placeInWords(item.file, item.sheet, item.row)
      throw new Failure('input', wording.badRecord(place, item.problem))
    }
    const normal = normalise(item)
    if ('problems' in normal || missingIn(normal.record).length > 0 || seen.has(normal.id)) continue
    seen.add(normal.id)
    const { entry, bytes } = packing.pack(JSON.stringify(normal.record))
    take(entry)
    yield bytes
  }
}
