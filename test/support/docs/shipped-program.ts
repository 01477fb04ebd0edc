import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose } from '../../../compose.ts'
import { readConfig } from '../../../config.ts'
import { systemClock } from '../../../core/index.ts'

/** The day on which the shipped content was written. */
export const SHIPPED_DAY = '2026-11-21'

/** The whole program on an empty data folder, its clock on the day of the content. */
export async function openShippedProgram() {
  const folder = await mkdtemp(join(tmpdir(), 'cchc-docs-'))
  const clock = { ...systemClock, now: () => new Date(`${SHIPPED_DAY}T03:00:00Z`) }
  const program = compose(() => readConfig(folder), clock)
  return {
    app: await program.app(),
    close: async () => {
      await program.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
