import { Failure, toInstant, type Clock, type NewId, type Transact } from '../../core/index.ts'
import { versionIdOf } from '../import/canonical.ts'
import { missingIn } from '../import/identity.ts'
import { normalise } from '../import/normalise.ts'
import type { SourceItem, SourcePlace } from '../import/source.ts'
import { placeInWords, reason } from '../import/wording.ts'
import { writeDraft } from './draft.ts'
import { stateOf } from './import-plan.ts'
import type { RevisionEntry, RevisionStore } from './store.ts'
import { wording } from './wording.ts'

/** The knowledge that came with the program, as its files hold it. */
export interface ShippedContent {
  /** Over the bytes of all files; equal contents have equal hashes. */
  hash(): Promise<string>
  items(): AsyncIterable<SourceItem>
}

export interface ShippedDeps {
  store: RevisionStore
  clock: Clock
  newId: NewId
  transact: Transact
  content: ShippedContent
}

/** What looking at the shipped content led to. */
export interface ShippedOutcome {
  /** The current number afterwards. */
  revision: number
  /** Entries replaced, added or removed by this call. */
  changed: number
  /** Draft with the entries that the unit changed itself and that shipped in a new version; null when there are none. */
  draft: string | null
}

/** `meta`: hash of the content last taken over, and the version of each entry in it. */
const HASH_KEY = 'shipped_hash'
const VERSIONS_KEY = 'shipped_versions'
const MAX_ATTEMPTS = 10

/**
 * Takes the shipped content over when it is not the one taken over last. An entry is replaced only where
 * its current version is the one that shipped before; what the unit changed itself goes into a draft.
 * Two processes may do it at once: the slower one sees that the pointer moved and looks again.
 * @throws Failure `input` when a file of the content is corrupt, naming file and line
 */
export async function ensureShippedContent(deps: ShippedDeps): Promise<ShippedOutcome> {
  const hash = await deps.content.hash()
  let shipped: Map<string, RevisionEntry> | undefined
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const current = await deps.store.current()
    if (current?.number && (await deps.store.readMeta(HASH_KEY)) === hash) {
      return { revision: current.number, changed: 0, draft: null }
    }
    shipped ??= await readShipped(deps.content)
    const outcome = await takeOver(deps, hash, shipped)
    if (outcome !== 'moved') return outcome
  }
  throw new Failure('conflict', wording.moved)
}

async function readShipped(content: ShippedContent): Promise<Map<string, RevisionEntry>> {
  const entries = new Map<string, RevisionEntry>()
  for await (const item of content.items()) {
    const fail = (problem: string): never => failAt(item, problem)
    if ('problem' in item) return fail(item.problem)
    const normal = normalise(item)
    const problem = 'problems' in normal ? normal.problems[0] : missingIn(normal.record)[0]
    if ('problems' in normal || problem) {
      return fail([problem?.field, problem?.message].filter(Boolean).join(': '))
    }
    const { id, record } = normal
    if (entries.has(id)) return fail(reason.duplicate(id))
    const versionId = versionIdOf(id, record)
    entries.set(id, { entryId: id, versionId, state: stateOf(record), layer: 'shipped', record })
  }
  return entries
}

function failAt({ file, sheet, row }: SourcePlace, problem: string): never {
  throw new Failure('input', wording.badShipped(placeInWords(file, sheet, row), problem))
}

async function takeOver(
  deps: ShippedDeps,
  hash: string,
  shipped: ReadonlyMap<string, RevisionEntry>,
): Promise<ShippedOutcome | 'moved'> {
  const { store } = deps
  const base = await store.current()
  const known = base ? await store.entries(base.id) : []
  const before = readVersions(await store.readMeta(VERSIONS_KEY))
  const { replaced, conflicts, removed } = compareShipped(shipped, known, before)

  if (replaced.length > 0 || removed.size > 0 || !base) {
    const draft = deps.newId()
    const kept = known.filter(({ entryId }) => !removed.has(entryId))
    await writeDraft(store, deps.clock, draft, {
      kind: 'shipped',
      label: wording.shippedLabel,
      base,
      entries: replaced,
      summary: { changed: replaced.length, removed: removed.size },
      ...(removed.size > 0 ? { kept } : {}),
    })
    const published = await store.publish(draft, toInstant(deps.clock.now()))
    if (typeof published === 'string') {
      await store.discard(draft)
      return 'moved'
    }
  }
  const draft = conflicts.length > 0 ? await draftConflicts(deps, conflicts) : null
  const isFirst = await remember(deps, hash, shipped)
  if (draft !== null && !isFirst) await store.discard(draft)
  const number = (await store.current())?.number ?? 0
  return {
    revision: number,
    changed: replaced.length + removed.size,
    draft: isFirst ? draft : null,
  }
}

/** Which shipped entries replace current ones, which meet changes of the unit, which shipped no longer. */
function compareShipped(
  shipped: ReadonlyMap<string, RevisionEntry>,
  known: readonly RevisionEntry[],
  before: ReadonlyMap<string, string>,
): { replaced: RevisionEntry[]; conflicts: RevisionEntry[]; removed: Set<string> } {
  const current = new Map(known.map((entry) => [entry.entryId, entry]))
  const replaced: RevisionEntry[] = []
  const conflicts: RevisionEntry[] = []
  for (const entry of shipped.values()) {
    const version = current.get(entry.entryId)?.versionId
    const shippedBefore = before.get(entry.entryId)
    if (version === entry.versionId || shippedBefore === entry.versionId) continue
    if (version === undefined || version === shippedBefore) replaced.push(entry)
    else conflicts.push(entry)
  }
  const gone = known.filter(
    ({ entryId, versionId }) => !shipped.has(entryId) && before.get(entryId) === versionId,
  )
  return { replaced, conflicts, removed: new Set(gone.map(({ entryId }) => entryId)) }
}

async function draftConflicts(deps: ShippedDeps, entries: RevisionEntry[]): Promise<string> {
  const draft = deps.newId()
  await writeDraft(deps.store, deps.clock, draft, {
    kind: 'shipped',
    label: wording.shippedConflictLabel,
    base: await deps.store.current(),
    entries,
    summary: { changed: entries.length },
  })
  return draft
}

/** Notes that this content was taken over; false when another process noted it first. */
const remember = (
  { store, transact }: ShippedDeps,
  hash: string,
  shipped: ReadonlyMap<string, RevisionEntry>,
): Promise<boolean> =>
  transact(async () => {
    if ((await store.readMeta(HASH_KEY)) === hash) return false
    const versions = [...shipped.values()].map(({ entryId, versionId }) => [entryId, versionId])
    await store.writeMeta(VERSIONS_KEY, JSON.stringify(Object.fromEntries(versions)))
    await store.writeMeta(HASH_KEY, hash)
    return true
  })

const readVersions = (json: string | null): Map<string, string> =>
  new Map(json === null ? [] : Object.entries(JSON.parse(json) as Record<string, string>))
