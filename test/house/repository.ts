import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Root of the repository that is checked: the one that holds this test, also in a copy of it. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export const ROOMS = ['core', 'knowledge', 'desk', 'jobs', 'bot', 'adapters'] as const

const ignored = readFileSync(`${ROOT}.gitignore`, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => toPattern(line.replace(/\/$/, '')))

/** A line of `.gitignore` without slashes inside: a name, perhaps with stars. */
function toPattern(line: string): RegExp {
  const escaped = line.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
  return new RegExp(`^${escaped}$`)
}

/** Every file that git would keep, relative to the root, with `/`; works without git. */
function walk(folder: string): string[] {
  return readdirSync(`${ROOT}${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const isIgnored = entry.name === '.git' || ignored.some((pattern) => pattern.test(entry.name))
    if (isIgnored) return []
    const path = `${folder}${entry.name}`
    return entry.isDirectory() ? walk(`${path}/`) : entry.isFile() ? [path] : []
  })
}

export const allFiles: readonly string[] = walk('').toSorted()

export const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8')

/** What runs: TypeScript of the rooms and the root, JavaScript of the pages; not tests, not tool configuration. */
export const programFiles: readonly string[] = allFiles.filter(
  (path) => /\.[jt]s$/.test(path) && !path.startsWith('test/') && !path.endsWith('.config.ts'),
)

/** The room of a path (`bot/x.ts` → `bot`), null for files of the root and others. */
export const roomOf = (path: string): string | null =>
  ROOMS.find((room) => path.startsWith(`${room}/`)) ?? null

/** JavaScript that runs in the reader's browser, where the clock of the reader is the right one. */
export const isBrowserCode = (path: string): boolean => path.startsWith('adapters/web/public/')
