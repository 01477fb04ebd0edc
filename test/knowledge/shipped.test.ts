import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { systemClock } from '../../core/index.ts'
import { ensureShippedContent, type ShippedContent } from '../../knowledge/index.ts'
import type { SqlDatabase } from '../../adapters/sql/index.ts'
import { forEachDatabase } from '../support/databases.ts'
import { itemsOf, newId, procedure, serviceOn } from '../support/records.ts'

/** Content that counts how often it was parsed. */
function shippedOf(records: readonly unknown[]): ShippedContent & { reads: number } {
  return {
    reads: 0,
    hash: async () => createHash('sha256').update(JSON.stringify(records)).digest('hex'),
    items() {
      this.reads += 1
      return itemsOf(records, 'a.md')
    },
  }
}

const ensure = (database: SqlDatabase, content: ShippedContent) =>
  ensureShippedContent({
    store: serviceOn(database).store,
    clock: systemClock,
    newId,
    transact: database.transact,
    content,
  })

forEachDatabase('shipped content', ({ open, newTarget }) => {
  test('is published once and not parsed again while it is the same', async () => {
    const database = await open()
    const content = shippedOf([procedure(1), procedure(2)])
    expect(await ensure(database, content)).toEqual({ revision: 1, changed: 2, draft: null })
    expect(await ensure(database, content)).toEqual({ revision: 1, changed: 0, draft: null })
    expect(content.reads).toBe(1)
  })

  test('an upgrade replaces what shipped before and drafts what the unit changed', async () => {
    const database = await open()
    const { revisions } = serviceOn(database)
    await ensure(database, shippedOf([1, 2, 3, 4].map((n) => procedure(n, { steps: 'cũ' }))))
    await revisions.import(itemsOf([{ code: '1.000002', steps: 'của xã' }, procedure(9)]), {
      label: 'xã',
      publish: true,
    })
    const upgrade = [
      procedure(1, { steps: 'mới' }),
      procedure(2, { steps: 'mới' }),
      procedure(3, { steps: 'cũ' }),
      procedure(5, { steps: 'mới' }),
    ]
    const outcome = await ensure(database, shippedOf(upgrade))
    expect(outcome).toMatchObject({ revision: 3, changed: 3 })
    const steps = async () =>
      Object.fromEntries((await revisions.export()).map((r) => [r['id'], r['steps']]))
    expect(await steps()).toEqual({
      '1.000001': 'mới',
      '1.000002': 'của xã',
      '1.000003': 'cũ',
      '1.000005': 'mới',
      '1.000009': procedure(9).steps,
    })
    const preview = await revisions.preview(outcome.draft ?? '')
    expect(preview.changed.map(({ id, fields }) => [id, fields.map((f) => f.after)])).toEqual([
      ['1.000002', ['mới']],
    ])
    await revisions.publish(outcome.draft ?? '')
    expect((await steps())['1.000002']).toBe('mới')
  })

  test('what the unit removed or changed stays so while the shipped entry is the same', async () => {
    const database = await open()
    const { revisions } = serviceOn(database)
    await ensure(database, shippedOf([procedure(1), procedure(2)]))
    const local = [{ code: '1.000001', steps: 'của xã' }]
    await revisions.import(itemsOf(local), { label: 'xã', publish: true })
    const outcome = await ensure(database, shippedOf([procedure(1), procedure(2), procedure(3)]))
    expect(outcome).toMatchObject({ changed: 1, draft: null })
    expect((await revisions.show('1.000001')).record['steps']).toBe('của xã')
  })

  test.each([
    ['a broken record', [procedure(1), { name: 'x', kind: 'thing' }], 'a.md, dòng 2: kind'],
    ['one without a name', [{ code: '1.000001' }], 'a.md, dòng 1: name'],
    ['one twice', [procedure(1), procedure(1)], 'a.md, dòng 2'],
  ])('%s stops with one line that names file and line', async (_what, records, place) => {
    const database = await open()
    const failing = ensure(database, shippedOf(records))
    await expect(failing).rejects.toMatchObject({ kind: 'input' })
    await expect(failing).rejects.toThrow(place)
    await expect(failing).rejects.not.toThrow('\n')
    expect(await serviceOn(database).revisions.currentNumber()).toBe(0)
  })

  test('two processes at once end with one revision', async () => {
    const target = await newTarget()
    const [first, second] = [await open(target), await open(target)]
    const records = Array.from({ length: 30 }, (_, at) => procedure(at + 1))
    const outcomes = await Promise.all([
      ensure(first, shippedOf(records)),
      ensure(second, shippedOf(records)),
    ])
    expect(outcomes.map(({ revision }) => revision)).toEqual([1, 1])
    const { revisions } = serviceOn(first)
    expect(await revisions.list()).toHaveLength(30)
    expect(await revisions.history(9)).toHaveLength(1)
  })
})
