import { mkdtemp, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createSnapshotFolder } from '../../adapters/files/index.ts'
import { createJobRunStore, createRevisionStore } from '../../adapters/sql/index.ts'
import { systemClock, toInstant, type Clock } from '../../core/index.ts'
import { createPruneJob } from '../../jobs/index.ts'
import { forEachDatabase } from '../support/databases.ts'

const NOW = new Date('2026-11-21T03:00:00.000Z')
const clock: Clock = { now: () => NOW, sleep: systemClock.sleep }
const daysAgo = (days: number): string => toInstant(new Date(NOW.getTime() - days * 86_400_000))

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cchc-snapshots-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Saves the snapshot of a revision as if it had been `days` ago. */
async function saveSnapshot(revision: number, days: number): Promise<void> {
  const name = `${revision}-abc`
  await createSnapshotFolder(folder).save(name, new Uint8Array(1000))
  const at = new Date(NOW.getTime() - days * 86_400_000)
  await utimes(join(folder, `${name}.index`), at, at)
}

const savedRevisions = async (): Promise<number[]> =>
  (await createSnapshotFolder(folder).list()).map(({ revision }) => revision).toSorted()

forEachDatabase('prune-snapshots', ({ open }) => {
  it('keeps three snapshots and the current one, recent drafts and recent runs', async () => {
    const database = await open()
    const revisions = createRevisionStore(database)
    const runs = createJobRunStore(database)
    const draft = (id: string, days: number) =>
      revisions.createDraft({
        ...{ id, kind: 'import', baseId: null, label: id, summary: {} },
        createdAt: daysAgo(days),
      })
    await draft('published', 100)
    await revisions.publish('published', daysAgo(99))
    await draft('forgotten', 31)
    await draft('recent', 29)
    for (const [revision, days] of [
      [1, 9],
      [2, 8],
      [3, 7],
      [4, 6],
      [5, 5],
    ] as const) {
      await saveSnapshot(revision, days)
    }
    for (const days of [200, 10]) {
      await runs.claim({ job: 'old', slot: daysAgo(days), owner: 'a', startedAt: daysAgo(days) })
    }

    const snapshots = createSnapshotFolder(folder)
    const job = createPruneJob({ clock, snapshots, revisions, runs })
    const detail = await job.run(new AbortController().signal)

    expect(detail).toContain('1 bản chụp chỉ mục (0,0 MB), 1 bản nháp cũ')
    expect(detail).toContain('1 lượt chạy cũ')
    expect(await savedRevisions()).toEqual([1, 3, 4, 5])
    expect(await revisions.byId('published')).not.toBeNull()
    expect(await revisions.byId('recent')).not.toBeNull()
    expect(await revisions.byId('forgotten')).toBeNull()
    expect((await runs.last('old'))?.slot).toBe(daysAgo(10))
  })

  it('can be run again, on an empty folder too, and stops when told', async () => {
    const database = await open()
    const revisions = createRevisionStore(database)
    const runs = createJobRunStore(database)
    const snapshots = createSnapshotFolder(join(folder, 'not-there'))
    const job = createPruneJob({ clock, snapshots, revisions, runs })
    expect(await job.run(new AbortController().signal)).toContain('0 bản chụp')
    expect(await job.run(new AbortController().signal)).toContain('0 bản chụp')
    await expect(job.run(AbortSignal.abort())).rejects.toThrow(/aborted/)
  })
})
