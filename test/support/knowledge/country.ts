import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createFileReader } from '../../../adapters/files/index.ts'
import {
  normalise,
  parseOutOfScope,
  parseQuestions,
  toEntry,
  type Entry,
  type LabelledQuestion,
} from '../../../knowledge/index.ts'

/** Records of the whole country and labelled questions lie beside the repository, where they are at all. */
const file = (name: string): string =>
  fileURLToPath(new URL(`../../../../shared/data/${name}`, import.meta.url))

export const hasCountry = existsSync(file('questions-dev.jsonl'))

/** All procedures of the country as entries. */
export async function readCountry(): Promise<Entry[]> {
  const entries = new Map<string, Entry>()
  for await (const item of createFileReader()([file('procedures.jsonl.gz')])) {
    const normal = 'raw' in item ? normalise(item) : null
    if (normal === null || !('record' in normal) || entries.has(normal.id)) continue
    entries.set(normal.id, toEntry(normal.record))
  }
  return [...entries.values()]
}

export const readQuestions = (): LabelledQuestion[] =>
  parseQuestions(readFileSync(file('questions-dev.jsonl'), 'utf8'), 'questions-dev.jsonl')

export const readOutOfScope = (): string[] =>
  parseOutOfScope(readFileSync(file('out-of-scope-dev.jsonl'), 'utf8'), 'out-of-scope-dev.jsonl')
