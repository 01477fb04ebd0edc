import type { Clock } from '../../core/index.ts'
import { textOf } from '../import/identity.ts'
import { toEntry } from '../import/to-entry.ts'
import type { Entry } from '../entry.ts'
import { entryIdOf } from './quarantine-id.ts'
import type { RevisionEntry, RevisionStore } from './store.ts'

/** After so many the event loop gets its turn: thousands take a second. */
const ENTRIES_AT_ONCE = 50

/**
 * The entries that may be answered from: current ones only. An entry learns of the retired ones that
 * name it as their replacement, so that asking for an old code leads to the new one.
 * @param clock lets others have their turn meanwhile, where the program must go on answering
 * @returns revision 0 without entries in an empty store
 */
export async function entriesOfCurrent(
  store: RevisionStore,
  clock?: Clock,
): Promise<{ revision: number; entries: Entry[] }> {
  const revision = await store.current()
  if (!revision) return { revision: 0, entries: [] }
  const stored = await store.entries(revision.id)
  const replacedBy = replacements(stored)
  const entries: Entry[] = []
  for (const { entryId, record, state } of stored) {
    if (state !== 'current') continue
    const entry = toEntry(record)
    const old = [...(replacedBy.get(entryId) ?? [])].filter((id) => !entry.replaces.includes(id))
    entries.push(old.length === 0 ? entry : { ...entry, replaces: [...entry.replaces, ...old] })
    if (entries.length % ENTRIES_AT_ONCE === 0) await clock?.sleep(0)
  }
  return { revision: revision.number ?? 0, entries }
}

/** Ids of retired entries by the id of what replaced them. */
function replacements(stored: readonly RevisionEntry[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { entryId, state, record } of stored) {
    const successor = textOf(record, 'replaced_by')
    if (state !== 'retired' || !successor || entryIdOf(entryId) !== null) continue
    found.set(successor, (found.get(successor) ?? new Set()).add(entryId))
  }
  return found
}
