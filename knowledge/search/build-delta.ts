import { buildIndex } from './build-index.ts'
import type { SearchDocument } from './document.ts'
import { findPair, termCount, type IndexData, type IndexDelta } from './index-data.ts'
import { createPostingReader } from './index/read-postings.ts'

/**
 * Builds what changed since `base` was built. Opened together they are the same index, to the last bit, as one
 * built from all current documents. Pure and blocking; looks at every posting of the base once when documents
 * were removed (about 20 ms for the whole country).
 * @param documents all that differ from the base: new ones, and changed ones as they are now
 * @param removed ids of documents that are gone; those of changed documents may be among them or not
 */
export function buildDelta(
  base: IndexData,
  documents: Iterable<SearchDocument>,
  removed: readonly string[],
): IndexDelta {
  const segment = buildIndex(documents)
  const known = new Set(base.ids)
  const gone = new Set([...removed, ...segment.ids].filter((id) => known.has(id)))
  return { segment, removed: [...gone], terms: numberTerms(base, segment), ...lost(base, gone) }
}

/** The numbers of the segment's terms in the opened index. */
function numberTerms(base: IndexData, segment: IndexData): Uint32Array {
  const terms = new Uint32Array(termCount(segment))
  let next = termCount(base)
  const known = new Map(base.syllables.map((name, number) => [name, number]))
  const inBase = segment.syllables.map((name) => known.get(name) ?? -1)
  inBase.forEach((number, syllable) => {
    terms[syllable] = number < 0 ? next++ : number
  })
  for (let first = 0; first < inBase.length; first += 1) {
    const end = segment.pairStarts[first + 1] ?? 0
    for (let at = segment.pairStarts[first] ?? 0; at < end; at += 1) {
      const second = inBase[segment.pairSeconds[at] ?? 0] ?? -1
      const pair = second < 0 ? -1 : findPair(base, inBase[first] ?? -1, second)
      terms[inBase.length + at] = pair < 0 ? next++ : pair
    }
  }
  return terms
}

/** What the removed documents take away from the counts of the base's terms. */
function lost(base: IndexData, gone: ReadonlySet<string>) {
  const rows: { term: number; documents: number; names: number }[] = []
  if (gone.size > 0) {
    const reader = createPostingReader(base)
    const marked = Uint8Array.from(base.ids, (id) => (gone.has(id) ? 1 : 0))
    for (let term = 0; term < termCount(base); term += 1) {
      const { documents, names } = reader.countMarked(term, marked)
      if (documents > 0) rows.push({ term, documents, names })
    }
  }
  return {
    lostTerms: Uint32Array.from(rows, ({ term }) => term),
    lostDocuments: Uint32Array.from(rows, ({ documents }) => documents),
    lostNames: Uint32Array.from(rows, ({ names }) => names),
  }
}
