import { Failure, toInstant, type Clock, type NewId } from '../../core/index.ts'
import type { SourceItem } from '../import/source.ts'
import type { EntryRecord } from '../entry.ts'
import { diffEntries, headerOf } from './diff.ts'
import { isComplete, writeDraft } from './draft.ts'
import { planImport } from './import-plan.ts'
import { createQuarantine, type Quarantine } from './quarantine-service.ts'
import { entryIdOf } from './quarantine-id.ts'
import type {
  EntryDetail,
  EntryHeader,
  ImportOptions,
  ImportReport,
  RevisionDiff,
} from './report.ts'
import type { Revision, RevisionEntry, RevisionStore } from './store.ts'
import { wording } from './wording.ts'

/** Keeps the knowledge in numbered revisions: import, draft, publish, look, go back. */
export interface RevisionService {
  /** Compares the items with the current revision and writes a draft when anything differs. */
  import(items: AsyncIterable<SourceItem>, options: ImportOptions): Promise<ImportReport>
  /** @throws Failure `input` for what is no open draft, `conflict` when the current revision moved meanwhile */
  publish(draftId: string): Promise<{ revision: number }>
  /** @throws Failure `input` for what is no open draft */
  discard(draftId: string): Promise<void>
  /** The entries of the current revision, retired ones included, by id. */
  list(): Promise<EntryHeader[]>
  /** @throws Failure `input` for an unknown id */
  show(entryId: string): Promise<EntryDetail>
  /** Published revisions and open drafts, newest first. */
  history(limit: number): Promise<Revision[]>
  /** Between two revisions, each a number or the id of a draft. */
  diff(from: string, to: string): Promise<RevisionDiff>
  /** What a draft changes in the revision that it was compared with. */
  preview(draftId: string): Promise<RevisionDiff & { draft: Revision }>
  /** Appends a revision equal to an old one. */
  rollback(number: number): Promise<{ revision: number }>
  /** Full records of a revision (default: the current one), retired ones included; importing them changes nothing. */
  export(ref?: string): Promise<EntryRecord[]>
  quarantine: Quarantine
  /** 0 in an empty store. */
  currentNumber(): Promise<number>
}

export interface RevisionServiceDeps {
  store: RevisionStore
  clock: Clock
  newId: NewId
}

/** Rejections kept in the summary of a draft, to look at later. */
const KEPT_REJECTIONS = 100

