import { expect, it } from 'vitest'
import { createSetupCodeStore, createUnitStore } from '../../../adapters/sql/index.ts'
import { systemRandom } from '../../../core/index.ts'
import { forEachDatabase } from '../../support/databases.ts'
import { WHOLE_UNIT } from '../../support/units.ts'

forEachDatabase('unit store', ({ open, newTarget }) => {
  it('keeps what was saved last, for every process, until it is cleared', async () => {
    const target = await newTarget()
    const store = createUnitStore(await open(target))
    expect(await store.load()).toBeNull()
    await store.save(WHOLE_UNIT)
    await store.save({ ...WHOLE_UNIT, name: 'UBND phường "Mới"' })
    expect(await createUnitStore(await open(target)).load()).toEqual({
      ...WHOLE_UNIT,
      name: 'UBND phường "Mới"',
    })
    await store.clear()
    expect(await store.load()).toBeNull()
  })
})

forEachDatabase('setup code store', ({ open, newTarget }) => {
  it('makes one code for all processes, and another when asked', async () => {
    const target = await newTarget()
    const stores = await Promise.all([open(target), open(target)])
    const codes = await Promise.all(
      stores.map((database) => createSetupCodeStore(database, systemRandom).current()),
    )
    expect(codes[0]).toMatch(/^[2-9a-hjkmnp-z]{16}$/)
    expect(codes[1]).toBe(codes[0])
    const [first, second] = stores.map((database) => createSetupCodeStore(database, systemRandom))
    const renewed = await first?.renew()
    expect(renewed).not.toBe(codes[0])
    expect(await second?.current()).toBe(renewed)
  })
})
