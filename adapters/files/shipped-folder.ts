import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReadFiles, ShippedContent } from '../../knowledge/index.ts'

/** Entries ship as Markdown or records; what else lies in the folder (lexicon, calendar) is read by others. */
const ENTRY_FILE = /\.(md|json|jsonl|jsonl\.gz)$/

/** The entries that came with the program: a hash over names and bytes of their files, and their records. */
export function createShippedFolder(folder: string, readFiles: ReadFiles): ShippedContent {
  const list = async (): Promise<string[]> => {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true })
    return entries
      .filter((entry) => entry.isFile() && ENTRY_FILE.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
  }
  return {
    async hash() {
      const hash = createHash('sha256')
      for (const path of await list()) {
        const bytes = await readFile(path)
        const name = path.slice(folder.length).replaceAll('\\', '/')
        hash.update(`${name}\n${bytes.length}\n`).update(bytes)
      }
      return hash.digest('hex')
    },
    async *items() {
      yield* readFiles(await list())
    },
  }
}
