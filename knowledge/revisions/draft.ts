import { toInstant, type Clock } from '../../core/index.ts'
import type { Revision, RevisionEntry, RevisionStore } from './store.ts'

/** Entries a write transaction: well under the store's 500, so that none lasts long. */
const ENTRIES_PER_WRITE = 100

/** Set in a draft's summary once all its entries are written; a draft without it cannot be published. */
const COMPLETE = 'isComplete'

export const isComplete = (draft: Revision): boolean => draft.summary[COMPLETE] === true

export interface DraftContent {
  kind: Revision['kind']
  label: string
  /** Null for the first revision. */
  base: Revision | null
  /** Entries laid over those of the base. */
  entries: readonly RevisionEntry[]
  summary: Readonly<Record<string, unknown>>
  /** Where all other entries are copied from, unread; the base unless it says something else. */
  copyFrom?: Revision
  /** All other entries, where not all of the base stay; nothing is copied then. */
  kept?: readonly RevisionEntry[]
}

/**
 * Writes a draft in short transactions and marks it complete at the end: killed on the way it stays an
 * orphan that cannot be published and that pruning deletes.
 */
export async function writeDraft(
  store: RevisionStore,
  clock: Clock,
  id: string,
  content: DraftContent,
): Promise<void> {
  const { base, entries, kept } = content
  const at = toInstant(clock.now())
  const summary = { ...content.summary, [COMPLETE]: false }
  await store.createDraft({
    id,
    kind: content.kind,
    baseId: base?.id ?? null,
    label: content.label,
    summary,
    createdAt: at,
  })
  const laidOver = new Set(entries.map((entry) => entry.entryId))
  const written = [...entries, ...(kept ?? []).filter((entry) => !laidOver.has(entry.entryId))]
  for (let from = 0; from < written.length; from += ENTRIES_PER_WRITE) {
    await store.addEntries(id, written.slice(from, from + ENTRIES_PER_WRITE), at)
  }
  const source = content.copyFrom ?? base
  if (source && !kept) await store.copyEntries(source.id, id)
  await store.setSummary(id, { ...summary, [COMPLETE]: true })
}
