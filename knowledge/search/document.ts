import { EMPTY_UNIT, fillUnit } from '../../core/index.ts'
import type { Entry } from '../entry.ts'

/** What search needs of an entry; the index holds it by position. */
export interface SearchDocument {
  id: string
  title: string
  /** Everyday keywords; a portal's list of them is no more than a hint. */
  aliases: readonly string[]
  /** Short title and whole questions, written by people for just this entry. */
  phrases: readonly string[]
  /** All other text, longest fields last. */
  text: readonly string[]
  isProcedure: boolean
  isAtCommune: boolean
  isOnlyAtMinistry: boolean
}

const COMMUNE = /xã/iu
const MINISTRY_ONLY = /^\s*cấp bộ\s*$/iu

/** The searchable side of an entry. */
export function toSearchDocument(entry: Entry): SearchDocument {
  const values = Object.values(entry.values).flatMap((list) =>
    (list ?? []).map((v) => fillUnit(v.text, EMPTY_UNIT)),
  )
  const short = entry.shortTitle === entry.title ? [] : [entry.shortTitle]
  return {
    id: entry.id,
    title: entry.title,
    aliases: entry.keywords,
    // titles other than those of procedures are everyday words, often a whole question
    phrases: [...(entry.kind === 'procedure' ? [] : [entry.title]), ...short, ...entry.questions],
    text: [
      entry.field ?? '',
      entry.agency ?? '',
      entry.audience ?? '',
      ...values,
      fillUnit(entry.text, EMPTY_UNIT),
    ],
    isProcedure: entry.kind === 'procedure',
    // Guides and the like are written for citizens: they count as near as what the commune does.
    isAtCommune: entry.kind !== 'procedure' || COMMUNE.test(entry.level ?? ''),
    isOnlyAtMinistry: MINISTRY_ONLY.test(entry.level ?? ''),
  }
}
