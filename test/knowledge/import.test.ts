import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { createFileReader } from '../../adapters/files/index.ts'
import { openDatabase, type SqlDatabase } from '../../adapters/sql/index.ts'
import { systemClock } from '../../core/index.ts'
import type { ImportReport, RevisionService } from '../../knowledge/index.ts'
import { entriesOfCurrent } from '../../knowledge/index.ts'
import { forEachDatabase, useSqlite } from '../support/databases.ts'
import { itemsOf, procedure, serviceOn } from '../support/records.ts'

/** Real records of the national portal, beside the repository where they may be used. */
const PORTAL_FILE = fileURLToPath(
  new URL('../../../shared/data/procedures.jsonl.gz', import.meta.url),
)

const sumOf = (report: ImportReport): number =>
  report.added +
  report.changed +
  report.unchanged +
  report.retired +
  report.quarantined +
  report.rejected.length

const publish = (revisions: RevisionService, records: readonly unknown[], replace = false) =>
  revisions.import(itemsOf(records), { label: 'test', publish: true, replace })

forEachDatabase('import', ({ open }) => {
  test('a draft changes nothing until it is published', async () => {
    const { revisions, store } = serviceOn(await open())
    const report = await revisions.import(itemsOf([procedure(1), procedure(2)]), {
      label: 'a.json',
    })
    expect(report).toMatchObject({ revision: null, read: 2, added: 2, rejected: [] })
    expect(await revisions.currentNumber()).toBe(0)
    expect((await entriesOfCurrent(store)).entries).toEqual([])

    expect(await revisions.publish(report.draft ?? '')).toEqual({ revision: 1 })
    const { revision, entries } = await entriesOfCurrent(store)
    expect([revision, entries.map(({ id }) => id)]).toEqual([1, ['1.000001', '1.000002']])
    await expect(revisions.publish(report.draft ?? '')).rejects.toMatchObject({ kind: 'input' })
  })

  test('changes are told field by field, and the rest is copied', async () => {
    const { revisions } = serviceOn(await open())
    await publish(revisions, [procedure(1), procedure(2), procedure(3)])
    const report = await revisions.import(
      itemsOf([
        { code: '1.000001', steps: 'Bước khác' },
        { code: '1.000002', level: '' },
        procedure(3),
        { code: '1.000004', name: 'Cấp bản sao' },
      ]),
      { label: 'b.json' },
    )
    expect(report).toMatchObject({ read: 4, added: 1, changed: 2, unchanged: 1 })
    const preview = await revisions.preview(report.draft ?? '')
    expect(preview.added.map(({ id }) => id)).toEqual(['1.000004'])
    expect(preview.changed.map(({ id, fields }) => [id, fields])).toEqual([
      ['1.000001', [{ field: 'steps', before: 'Bước 1: nộp hồ sơ 1', after: 'Bước khác' }]],
      ['1.000002', [{ field: 'level', before: 'Cấp Xã', after: null }]],
    ])
    await revisions.publish(report.draft ?? '')
    expect((await revisions.show('1.000001')).record['name']).toBe(procedure(1).name)
    expect(await revisions.list()).toHaveLength(4)
    expect((await revisions.diff('1', '2')).changed).toHaveLength(2)
    expect((await revisions.diff('2', '1')).removed.map(({ id }) => id)).toEqual(['1.000004'])
  })

  test('an unchanged import writes nothing and names the current revision', async () => {
    const { revisions } = serviceOn(await open())
    await publish(revisions, [procedure(1)])
    const report = await publish(revisions, [procedure(1)])
    expect(report).toMatchObject({ revision: 1, draft: null, unchanged: 1 })
    expect(await revisions.history(9)).toHaveLength(1)
  })

  test('a dry run counts and writes nothing', async () => {
    const { revisions } = serviceOn(await open())
    const report = await revisions.import(itemsOf([procedure(1)]), { label: 'x', dryRun: true })
    expect(report).toMatchObject({ revision: null, draft: null, added: 1 })
    expect(await revisions.history(9)).toEqual([])
  })

  test('a draft whose base moved is refused; the newer revision stays', async () => {
    const { revisions } = serviceOn(await open())
    await publish(revisions, [procedure(1)])
    const late = await revisions.import(itemsOf([procedure(2)]), { label: 'late' })
    await publish(revisions, [procedure(3)])
    await expect(revisions.publish(late.draft ?? '')).rejects.toMatchObject({ kind: 'conflict' })
    expect((await revisions.list()).map(({ id }) => id)).toEqual(['1.000001', '1.000003'])
    await revisions.discard(late.draft ?? '')
    await expect(revisions.discard(late.draft ?? '')).rejects.toMatchObject({ kind: 'input' })
  })

  test('rollback appends a revision equal to the old one', async () => {
    const { revisions } = serviceOn(await open())
    await publish(revisions, [procedure(1)])
    await publish(revisions, [procedure(1, { steps: 'mới' }), procedure(2)])
    expect(await revisions.rollback(1)).toEqual({ revision: 3 })
    expect(await revisions.diff('1', '3')).toMatchObject({ added: [], removed: [], changed: [] })
    await expect(revisions.rollback(1)).rejects.toMatchObject({ kind: 'input' })
    await expect(revisions.rollback(99)).rejects.toMatchObject({ kind: 'input' })
  })

  test('a repealed record ends its entry; its code leads to what replaced it', async () => {
    const { revisions, store } = serviceOn(await open())
    await publish(revisions, [procedure(1), procedure(2)])
    const ended = { code: '1.000001', status: 'repealed', replaced_by: '1.000002' }
    const report = await publish(revisions, [ended])
    expect(report).toMatchObject({ read: 1, retired: 1 })
    const { entries } = await entriesOfCurrent(store)
    expect(entries.map(({ id, replaces }) => [id, replaces])).toEqual([['1.000002', ['1.000001']]])
    expect(await publish(revisions, [ended])).toMatchObject({ unchanged: 1, draft: null })
  })

  test('replace removes what the unit imported and the input lacks, but not because of a bad line', async () => {
    const { revisions } = serviceOn(await open())
    await publish(revisions, [procedure(1), procedure(2), procedure(3)])
    const report = await publish(
      revisions,
      [procedure(1), { ...procedure(2), checked_on: '2026-13-01' }],
      true,
    )
    expect(report).toMatchObject({ read: 2, unchanged: 1, removed: 1, revision: 2 })
    expect((await revisions.list()).map(({ id }) => id)).toEqual(['1.000001', '1.000002'])
    const nothing = await publish(revisions, [{ bad: true }], true)
    expect(nothing).toMatchObject({ removed: 0, draft: null, revision: 2 })
  })
})

