import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { surplusSnapshots, type SavedSnapshot } from '../../jobs/index.ts'

const snapshot = (revision: number, day: number): SavedSnapshot => ({
  name: `index-${revision}-${day}`,
  revision,
  bytes: 1000,
  savedAt: `2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z`,
})
const names = (snapshots: readonly SavedSnapshot[]): string[] => snapshots.map(({ name }) => name)

describe('surplusSnapshots', () => {
  it('keeps the newest ones, whatever their order in the folder', () => {
    const all = [snapshot(2, 2), snapshot(4, 4), snapshot(1, 1), snapshot(3, 3)]
    expect(names(surplusSnapshots(all, 4, 2))).toEqual(['index-2-2', 'index-1-1'])
  })

  it('keeps the one in use even when newer ones fill the quota, as after a rollback', () => {
    const all = [snapshot(1, 1), snapshot(2, 2), snapshot(3, 3), snapshot(4, 4)]
    expect(names(surplusSnapshots(all, 1, 2))).toEqual(['index-2-2'])
  })

  it('works before anything was published and on an empty folder', () => {
    expect(names(surplusSnapshots([snapshot(1, 1), snapshot(2, 2)], null, 1))).toEqual([
      'index-1-1',
    ])
    expect(surplusSnapshots([], 3, 3)).toEqual([])
  })

  it('never removes a current one and leaves at least the quota', () => {
    const anySnapshot = fc
      .record({ revision: fc.integer({ min: 1, max: 8 }), day: fc.integer({ min: 1, max: 28 }) })
      .map(({ revision, day }) => snapshot(revision, day))
    fc.assert(
      fc.property(
        fc.uniqueArray(anySnapshot, { selector: ({ name }) => name }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 5 }),
        (all, current, keep) => {
          const surplus = surplusSnapshots(all, current, keep)
          const kept = all.filter((one) => !surplus.includes(one))
          expect(surplus.some(({ revision }) => revision === current)).toBe(false)
          expect(kept.length).toBeGreaterThanOrEqual(Math.min(keep, all.length))
          for (const gone of surplus) {
            expect(kept.filter((one) => one.savedAt >= gone.savedAt).length).toBeGreaterThanOrEqual(
              keep,
            )
          }
        },
      ),
      { seed: 20261121 },
    )
  })
})
