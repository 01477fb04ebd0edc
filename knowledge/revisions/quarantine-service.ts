import { Failure, type Clock, type NewId } from '../../core/index.ts'
import { versionIdOf } from '../import/canonical.ts'
import { textOf } from '../import/identity.ts'
import { quarantineReason } from '../import/quarantine.ts'
import { writeDraft } from './draft.ts'
import { stateOf } from './import-plan.ts'
import { entryIdOf } from './quarantine-id.ts'
import type { QuarantinedRecord } from './report.ts'
import type { Revision, RevisionEntry, RevisionStore } from './store.ts'
import { wording } from './wording.ts'

/** Records put aside until a person decides; each decision is a published revision of its own. */
export interface Quarantine {
  list(): Promise<QuarantinedRecord[]>
  /** Makes the record the entry that its code names, in place of what was there. */
  accept(id: string): Promise<{ revision: number; entryId: string }>
  /** Puts the record away for good: the same content is not asked about again. */
  reject(id: string): Promise<{ revision: number; entryId: string }>
}

interface QuarantineDeps {
  store: RevisionStore
  clock: Clock
  newId: NewId
  publish(draftId: string): Promise<{ revision: number }>
}

export function createQuarantine({ store, clock, newId, publish }: QuarantineDeps): Quarantine {
  const waiting = async (): Promise<{
    base: Revision
    entries: RevisionEntry[]
    records: QuarantinedRecord[]
  }> => {
    const base = await store.current()
    if (!base) throw new Failure('input', wording.nothingPublished)
    const entries = await store.entries(base.id)
    return { base, entries, records: quarantinedIn(entries) }
  }

  const decide = async (
    id: string,
    label: (id: string) => string,
    change: (record: QuarantinedRecord, kept: RevisionEntry) => RevisionEntry[],
  ): Promise<{ revision: number; entryId: string }> => {
    const { base, entries, records } = await waiting()
    const record = findRecord(records, id)
    const kept = entries.find((entry) => entry.entryId === record.id)
    if (!kept) throw new Failure('input', wording.noQuarantined(id))
    const draft = newId()
    await writeDraft(store, clock, draft, {
      kind: 'import',
      label: label(record.id),
      base,
      entries: change(record, kept),
      summary: {},
    })
    return { ...(await publish(draft)), entryId: record.entryId }
  }

  return {
    list: async () => (await waiting()).records,
    accept: (id) =>
      decide(id, wording.acceptLabel, ({ entryId, record }, kept) => [
        {
          entryId,
          versionId: versionIdOf(entryId, record),
          state: stateOf(record),
          layer: 'local',
          record,
        },
        { ...kept, state: 'retired' },
      ]),
    reject: (id) =>
      decide(id, wording.rejectLabel, (_record, kept) => [{ ...kept, state: 'retired' }]),
  }
}

function quarantinedIn(entries: readonly RevisionEntry[]): QuarantinedRecord[] {
  const known = new Map(entries.map((entry) => [entry.entryId, entry.record]))
  return entries
    .filter(({ state }) => state === 'quarantined')
    .map(({ entryId: id, record }) => {
      const entryId = entryIdOf(id) ?? id
      const reason = quarantineReason(known.get(entryId), record) ?? ''
      return { id, entryId, title: textOf(record, 'name'), reason, record }
    })
}

/** By its own id, or by that of its entry when only one record waits for it. */
function findRecord(records: readonly QuarantinedRecord[], id: string): QuarantinedRecord {
  const found = records.filter((record) => record.id === id || record.entryId === id)
  const [record] = found
  if (!record) throw new Failure('input', wording.noQuarantined(id))
  if (found.length > 1) {
    throw new Failure(
      'input',
      wording.manyQuarantined(
        id,
        found.map((item) => item.id),
      ),
    )
  }
  return record
}