forEachDatabase('quarantine', ({ open }) => {
  const other = procedure(1, { name: 'Hỗ trợ phát triển sản xuất cộng đồng' })

  test('a code with a stranger’s name waits beside its entry until somebody decides', async () => {
    const { revisions } = serviceOn(await open())
    await publish(revisions, [procedure(1, { name: 'Khóa căn cước điện tử', hint: 'cũ' })])
    expect(await publish(revisions, [other])).toMatchObject({
      read: 1,
      quarantined: 1,
      revision: 2,
    })
    expect((await revisions.show('1.000001')).title).toBe('Khóa căn cước điện tử')
    const [waiting] = await revisions.quarantine.list()
    expect(waiting).toMatchObject({ entryId: '1.000001', title: other.name })
    expect(waiting?.reason).toContain('Khóa căn cước điện tử')
    expect(await publish(revisions, [other])).toMatchObject({ quarantined: 1, draft: null })

    await revisions.quarantine.accept('1.000001')
    const { title, record } = await revisions.show('1.000001')
    expect([title, record['hint']]).toEqual([other.name, undefined])
    expect(await revisions.quarantine.list()).toEqual([])
    expect(await publish(revisions, [other])).toMatchObject({ unchanged: 1 })
  })

  test('a rejected record is not asked about again', async () => {
    const { revisions } = serviceOn(await open())
    await publish(revisions, [procedure(1, { name: 'Khóa căn cước điện tử' })])
    await publish(revisions, [other])
    const [waiting] = await revisions.quarantine.list()
    await revisions.quarantine.reject(waiting?.id ?? '')
    expect(await publish(revisions, [other])).toMatchObject({ quarantined: 1, draft: null })
    expect(await revisions.quarantine.list()).toEqual([])
    await expect(revisions.quarantine.accept('1.000001')).rejects.toMatchObject({ kind: 'input' })
  })
})

