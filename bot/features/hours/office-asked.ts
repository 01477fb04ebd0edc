import { foldText } from '../../../core/index.ts'
import type { OfficeKind } from '../../../core/index.ts'
import { currentValue } from '../../../knowledge/index.ts'
import type { Entry } from '../../../knowledge/index.ts'
import type { Turn } from '../../turn.ts'

/** What people call the three places, folded. */
const NAMES: readonly (readonly [OfficeKind, RegExp])[] = [
  ['police', /\b(?:cong an|ca xa|ca phuong)\b/],
  ['center', /\b(?:trung tam|mot cua|1 cua|hanh chinh cong|ttpvhcc|bo phan tiep nhan)\b/],
  ['committee', /\b(?:uy ban|ubnd|tru so)\b/],
]

/** The office that a text names; null when it names none. */
export const officeNamed = (folded: string): OfficeKind | null =>
  NAMES.find(([, pattern]) => pattern.test(folded))?.[0] ?? null

/** The office that a text names, else the one of what is talked about, else the one-stop office. */
export function officeAsked(folded: string, { session, knowledge, day }: Turn): OfficeKind {
  const named = officeNamed(folded)
  if (named !== null) return named
  const entry = session.entryId === null ? null : knowledge.find(session.entryId)
  return (entry === null ? null : officeOf(entry, day)) ?? 'center'
}

/** Where an entry is handed in; null when it is at none of the commune's places. */
function officeOf(entry: Entry, day: string): OfficeKind | null {
  const place = currentValue(entry, 'place_hours', day)
  return officeNamed(foldText(place?.short ?? place?.text ?? entry.agency ?? ''))
}
