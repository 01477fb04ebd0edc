import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openDatabase } from '../../adapters/sql/index.ts'
import { systemClock } from '../../core/index.ts'
import { itemsOf, procedure, roundOf, serviceOn } from '../support/records.ts'

const CHILD = fileURLToPath(new URL('../support/import-child.ts', import.meta.url))
const KILLS = 50

/** Numbers from 0 to 1 that are the same in every run. */
function seededNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** What a database would answer from: how many entries, and a hash over all of them. */
interface Content {
  count: number
  hash: string
}
const contentOf = (records: readonly Readonly<Record<string, unknown>>[]): Content => {
  const lines = records.map(({ code, name, steps }) => [code, name, steps].join('|')).toSorted()
  return { count: lines.length, hash: createHash('sha256').update(lines.join('\n')).digest('hex') }
}

/** Lays records over others by their codes, as an import does. */
function overlay<T extends { code: string }>(before: readonly T[], after: readonly T[]): T[] {
  return [...new Map([...before, ...after].map((record) => [record.code, record])).values()]
}

async function start(file: string, round: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [CHILD, file, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [first] = (await once(child.stdout ?? child, 'data')) as [Buffer]
  expect(first.toString()).toContain('ready')
  return child
}

test(`kill -9 at ${KILLS} points of import and publish: the old revision or the new one, whole`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cchc-kill-'))
  try {
    const file = join(folder, 'cchc.sqlite')
    await once(await start(file, 0), 'exit')
    const whole = await start(file, KILLS + 1)
    const startedAt = performance.now()
    await once(whole, 'exit')
    const importMs = Math.round(performance.now() - startedAt)
    let current = overlay(roundOf(0), roundOf(KILLS + 1))

    const random = seededNumbers(20261121)
    // Follows the machine's speed, so that about every fourth kill comes after the publish.
    let latestMs = importMs * 1.3
    const seen = { old: 0, new: 0, running: 0 }
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const child = await start(file, kill)
      await systemClock.sleep(random() * latestMs)
      if (child.exitCode === null) seen.running += 1
      const ended = child.exitCode === null ? once(child, 'exit') : Promise.resolve()
      child.kill('SIGKILL')
      await ended

      const database = await openDatabase({ kind: 'sqlite', file }, { clock: systemClock })
      const { revisions, store } = serviceOn(database)
      const found = contentOf(await revisions.export())
      const [old, next] = [current, overlay(current, roundOf(kill))]
      const isNew = found.hash === contentOf(next).hash
      expect(found).toEqual(contentOf(isNew ? next : old))
      seen[isNew ? 'new' : 'old'] += 1
      latestMs *= isNew ? 0.86 : 1.05

      const marker = [procedure(9_000, { steps: `sau lần ${kill}` })]
      const report = await revisions.import(itemsOf(marker), { label: 'after', publish: true })
      expect(report).toMatchObject({ read: 1, rejected: [], draft: null })
      current = overlay(isNew ? next : old, marker)
      expect(contentOf(await revisions.export())).toEqual(contentOf(current))
      await store.prune(new Date(systemClock.now().getTime() + 1_000).toISOString())
      expect((await revisions.history(500)).every(({ state }) => state === 'published')).toBe(true)
      await database.close()
    }
    console.log('kills', { ...seen, importMs })
    expect(seen.running).toBeGreaterThan(KILLS / 2)
    expect(Math.min(seen.old, seen.new)).toBeGreaterThan(0)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
