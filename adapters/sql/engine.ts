import type { Kysely } from 'kysely'
import type { Clock } from '../../core/index.ts'
import type { Database } from './schema.ts'

/** Where the data is kept. */
export type DatabaseTarget = { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string }

/** In what the two databases differ, as data; nothing else asks which of them it talks to. */
export interface Profile {
  kind: DatabaseTarget['kind']
  /** The column type whose order is the order of UTF-8 bytes. */
  textType: string
  /** Gives one row with a `name` when there is a history of migrations already, else none or null. */
  findHistory: string
  /** Run first in a migration's transaction where starting one does not already exclude everybody else. */
  migrationLock: string | null
}

/** A database before it is migrated. */
export interface Engine {
  profile: Profile
  kysely: Kysely<Database>
  /** For people and logs: never holds a password. */
  place: string
  /** A second way in whose read transaction keeps nobody waiting; the caller destroys it. */
  openReader(): Kysely<Database>
}

export interface EngineOptions {
  clock: Clock
  /** Told when an idle connection breaks; the next statement opens a new one. */
  onConnectionLost?: (error: Error) => void
}
