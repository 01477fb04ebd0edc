import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const SUFFIX = '.index'

/** A built index on disk; `name` starts with the number of its revision. */
export interface SnapshotFile {
  name: string
  revision: number
  bytes: number
  savedAt: string
}

/**
 * Keeps built search indexes as files in one folder of the data folder. A file is written under another
 * name and then renamed, so that a half-written one is never read.
 */
export function createSnapshotFolder(folder: string) {
  const path = (name: string): string => join(folder, `${name}${SUFFIX}`)
  return {
    load: async (name: string): Promise<Uint8Array | null> => {
      try {
        return await readFile(path(name))
      } catch {
        return null
      }
    },
    save: async (name: string, bytes: Uint8Array): Promise<void> => {
      await mkdir(folder, { recursive: true })
      const part = `${path(name)}.${process.pid}.part`
      await writeFile(part, bytes)
      await rename(part, path(name))
    },
    list: async (): Promise<SnapshotFile[]> => {
      const names = await readdir(folder).catch(() => [])
      const files = names.filter((name) => name.endsWith(SUFFIX))
      const found = await Promise.all(files.map((file) => describe(folder, file)))
      return found.filter((file) => file !== null)
    },
    remove: (name: string): Promise<void> => rm(path(name), { force: true }),
  }
}

/** Null when another process removed the file meanwhile. */
async function describe(folder: string, file: string): Promise<SnapshotFile | null> {
  const found = await stat(join(folder, file)).catch(() => null)
  if (found === null) return null
  const { size, mtime } = found
  const name = file.slice(0, -SUFFIX.length)
  return {
    name,
    revision: Number.parseInt(name, 10) || 0,
    bytes: size,
    savedAt: mtime.toISOString(),
  }
}
