import { expect, it } from 'vitest'
import { EMPTY_UNIT } from '../../../core/index.ts'
import { createLiveUnit, localKnowledge, type UnitStore } from '../../../knowledge/index.ts'
import { DrivenClock } from '../../support/jobs/driven-clock.ts'
import { knowledgeOf, shippedLexicon } from '../../support/knowledge/shipped.ts'
import { WHOLE_UNIT } from '../../support/units.ts'

const file = { ...EMPTY_UNIT, name: 'UBND xã Từ Tệp' }
const clock = new DrivenClock('2026-11-21T03:00:00.000Z')

function open(store: UnitStore) {
  const errors: Error[] = []
  const unit = createLiveUnit({ store, file, clock, onError: (error) => errors.push(error) })
  return { unit, errors }
}

/** A store in memory: what is looked at here is who wins, not how it is kept. */
function memory(): UnitStore {
  let saved: typeof EMPTY_UNIT | null = null
  return {
    load: async () => saved,
    save: async (unit) => void (saved = unit),
    clear: async () => void (saved = null),
  }
}

it('uses the file until something was saved, then that, then the file again', async () => {
  const { unit } = open(memory())
  await unit.refresh()
  expect(unit.current()).toBe(file)
  await unit.save(WHOLE_UNIT)
  expect(unit.current()).toEqual({ ...WHOLE_UNIT, updatedOn: '2026-11-21' })
  await unit.reset()
  expect(unit.current()).toEqual(file)
})

it('sees what another process saved, and stays the same object while nothing changes', async () => {
  const store = memory()
  const { unit } = open(store)
  await open(store).unit.save(WHOLE_UNIT)
  await unit.refresh()
  const seen = unit.current()
  expect(seen.name).toBe('UBND xã Kỳ Anh')
  await unit.refresh()
  expect(unit.current()).toBe(seen)
})

it('keeps what it knows while the store cannot be read', async () => {
  const store = memory()
  let isBroken = false
  const { unit, errors } = open({
    ...store,
    load: () => (isBroken ? Promise.reject(new Error('locked')) : store.load()),
  })
  await unit.save(WHOLE_UNIT)
  isBroken = true
  await unit.refresh()
  expect(unit.current().name).toBe('UBND xã Kỳ Anh')
  expect(errors).toHaveLength(1)
})

it('makes local knowledge anew only when the unit or the knowledge changes', async () => {
  const from = knowledgeOf([], await shippedLexicon())
  const { unit } = open(memory())
  const source = localKnowledge({ current: () => from, loaded: () => Promise.resolve() }, unit)
  const first = source.current()
  expect(source.current()).toBe(first)
  await unit.save(WHOLE_UNIT)
  expect(source.current()).not.toBe(first)
})
