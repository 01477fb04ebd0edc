import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose } from '../../compose.ts'
import type { Config } from '../../config.ts'
import type { UnitProfile } from '../../core/index.ts'
import type { RatingCount } from '../../desk/index.ts'

/** The whole program, served from a data folder of its own. */
export interface ServedApp {
  url: string
  dataFolder: string
  /** How citizens rated the answers so far. */
  ratings(): Promise<readonly RatingCount[]>
  /** Fills in the unit, as its administrator does. */
  setUnit(unit: UnitProfile): Promise<void>
  /** Opens the page on which the unit is filled in. */
  setupCode(): Promise<string>
  /** Stops it; the data folder goes when the one that made it stops. */
  stop(): Promise<void>
}

/**
 * @param dataFolder of another served app, to be a second process on the same data
 * @param change settings that differ from the usual ones
 */
export async function serveApp(
  dataFolder?: string,
  change: Partial<Config> = {},
): Promise<ServedApp> {
  const folder = dataFolder ?? (await mkdtemp(join(tmpdir(), 'cchc-web-')))
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    dataFolder: folder,
    programFolder: import.meta.dirname,
    contentFolder: join(import.meta.dirname, '../../content'),
    store: { kind: 'sqlite', file: join(folder, 'cchc.sqlite') },
    trustedProxies: [],
    frameAncestors: [],
    unitName: 'UBND xã Kỳ Anh, tỉnh Hà Tĩnh',
    logLevel: 'silent',
    questionRetentionDays: 90,
    ...change,
  }
  const composition = compose(() => config)
  const { url } = await composition.serve()
  return {
    url,
    dataFolder: folder,
    ratings: async () => (await composition.app()).desk.ratings(10),
    setUnit: async (unit) => (await composition.app()).unit.save(unit),
    setupCode: async () => (await composition.app()).setupCodes.current(),
    async stop() {
      await composition.close()
      if (dataFolder === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}
