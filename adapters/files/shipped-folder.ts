import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Failure, toError } from '../../core/index.ts'
import type { ReadFiles, ShippedContent } from '../../knowledge/index.ts'
import { wording } from './wording.ts'

/** Entries ship as Markdown or records; what else lies in the folder (lexicon, calendar) is read by others. */
const ENTRY_FILE = /\.(md|json|jsonl|jsonl\.gz)$/

/**
 * The entries that came with the program: a hash over names and bytes of their files, and their records.
 * Both throw Failure `input` when the folder cannot be read.
 */
export function createShippedFolder(folder: string, readFiles: ReadFiles): ShippedContent {
  const list = async (): Promise<string[]> => {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(
      (cause: unknown) => {
        throw new Failure('input', wording.badDataFile(folder, toError(cause).message), { cause })
      },
    )
    return entries
      .filter((entry) => entry.isFile() && ENTRY_FILE.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
  }
  /** `/guides/x.md`: what two copies of the program have in common. */
  const nameOf = (path: string): string => path.slice(folder.length).replaceAll('\\', '/')
  return {
    async hash() {
      const hash = createHash('sha256')
      for (const path of await list()) {
        const bytes = await readFile(path)
        hash.update(`${nameOf(path)}\n${bytes.length}\n`).update(bytes)
      }
      return hash.digest('hex')
    },
    async *items() {
      for (const path of await list()) {
        for await (const item of readFiles([path]))
          yield { ...item, file: basename(folder) + nameOf(path) }
      }
    },
  }
}