export function createRevisionService({
  store,
  clock,
  newId,
}: RevisionServiceDeps): RevisionService {
  const current = async (): Promise<Revision> => {
    const revision = await store.current()
    if (!revision) throw new Failure('input', wording.nothingPublished)
    return revision
  }

  const publish = async (draftId: string): Promise<{ revision: number }> => {
    const draft = await openDraft(store, draftId)
    if (!isComplete(draft)) throw new Failure('input', wording.incomplete)
    const published = await store.publish(draftId, toInstant(clock.now()))
    if (published === 'moved') throw new Failure('conflict', wording.moved)
    if (published === 'gone') throw new Failure('input', wording.noDraft(draftId))
    return { revision: published.number }
  }

  return {
    publish,
    async import(items, { label, replace = false, dryRun = false, publish: isPublished = false }) {
      const base = await store.current()
      const known = base ? await store.entries(base.id) : []
      const plan = await planImport(items, byId(known), replace)
      const { counts, rejected, entries, removed } = plan
      const nothing = { ...counts, draft: null, rejected }
      if (entries.length === 0 && removed.size === 0) {
        return { revision: base?.number ?? null, ...nothing }
      }
      if (dryRun) return { revision: null, ...nothing }

      const draft = newId()
      await writeDraft(store, clock, draft, {
        kind: 'import',
        label,
        base,
        entries,
        summary: {
          ...counts,
          rejectedCount: rejected.length,
          rejected: rejected.slice(0, KEPT_REJECTIONS),
        },
        ...(removed.size > 0 ? { kept: known.filter(({ entryId }) => !removed.has(entryId)) } : {}),
      })
      if (!isPublished) return { revision: null, ...counts, draft, rejected }
      return { ...(await publish(draft)), ...nothing }
    },
    async discard(draftId) {
      await openDraft(store, draftId)
      if (!(await store.discard(draftId))) throw new Failure('input', wording.noDraft(draftId))
    },
    async list() {
      const entries = await store.entries((await current()).id)
      return entries.filter(isNoQuarantine).map(headerOf)
    },
    async show(entryId) {
      const entry = await store.entry((await current()).id, entryId)
      if (!entry) throw new Failure('input', wording.noEntry(entryId))
      return { ...headerOf(entry), record: entry.record }
    },
    history: (limit) => store.list(limit),
    async diff(from, to) {
      const before = await findRevision(store, from)
      const after = await findRevision(store, to)
      return { from, to, ...(await diffOf(store, before, after)) }
    },
    async preview(draftId) {
      const draft = await findRevision(store, draftId)
      const base = draft.baseId === null ? null : await store.byId(draft.baseId)
      const from = String(base?.number ?? 0)
      return { draft, from, to: draftId, ...(await diffOf(store, base, draft)) }
    },
    async rollback(number) {
      const target = await store.byNumber(number)
      if (!target) throw new Failure('input', wording.noRevision(String(number)))
      const base = await current()
      const [before, after] = [await store.entries(base.id), await store.entries(target.id)]
      if (isEqual(before, after)) throw new Failure('input', wording.alreadyThere(number))
      const draft = newId()
      await writeDraft(store, clock, draft, {
        kind: 'rollback',
        label: wording.rollbackLabel(number),
        base,
        entries: [],
        copyFrom: target,
        summary: { rollbackTo: number },
      })
      return publish(draft)
    },
    async export(ref) {
      const revision = ref === undefined ? await current() : await findRevision(store, ref)
      const entries = await store.entries(revision.id)
      return entries.filter(isNoQuarantine).map(({ record }) => record)
    },
    quarantine: createQuarantine({ store, clock, newId, publish }),
    currentNumber: async () => (await store.current())?.number ?? 0,
  }
}

const byId = (entries: readonly RevisionEntry[]): Map<string, RevisionEntry> =>
  new Map(entries.map((entry) => [entry.entryId, entry]))

const isNoQuarantine = ({ entryId }: RevisionEntry): boolean => entryIdOf(entryId) === null

async function openDraft(store: RevisionStore, draftId: string): Promise<Revision> {
  const draft = await store.byId(draftId)
  if (!draft) throw new Failure('input', wording.noDraft(draftId))
  if (draft.state === 'discarded') throw new Failure('input', wording.discarded)
  if (draft.number !== null) throw new Failure('input', wording.alreadyPublished(draft.number))
  return draft
}

/** By number, or by the id of a draft. */
async function findRevision(store: RevisionStore, ref: string): Promise<Revision> {
  const revision = /^\d{1,9}$/.test(ref) ? await store.byNumber(Number(ref)) : await store.byId(ref)
  if (!revision || revision.state === 'discarded') {
    throw new Failure('input', wording.noRevision(ref))
  }
  return revision
}

async function diffOf(
  store: RevisionStore,
  before: Revision | null,
  after: Revision,
): Promise<ReturnType<typeof diffEntries>> {
  const old = before ? await store.entries(before.id) : []
  return diffEntries(old, await store.entries(after.id))
}

const isEqual = (a: readonly RevisionEntry[], b: readonly RevisionEntry[]): boolean => {
  const key = (entry: RevisionEntry): string =>
    [entry.entryId, entry.versionId, entry.state, entry.layer].join(' ')
  const keys = new Set(a.map(key))
  return keys.size === b.length && b.every((entry) => keys.has(key(entry)))
}
