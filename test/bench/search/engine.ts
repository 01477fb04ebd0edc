import type { Entry } from '../../../knowledge/index.ts'

/** How many results an engine gives: the depth of MRR@10. */
export const DEPTH = 10

/** A search engine with the settings under which it is measured. */
export interface Engine {
  name: string
  /** Its settings in one line, for the notes under the table. */
  settings: string
  /** From entries to ready for questions: folding and splitting the texts is part of it, for every engine. */
  build(entries: readonly Entry[]): BuiltEngine
}

/** An engine that holds all entries. */
export interface BuiltEngine {
  /** Ids of at most `DEPTH` entries, best first, for a question as typed. */
  search(question: string): string[]
  /** Bytes of the index alone; null where only the growth of the heap tells. */
  indexBytes: number | null
  /** Bytes that V8 does not see (SQLite's own). */
  foreignBytes: number
  close(): void
}
