import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReadFiles, ShippedContent } from '../../knowledge/index.ts'

/** The folder of entries that came with the program: its hash, over names and bytes, and its records. */
export function createShippedFolder(folder: string, readFiles: ReadFiles): ShippedContent {
  return {
    async hash() {
      const hash = createHash('sha256')
      const entries = await readdir(folder, { withFileTypes: true, recursive: true })
      const paths = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
      for (const path of paths.toSorted()) {
        const bytes = await readFile(path)
        const name = path.slice(folder.length).replaceAll('\\', '/')
        hash.update(`${name}\n${bytes.length}\n`).update(bytes)
      }
      return hash.digest('hex')
    },
    items: () => readFiles([folder]),
  }
}
