import type { Database } from './schema.ts'

export type TableName = Exclude<keyof Database, 'schema_migrations'>

/** Every table of data with its primary key; a table comes after those that it refers to. */
export const TABLES: Readonly<Record<TableName, readonly string[]>> = {
  meta: ['key'],
  leases: ['name'],
  job_runs: ['job', 'slot'],
  entry_versions: ['id'],
  revisions: ['id'],
  revision_entries: ['revision_id', 'entry_id'],
  sessions: ['channel', 'conversation_id'],
  inbox: ['id'],
  replies: ['id'],
  asked_questions: ['id'],
  ratings: ['question_id'],
}

export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[]