describe('on one database', () => {
  const newTarget = useSqlite()
  const opened: SqlDatabase[] = []
  const newService = async (): Promise<RevisionService> => {
    const database = await openDatabase(await newTarget(), { clock: systemClock })
    opened.push(database)
    return serviceOn(database).revisions
  }
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((database) => database.close()))
  })

  test('each bad record is named with place, field and reason', async () => {
    const revisions = await newService()
    const report = await revisions.import(
      itemsOf(
        [
          procedure(1),
          { code: '1.000009' },
          { code: '12345', name: 'x', valid_to: 'mai' },
          procedure(1, { steps: 'lần hai' }),
          { name: 'không mã' },
          7,
        ],
        'a.jsonl',
      ),
      { label: 'a' },
    )
    expect(report).toMatchObject({ read: 6, added: 1 })
    expect(report.rejected.map(({ file, sheet, row, field }) => [file, sheet, row, field])).toEqual(
      [
        ['a.jsonl', null, 2, 'name'],
        ['a.jsonl', null, 3, 'valid_to'],
        ['a.jsonl', null, 4, 'id'],
        ['a.jsonl', null, 5, 'kind'],
        ['a.jsonl', null, 6, null],
      ],
    )
    expect(report.rejected[2]?.message).toContain('a.jsonl, dòng 1')
  })

  const number = fc.integer({ min: 1, max: 12 })
  const record = fc.oneof(
    fc.tuple(number, fc.string()).map(([n, steps]) => procedure(n, { steps })),
    number.map((n) => ({ code: procedure(n).code, status: 'repealed' })),
    number.map((n) => procedure(n, { name: 'Công bố danh mục' })),
    fc.record({ code: fc.string(), name: fc.string() }),
    fc.jsonValue(),
  )

  test('any mixture of records adds up, and importing the export changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 15 }), fc.array(record), async (a, b) => {
        const revisions = await newService()
        for (const records of [a, b]) {
          const report = await publish(revisions, records)
          expect(sumOf(report)).toBe(report.read)
          expect(report.read).toBe(records.length)
        }
        if ((await revisions.currentNumber()) === 0) return
        const exported = await revisions.export()
        const again = await publish(revisions, exported)
        expect(again).toMatchObject({ draft: null, unchanged: exported.length, rejected: [] })
      }),
      { numRuns: 40, seed: 20261121 },
    )
  })

  // The real records must not be in the repository, so a bare clone does not have them.
  test.runIf(existsSync(PORTAL_FILE))('4,431 real procedures: the counts add up', async () => {
    const revisions = await newService()
    const items = () => createFileReader()([PORTAL_FILE])
    const startedAt = performance.now()
    const first = await revisions.import(items(), { label: 'portal', publish: true })
    const importMs = Math.round(performance.now() - startedAt)
    expect(first).toMatchObject({ read: 4431, added: 4430, quarantined: 1, rejected: [] })
    const again = await revisions.import(items(), { label: 'portal', publish: true })
    const againMs = Math.round(performance.now() - startedAt) - importMs
    expect(again).toMatchObject({ read: 4431, unchanged: 4430, quarantined: 1, draft: null })
    expect(await revisions.list()).toHaveLength(4430)
    console.log(`import and publish ${importMs} ms, unchanged import ${againMs} ms`)
  })
  if (!existsSync(PORTAL_FILE)) console.log(`skipped, not there: ${PORTAL_FILE}`)
})
