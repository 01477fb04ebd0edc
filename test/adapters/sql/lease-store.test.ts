import { expect, it } from 'vitest'
import { createLeaseStore } from '../../../adapters/sql/index.ts'
import { forEachDatabase } from '../../support/databases.ts'

const START = Date.parse('2026-11-21T03:00:00.000Z')
const at = (seconds: number): Date => new Date(START + seconds * 1_000)

forEachDatabase('lease store', ({ open, newTarget }) => {
  const create = async () => createLeaseStore(await open())

  it('gives a lease to the first and to nobody else until it expires', async () => {
    const store = await create()
    const lease = await store.acquire('lane', 'a', at(0), 4_000)
    expect(lease).toEqual({
      name: 'lane',
      owner: 'a',
      token: 1,
      expiresAt: '2026-11-21T03:00:04.000Z',
    })
    expect(await store.acquire('lane', 'b', at(3.999), 4_000)).toBeNull()
    expect(await store.acquire('other lane', 'b', at(3.999), 4_000)).toMatchObject({ token: 1 })
    expect(await store.acquire('lane', 'b', at(4), 4_000)).toMatchObject({ owner: 'b', token: 2 })
  })

  it('gives the owner the same lease again while it lasts, with the same token', async () => {
    const store = await create()
    await store.acquire('lane', 'a', at(0), 4_000)
    expect(await store.acquire('lane', 'a', at(2), 4_000)).toMatchObject({
      token: 1,
      expiresAt: '2026-11-21T03:00:06.000Z',
    })
    expect(await store.acquire('lane', 'a', at(10), 4_000)).toMatchObject({ token: 2 })
  })

  it('renews what is still ours, also a little late, and nothing else', async () => {
    const store = await create()
    const lease = await store.acquire('lane', 'a', at(0), 4_000)
    if (!lease) throw new Error('not acquired')
    expect(await store.renew(lease, at(1), 4_000)).toEqual({
      ...lease,
      expiresAt: '2026-11-21T03:00:05.000Z',
    })
    expect(await store.acquire('lane', 'b', at(4), 4_000)).toBeNull()
    expect(await store.renew(lease, at(6), 4_000)).toMatchObject({ token: 1 })
    expect(await store.acquire('lane', 'b', at(10), 4_000)).toMatchObject({ token: 2 })
    expect(await store.renew(lease, at(11), 4_000)).toBeNull()
  })

  it('lets the next one in at once after a release, with a greater token', async () => {
    const store = await create()
    for (const [turn, owner] of ['a', 'b', 'a', 'c'].entries()) {
      const lease = await store.acquire('lane', owner, at(turn), 4_000)
      expect(lease).toMatchObject({ owner, token: turn + 1 })
      if (lease) await store.release(lease)
    }
  })

  it('does not renew a lease that its own owner has taken anew', async () => {
    const store = await create()
    const old = await store.acquire('lane', 'a', at(0), 4_000)
    const anew = await store.acquire('lane', 'a', at(5), 4_000)
    expect(old && (await store.renew(old, at(6), 4_000))).toBeNull()
    expect(anew && (await store.renew(anew, at(6), 4_000))).toMatchObject({ token: 2 })
  })

  it('does not release what is no longer ours', async () => {
    const store = await create()
    const old = await store.acquire('lane', 'a', at(0), 4_000)
    await store.acquire('lane', 'b', at(5), 4_000)
    if (old) await store.release(old)
    expect(await store.acquire('lane', 'c', at(6), 4_000)).toBeNull()
    const stale = await store.acquire('lane', 'b', at(6), 4_000)
    if (stale) await store.release({ ...stale, token: stale.token - 1 })
    expect(await store.acquire('lane', 'c', at(6), 4_000)).toBeNull()
  })

  it('has one winner when many ask at once', async () => {
    const target = await newTarget()
    const stores = await Promise.all(
      [0, 1, 2].map(async () => createLeaseStore(await open(target))),
    )
    const owners = Array.from({ length: 30 }, (_, i) => `owner ${i}`)
    const leases = await Promise.all(
      owners.map(async (owner, i) => stores[i % 3]?.acquire('lane', owner, at(0), 4_000)),
    )
    expect(leases.filter(Boolean)).toHaveLength(1)
  })
})
