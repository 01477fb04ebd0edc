import { createHash } from 'node:crypto'
import { toError } from '../../core/index.ts'
import type { Member } from '../revisions/store.ts'
import type { IndexData, IndexDelta } from '../search/index-data.ts'
import { decodeSnapshot, encodeSnapshot } from '../search/snapshot.ts'
import type { HeldRevision, HeldVersion, PublishedEntries } from './held-entries.ts'
import type { IndexBuilder } from './index-builder.ts'

/** The index in use: a base, the version of each entry that it was built from, and what changed since. */
export interface LiveIndex {
  base: IndexData
  versions: ReadonlyMap<string, string>
  delta: IndexDelta | null
}

/** Where built indexes are kept between starts; losing one costs only the time to build it again. */
export interface SnapshotStore {
  /** What is kept; a name begins with the number of its revision. */
  list(): Promise<readonly { name: string; revision: number; savedAt: string }[]>
  load(name: string): Promise<Uint8Array | null>
  save(name: string, bytes: Uint8Array): Promise<void>
}

interface LiveIndexOptions {
  published: Pick<PublishedEntries, 'membersOf'>
  builder: IndexBuilder
  snapshots: SnapshotStore
  /** Names the program that an index is built for; see `built-for.ts`. */
  builtFor: string
  /** Told what stands in the way of snapshots; the index is built all the same. */
  onError: (error: Error) => void
  signal: AbortSignal
}

/** When so much of the base changed, a new base is built. */
const REBUILD_FROM = 0.15
/** Of older snapshots, so many are looked at for one that is near enough. */
const MAX_TRIED = 3

/**
 * The index of just these versions: the one before with what changed since, while that is little; else one that was
 * kept; else a new one. `keep` saves a new one, once it is in use.
 */
export async function indexOf(
  options: LiveIndexOptions,
  held: HeldRevision,
  before: LiveIndex | null,
): Promise<{ index: LiveIndex; keep: () => Promise<void> }> {
  const wanted = currentVersions(held)
  const near =
    (before !== null && isNear(before.versions, wanted) ? before : null) ??
    (await findSaved(options, held.revision, wanted))
  if (near !== null) {
    return { index: await withChanges(options, near, held, wanted), keep: () => Promise.resolve() }
  }
  const { builder, signal, builtFor, snapshots, onError } = options
  const base = await builder.build(recordsOf(held, wanted.keys()), signal)
  const { revision } = held
  const keep = async (): Promise<void> => {
    try {
      await snapshots.save(nameOf(revision, wanted), encodeSnapshot(base, { revision, builtFor }))
    } catch (thrown) {
      onError(toError(thrown))
    }
  }
  return { index: { base, versions: wanted, delta: null }, keep }
}

/** The base with everything that is otherwise now. */
async function withChanges(
  { builder, signal }: LiveIndexOptions,
  { base, versions }: LiveIndex,
  held: HeldRevision,
  wanted: ReadonlyMap<string, string>,
): Promise<LiveIndex> {
  const { changed, removed } = differences(versions, wanted)
  if (changed.length + removed.length === 0) return { base, versions, delta: null }
  const records = recordsOf(held, changed)
  return {
    base,
    versions,
    delta: await builder.buildDelta(base, records, removed, signal),
  }
}

/** A kept index of a revision that is near to this one, the same one first. */
async function findSaved(
  options: LiveIndexOptions,
  revision: number,
  wanted: ReadonlyMap<string, string>,
): Promise<LiveIndex | null> {
  const { snapshots, published, builtFor, onError } = options
  try {
    const all = await snapshots.list()
    const likely = all.toSorted(
      (a, b) =>
        Number(b.revision === revision) - Number(a.revision === revision) ||
        b.savedAt.localeCompare(a.savedAt),
    )
    for (const { name, revision: saved } of likely.slice(0, MAX_TRIED)) {
      const versions =
        saved === revision ? wanted : versionsOf((await published.membersOf(saved)) ?? [])
      if (nameOf(saved, versions) !== name || !isNear(versions, wanted)) continue
      const bytes = await snapshots.load(name)
      const snapshot = bytes === null ? null : decodeSnapshot(bytes, { builtFor })
      if (snapshot !== null) return { base: snapshot.data, versions, delta: null }
      onError(new Error(`index snapshot ${name} is damaged or of another program; building anew`))
    }
  } catch (thrown) {
    onError(toError(thrown))
  }
  return null
}

function isNear(
  versions: ReadonlyMap<string, string>,
  wanted: ReadonlyMap<string, string>,
): boolean {
  const { changed, removed } = differences(versions, wanted)
  return Math.max(changed.length, removed.length) <= REBUILD_FROM * versions.size
}

/** Ids of what is new or other than it was, and of what is other or gone. */
function differences(
  versions: ReadonlyMap<string, string>,
  wanted: ReadonlyMap<string, string>,
): { changed: string[]; removed: string[] } {
  return {
    changed: [...wanted.keys()].filter((id) => wanted.get(id) !== versions.get(id)),
    removed: [...versions.keys()].filter((id) => wanted.get(id) !== versions.get(id)),
  }
}

const currentVersions = ({ versions }: HeldRevision): Map<string, string> =>
  new Map(
    [...versions.values()]
      .filter(({ packed }) => packed !== null)
      .map(({ entryId, versionId }) => [entryId, versionId]),
  )

const versionsOf = (members: readonly Member[]): Map<string, string> =>
  new Map(
    members
      .filter(({ state }) => state === 'current')
      .map(({ entryId, versionId }) => [entryId, versionId]),
  )

function recordsOf({ versions }: HeldRevision, ids: Iterable<string>): Uint8Array[] {
  const packed = (version: HeldVersion | undefined): Uint8Array[] =>
    version?.packed ? [version.packed.bytes] : []
  return [...ids].flatMap((id) => packed(versions.get(id)))
}

/** Tells indexes of other contents apart, also where a restored database counts its revisions anew. */
function nameOf(revision: number, versions: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256')
  for (const [entryId, versionId] of versions) hash.update(`${entryId}\n${versionId}\n`)
  return `${revision}-${hash.digest('hex').slice(0, 16)}`
}
