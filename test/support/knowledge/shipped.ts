import { fileURLToPath } from 'node:url'
import {
  createFileReader,
  createShippedFolder,
  readLexiconFolder,
} from '../../../adapters/files/index.ts'
import {
  buildIndex,
  compileLexicon,
  createKnowledge,
  normalise,
  toEntry,
  toSearchDocument,
  type Entry,
  type EntryRecord,
  type Knowledge,
  type Lexicon,
} from '../../../knowledge/index.ts'

const CONTENT = fileURLToPath(new URL('../../../content/', import.meta.url))

/** The day on which the shipped content was written. */
export const TODAY = '2026-11-21'

export const shippedLexicon = async (): Promise<Lexicon> =>
  compileLexicon(await readLexiconFolder(`${CONTENT}lexicon`))

/** The entries of the shipped content, read and normalised as the program does. */
export const shippedEntries = async (): Promise<Entry[]> => (await shippedRecords()).map(toEntry)

export async function shippedRecords(): Promise<EntryRecord[]> {
  const records: EntryRecord[] = []
  for await (const item of createShippedFolder(CONTENT, createFileReader()).items()) {
    if (!('raw' in item)) throw new Error(`${item.file}: ${item.problem}`)
    const normal = normalise(item)
    if ('problems' in normal) throw new Error(`${item.file}: ${JSON.stringify(normal.problems)}`)
    records.push(normal.record)
  }
  return records
}

/** Knowledge of the given entries with the shipped lexicon. */
export const knowledgeOf = (entries: readonly Entry[], lexicon: Lexicon, revision = 1): Knowledge =>
  createKnowledge(revision, entries, buildIndex(entries.map(toSearchDocument)), lexicon)
