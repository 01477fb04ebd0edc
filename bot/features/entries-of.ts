import type { Entry } from '../../knowledge/index.ts'
import type { Turn } from '../turn.ts'

/** Entries that still exist, in the order of the identifiers. */
export const entriesOf = ({ knowledge }: Turn, ids: readonly string[]): Entry[] =>
  ids.flatMap((id) => knowledge.find(id) ?? [])
