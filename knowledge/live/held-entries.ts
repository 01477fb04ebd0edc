import type { Entry, EntryRecord } from '../entry.ts'
import { textOf } from '../import/identity.ts'
import { entryIdOf } from '../revisions/quarantine-id.ts'
import type { Member } from '../revisions/store.ts'
import { createPacking, withReplaces, type PackedEntry, type Packing } from './packed-entry.ts'

/** Where the published knowledge comes from. */
export interface PublishedEntries {
  /** Number of the current revision; cheap, asked twice a second. 0 when nothing is published. */
  currentNumber(): Promise<number>
  /** Which version of each entry the current revision has, ordered by entry id. */
  members(): Promise<{ revision: number; members: readonly Member[] }>
  /** The same of an older one; null when there is no such revision. */
  membersOf(revision: number): Promise<readonly Member[] | null>
  /** Records as JSON by version id; a few dozen a call. */
  contents(versionIds: readonly string[]): Promise<ReadonlyMap<string, string>>
}

/** So many are read and made entries before others have their turn: some ten milliseconds. */
const CONTENTS_PER_READ = 50

/** What is kept in memory of one version of an entry. */
export interface HeldVersion {
  entryId: string
  versionId: string
  /** Null for one that ended. */
  packed: PackedEntry | null
  /** Of one that ended: what replaced it. */
  replacedBy: string | null
}

/** All versions of one revision, by entry id. */
export interface HeldRevision {
  revision: number
  versions: ReadonlyMap<string, HeldVersion>
  /** The entries that may be answered from, ordered by id. */
  entries: readonly Entry[]
}

export const NOTHING_HELD: HeldRevision = { revision: 0, versions: new Map(), entries: [] }

interface ReadOptions {
  published: Pick<PublishedEntries, 'members' | 'contents'>
  /** Waited for between the parts: lets others have their turn, and rejects when it is no use to go on. */
  pause: () => Promise<unknown>
}

/**
 * Reads the current revision; what is held already is not read again.
 * @throws Error when a content is missing: the store is damaged
 */
export async function readCurrent(
  { published, pause }: ReadOptions,
  held: HeldRevision,
): Promise<HeldRevision> {
  const { revision, members } = await published.members()
  const wanted = members.filter(({ state }) => state !== 'quarantined')
  const packing = createPacking()
  const versions = new Map<string, HeldVersion>()
  const knownOf = (member: Member): HeldVersion | null => {
    const known = held.versions.get(member.entryId)
    const isSame =
      known?.versionId === member.versionId &&
      (known.packed === null) === (member.state === 'retired')
    return isSame ? known : null
  }
  const missing = wanted.filter((member) => knownOf(member) === null)
  const fresh = new Map<string, HeldVersion>()
  for (let from = 0; from < missing.length; from += CONTENTS_PER_READ) {
    const part = missing.slice(from, from + CONTENTS_PER_READ)
    const contents = await published.contents(part.map(({ versionId }) => versionId))
    for (const member of part) {
      const json = contents.get(member.versionId)
      if (json === undefined) throw new Error(`content ${member.versionId} is not stored`)
      fresh.set(member.entryId, hold(member, json, packing))
    }
    await pause()
  }
  for (const member of wanted) {
    const version = knownOf(member) ?? fresh.get(member.entryId)
    if (version !== undefined) versions.set(member.entryId, version)
  }
  return { revision, versions, entries: entriesOf(versions) }
}

function hold({ entryId, versionId, state }: Member, json: string, packing: Packing): HeldVersion {
  if (state === 'current') {
    return { entryId, versionId, packed: packing.pack(json), replacedBy: null }
  }
  const successor = textOf(JSON.parse(json) as EntryRecord, 'replaced_by')
  // a record that a person put away says nothing about its entry
  const isAway = entryIdOf(entryId) !== null
  return { entryId, versionId, packed: null, replacedBy: isAway ? null : successor || null }
}

/** An entry learns of the ended ones that name it as their replacement, so that asking for an old code leads to it. */
function entriesOf(versions: ReadonlyMap<string, HeldVersion>): Entry[] {
  const replacedBy = new Map<string, string[]>()
  for (const { entryId, replacedBy: successor } of versions.values()) {
    if (successor === null) continue
    replacedBy.set(successor, [...(replacedBy.get(successor) ?? []), entryId])
  }
  return [...versions.values()].flatMap(({ entryId, packed }) => {
    if (packed === null) return []
    const { entry } = packed
    const old = (replacedBy.get(entryId) ?? []).filter((id) => !entry.replaces.includes(id))
    return [old.length === 0 ? entry : withReplaces(entry, [...entry.replaces, ...old])]
  })
}
