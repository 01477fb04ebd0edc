import type { Entry } from '../entry.ts'

/** What search needs of an entry; the index holds it by position. */
export interface SearchDocument {
  id: string
  title: string
  /** Short title, everyday keywords, whole questions. */
  aliases: readonly string[]
  /** All other text, longest fields last. */
  text: readonly string[]
  isAtCommune: boolean
  isOnlyAtMinistry: boolean
}

const COMMUNE = /xã/iu
const MINISTRY_ONLY = /^\s*cấp bộ\s*$/iu

/** The searchable side of an entry. */
export function toSearchDocument(entry: Entry): SearchDocument {
  const values = Object.values(entry.values).flatMap((list) => (list ?? []).map((v) => v.text))
  const short = entry.shortTitle === entry.title ? [] : [entry.shortTitle]
  return {
    id: entry.id,
    title: entry.title,
    aliases: [...short, ...entry.keywords, ...entry.questions],
    text: [entry.field ?? '', entry.agency ?? '', entry.audience ?? '', ...values, entry.text],
    isAtCommune: COMMUNE.test(entry.level ?? ''),
    isOnlyAtMinistry: MINISTRY_ONLY.test(entry.level ?? ''),
  }
}
