import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const SUFFIX = '.index'
/** A file being written: `<name>.index.<process id>.part`. */
const PART = /\.index\.(\d+)\.part$/

/** A built index on disk; `name` starts with the number of its revision. */
export interface SnapshotFile {
  name: string
  revision: number
  bytes: number
  savedAt: string
}

/**
 * Keeps built search indexes as files in one folder of the data folder. A file is written under another
 * name, forced to the disk and then renamed, so that a half-written one is never read, also after a power cut.
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
    /** Also removes what other processes began to write and did not live to finish. */
    save: async (name: string, bytes: Uint8Array): Promise<void> => {
      await mkdir(folder, { recursive: true })
      await removeLeftOvers(folder)
      const part = `${path(name)}.${process.pid}.part`
      try {
        await writeThrough(part, bytes)
        await rename(part, path(name))
      } catch (error) {
        // on a full disk the half of a file would keep it full
        await rm(part, { force: true })
        throw error
      }
      await syncFolder(dirname(part))
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

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes the new name last; some systems cannot do that for folders, and need not. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  try {
    await handle?.sync().catch(() => {})
  } finally {
    await handle?.close()
  }
}

async function removeLeftOvers(folder: string): Promise<void> {
  for (const file of await readdir(folder)) {
    const pid = Number(PART.exec(file)?.[1])
    if (Number.isInteger(pid) && pid !== process.pid && !isAlive(pid)) {
      await rm(join(folder, file), { force: true })
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // a process of somebody else is alive, too
    return (error as NodeJS.ErrnoException).code === 'EPERM'
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
