import { expect, it } from 'vitest'
import { createSessionKeyStore } from '../../../adapters/sql/index.ts'
import { systemRandom, type Random } from '../../../core/index.ts'
import { forEachDatabase } from '../../support/databases.ts'

/** Chance that says how often it was asked. */
function countedRandom(): Random & { asked: number } {
  return {
    asked: 0,
    bytes(count) {
      this.asked += 1
      return systemRandom.bytes(count)
    },
  }
}

forEachDatabase('session key store', ({ open, newTarget }) => {
  it('makes 32 bytes once and gives the same to later processes', async () => {
    const target = await newTarget()
    const random = countedRandom()
    const key = await createSessionKeyStore(await open(target), random).sessionKey()
    expect(key).toHaveLength(32)
    expect(new Set(key).size).toBeGreaterThan(8)
    const later = createSessionKeyStore(await open(target), random)
    expect(Buffer.from(await later.sessionKey()).equals(key)).toBe(true)
    expect(random.asked).toBe(1)
  })

  it('lets processes that start at once agree', async () => {
    const target = await newTarget()
    const stores = await Promise.all([open(target), open(target), open(target)])
    const keys = await Promise.all(
      stores.map((database) => createSessionKeyStore(database, systemRandom).sessionKey()),
    )
    const texts = keys.map((key) => Buffer.from(key).toString('hex'))
    expect(new Set(texts).size).toBe(1)
  })

  it('takes what another process stored between looking and writing', async () => {
    const database = await open()
    const first = createSessionKeyStore(database, systemRandom)
    let other: Promise<Uint8Array> | undefined
    const late = createSessionKeyStore(database, {
      bytes(count) {
        other = first.sessionKey()
        return systemRandom.bytes(count)
      },
    })
    const key = await late.sessionKey()
    expect(Buffer.from(key).equals((await other) ?? new Uint8Array())).toBe(true)
  })

  it('gives every installation a key of its own', async () => {
    const keys = await Promise.all(
      [await open(), await open()].map((database) =>
        createSessionKeyStore(database, systemRandom).sessionKey(),
      ),
    )
    expect(Buffer.from(keys[0] ?? []).equals(keys[1] ?? new Uint8Array())).toBe(false)
  })
})
