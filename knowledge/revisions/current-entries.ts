import type { Entry } from '../entry.ts'
import { NOTHING_HELD, readCurrent, type PublishedEntries } from '../live/held-entries.ts'
import type { RevisionStore } from './store.ts'

/** What the store has published, for knowledge that follows it. */
export const publishedOf = (store: RevisionStore): PublishedEntries => ({
  currentNumber: async () => (await store.current())?.number ?? 0,
  members: async () => {
    const current = await store.current()
    return {
      revision: current?.number ?? 0,
      members: current === null ? [] : await store.members(current.id),
    }
  },
  membersOf: async (number) => {
    const revision = await store.byNumber(number)
    return revision === null ? null : store.members(revision.id)
  },
  contents: store.contents,
})

/**
 * The entries that may be answered from: current ones only. An entry learns of the retired ones that
 * name it as their replacement, so that asking for an old code leads to the new one.
 * @returns revision 0 without entries in an empty store
 */
export async function entriesOfCurrent(
  store: RevisionStore,
): Promise<{ revision: number; entries: readonly Entry[] }> {
  const published = publishedOf(store)
  return readCurrent({ published, pause: () => Promise.resolve() }, NOTHING_HELD)
}
