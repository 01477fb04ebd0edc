import { changedFields } from '../import/merge.ts'
import { kindOf, textOf, textOrNull } from '../import/identity.ts'
import type { EntryHeader, RevisionDiff } from './report.ts'
import type { RevisionEntry } from './store.ts'

export const headerOf = ({ entryId, record, state, layer }: RevisionEntry): EntryHeader => ({
  id: entryId,
  code: textOrNull(record, 'code'),
  title: textOf(record, 'name'),
  kind: kindOf(record) ?? 'procedure',
  field: textOrNull(record, 'field'),
  state,
  layer,
})

/** What is different in `after`, entry by entry and field by field. */
export function diffEntries(
  before: readonly RevisionEntry[],
  after: readonly RevisionEntry[],
): Omit<RevisionDiff, 'from' | 'to'> {
  const old = new Map(before.map((entry) => [entry.entryId, entry]))
  const diff = {
    added: [] as EntryHeader[],
    removed: [] as EntryHeader[],
    retired: [] as EntryHeader[],
    quarantined: [] as EntryHeader[],
    changed: [] as RevisionDiff['changed'][number][],
  }
  for (const entry of after) {
    const known = old.get(entry.entryId)
    old.delete(entry.entryId)
    if (known?.versionId === entry.versionId && known.state === entry.state) continue
    const header = headerOf(entry)
    if (entry.state === 'quarantined') diff.quarantined.push(header)
    else if (entry.state === 'retired') diff.retired.push(header)
    else if (!known) diff.added.push(header)
    else diff.changed.push({ ...header, fields: changedFields(known.record, entry.record) })
  }
  diff.removed.push(...[...old.values()].map(headerOf))
  return diff
}
