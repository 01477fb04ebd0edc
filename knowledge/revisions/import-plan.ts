import { versionIdOf } from '../import/canonical.ts'
import { missingIn } from '../import/identity.ts'
import { changedFields, mergeRecords } from '../import/merge.ts'
import { normalise } from '../import/normalise.ts'
import { rejectionOf, type Problem, type Rejection } from '../import/problem.ts'
import { quarantineReason } from '../import/quarantine.ts'
import type { SourceItem, SourcePlace } from '../import/source.ts'
import { placeInWords, reason } from '../import/wording.ts'
import type { EntryRecord } from '../entry.ts'
import { quarantineIdOf } from './quarantine-id.ts'
import type { ImportCounts } from './report.ts'
import type { EntryState, RevisionEntry } from './store.ts'

/** What an import would change in the revision it was compared with. */
export interface ImportPlan {
  counts: ImportCounts
  rejected: readonly Rejection[]
  /** New contents, to be laid over the base. */
  entries: readonly RevisionEntry[]
  /** Ids of the base that the new revision does not have. */
  removed: ReadonlySet<string>
}

/** The state that a whole record asks for: one that says `repealed` ends its entry. */
export const stateOf = (record: EntryRecord): EntryState =>
  record['status'] === 'repealed' ? 'retired' : 'current'

/** Compares what the readers give with the base, record by record. Writes nothing. */
export async function planImport(
  items: AsyncIterable<SourceItem>,
  base: ReadonlyMap<string, RevisionEntry>,
  replace: boolean,
): Promise<ImportPlan> {
  const counts = emptyCounts()
  const rejected: Rejection[] = []
  const entries: RevisionEntry[] = []
  const seen = new Map<string, SourcePlace>()

  for await (const item of items) {
    counts.read += 1
    const read = readItem(item, base, seen)
    if ('problems' in read) rejected.push(rejectionOf(item, read.problems))
    else {
      counts[read.outcome] += 1
      if (read.entry) entries.push(read.entry)
    }
  }

  const isAnyAccepted = counts.read > rejected.length
  const removed = new Set<string>()
  if (replace && isAnyAccepted) {
    for (const { entryId, layer, state } of base.values()) {
      if (layer === 'local' && state === 'current' && !seen.has(entryId)) removed.add(entryId)
    }
  }
  counts.removed = removed.size
  return { counts, rejected, entries, removed }
}

const emptyCounts = (): ImportCounts => ({
  read: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  retired: 0,
  quarantined: 0,
  removed: 0,
})

type Outcome = 'added' | 'changed' | 'unchanged' | 'retired' | 'quarantined'

/** What one record does; remembers in `seen` which entries the input speaks of, also where it is wrong. */
function readItem(
  item: SourceItem,
  base: ReadonlyMap<string, RevisionEntry>,
  seen: Map<string, SourcePlace>,
): { outcome: Outcome; entry?: RevisionEntry } | { problems: readonly Problem[] } {
  if ('problem' in item) return { problems: [{ field: null, message: item.problem }] }
  const normal = normalise(item)
  if ('problems' in normal) {
    const id = idHint(item.raw)
    if (id !== null && !seen.has(id)) seen.set(id, item)
    return normal
  }
  const { id, record } = normal
  const earlier = seen.get(id)
  if (earlier) {
    const place = placeInWords(earlier.file, earlier.sheet, earlier.row)
    return { problems: [{ field: 'id', message: reason.duplicate(place) }] }
  }
  seen.set(id, item)

  const known = base.get(id)
  const merged = mergeRecords(known?.record, record)
  const missing = missingIn(merged)
  if (missing.length > 0) return { problems: missing }
  return quarantineReason(known?.record, merged) === null
    ? compare(known, id, merged)
    : putAside(base, id, record)
}

function compare(
  known: RevisionEntry | undefined,
  entryId: string,
  record: EntryRecord,
): { outcome: Outcome; entry?: RevisionEntry } {
  const state = stateOf(record)
  const isSame =
    known !== undefined && known.state === state && changedFields(known.record, record).length === 0
  if (isSame) return { outcome: 'unchanged' }
  const versionId = versionIdOf(entryId, record)
  const outcome = state === 'retired' ? 'retired' : known === undefined ? 'added' : 'changed'
  return { outcome, entry: { entryId, versionId, state, layer: 'local', record } }
}

/** A record that a person must look at goes beside its entry; one that was put aside before stays as it is. */
function putAside(
  base: ReadonlyMap<string, RevisionEntry>,
  id: string,
  record: EntryRecord,
): { outcome: Outcome; entry?: RevisionEntry } {
  const entryId = quarantineIdOf(id, record)
  if (base.has(entryId)) return { outcome: 'quarantined' }
  const versionId = versionIdOf(entryId, record)
  return {
    outcome: 'quarantined',
    entry: { entryId, versionId, state: 'quarantined', layer: 'local', record },
  }
}

/** The entry that a faulty record seems to be about, so that `replace` does not remove it. */
function idHint(raw: unknown): string | null {
  const { id, code } = (raw ?? {}) as { id?: unknown; code?: unknown }
  const hint = [id, code].find((value) => typeof value === 'string' && value.trim() !== '')
  return typeof hint === 'string' ? hint.trim() : null
}
