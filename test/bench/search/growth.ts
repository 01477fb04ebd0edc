import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Latency } from './metrics.ts'

/** Engines whose growth is measured; Fuse.js reads every text for every question, its growth is known. */
export const GROWTH_ENGINES = ['ours', 'MiniSearch', 'SQLite FTS5'] as const
export type GrowthEngine = (typeof GROWTH_ENGINES)[number]

export const SIZES = [1_000, 4_431, 20_000] as const

/** One engine at one size, in a process of its own. */
export interface Growth {
  engine: GrowthEngine
  entries: number
  indexMs: number
  indexBytes: number | null
  memoryBytes: number
  /** Resident set after reading (and multiplying) the entries, and after the questions. */
  rssBefore: number
  rssAfter: number
  latencyMs: Latency
}

export interface GrowthRequest {
  engine: GrowthEngine
  size: number
  /** Each so many-th question is asked. */
  every: number
}

const CHILD = fileURLToPath(new URL('./growth-child.ts', import.meta.url))
const run = promisify(execFile)

/** Measures in a process of its own, so that no heap is left over from another size or engine. */
export async function measureGrowth(request: GrowthRequest): Promise<Growth> {
  const args = ['--max-old-space-size=8192', CHILD, JSON.stringify(request)]
  const { stdout } = await run(process.execPath, args)
  return JSON.parse(stdout) as Growth
}
