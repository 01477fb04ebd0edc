import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { Failure, toError } from '../../core/index.ts'
import type { ReadFiles, SourceItem } from '../../knowledge/index.ts'
import { readJson, readJsonLines } from './json-file.ts'
import { DEFAULT_LIMITS, type ReadLimits } from './limits.ts'
import { readMarkdown } from './markdown-file.ts'
import { wording } from './wording.ts'

type Reader = (path: string, file: string, limits: ReadLimits) => AsyncIterable<SourceItem>

const READERS: Readonly<Record<string, Reader>> = {
  '.json': readJson,
  '.jsonl': readJsonLines,
  '.ndjson': readJsonLines,
  '.md': readMarkdown,
  '.markdown': readMarkdown,
}
/** Formats that may be packed. */
const PACKED = ['.json', '.jsonl', '.ndjson']

/**
 * Reads files and, in order of their names, everything in folders; names that start with a dot are
 * passed over. A file that cannot be read gives one problem and the others go on.
 */
export function createFileReader(limits: ReadLimits = DEFAULT_LIMITS): ReadFiles {
  return async function* readFiles(paths) {
    const found: { path: string; isFolder: boolean }[] = []
    for (const path of paths) {
      const stats = await stat(path).catch(() => null)
      if (!stats) throw new Failure('input', wording.noSuchPath(path))
      found.push({ path, isFolder: stats.isDirectory() })
    }
    for (const { path, isFolder } of found) {
      if (!isFolder) yield* readFile(path, basename(path), limits)
      else {
        for (const file of await filesIn(path, '')) yield* readFile(join(path, file), file, limits)
      }
    }
  }
}

/** Paths of all files below a folder, relative to it, sorted, with `/`. */
async function filesIn(root: string, below: string): Promise<string[]> {
  const entries = await readdir(join(root, below), { withFileTypes: true })
  const files: string[] = []
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue
    const path = below ? `${below}/${entry.name}` : entry.name
    if (entry.isDirectory()) files.push(...(await filesIn(root, path)))
    else files.push(path)
  }
  return files
}

async function* readFile(
  path: string,
  file: string,
  limits: ReadLimits,
): AsyncGenerator<SourceItem> {
  const isPacked = /\.gz$/i.test(file)
  const extension = extname(isPacked ? file.slice(0, -3) : file).toLowerCase()
  const reader = isPacked && !PACKED.includes(extension) ? undefined : READERS[extension]
  if (!reader) {
    const named = isPacked ? `${extension}.gz` : extension
    yield { file, sheet: null, row: null, problem: wording.unknownFormat(named) }
    return
  }
  try {
    yield* reader(path, file, limits)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    yield { file, sheet: null, row: null, problem: toError(error).message }
  }
}
