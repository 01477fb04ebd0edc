import type { Entry } from '../../knowledge/index.ts'
import type { Turn } from '../turn.ts'

/** An entry near another one, and what the other one calls it; empty when it has no name for it. */
export interface Neighbour {
  entry: Entry
  label: string
}

/** What an entry is related to, then what else was found for the question that led to it. */
export function neighboursOf({ knowledge, session }: Turn, last: Entry): Neighbour[] {
  const related = last.related.map(({ entryId, label }) => ({ id: entryId, label }))
  const others = session.otherIds.map((id) => ({ id, label: '' }))
  const seen = new Set([last.id])
  return [...related, ...others].flatMap(({ id, label }) => {
    const entry = seen.has(id) ? null : knowledge.find(id)
    seen.add(id)
    return entry === null || entry.isRepealed ? [] : [{ entry, label }]
  })
}

/** The names, hint and keywords of an entry. */
export const wordsAbout = ({ title, shortTitle, buttonLabel, hint, keywords }: Entry): string =>
  [title, shortTitle, buttonLabel ?? '', hint ?? '', ...keywords].join(' | ')
