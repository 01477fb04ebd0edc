import type { LocalDate } from '../../core/index.ts'
import type { Aspect, Entry } from '../entry.ts'
import type { AnalysedQuestion } from '../search/analyse-question.ts'
import type { Ranked } from '../search/rank.ts'
import type { Candidate } from './answer.ts'
import type { DecideContext } from './decide-context.ts'

const MAX_CANDIDATES = 10

/** An entry that no longer holds on `day`, or that another one has replaced without a date. */
const isEnded = ({ isRepealed, replacedBy, validTo }: Entry, day: LocalDate): boolean =>
  isRepealed || (validTo === null ? replacedBy !== null : validTo < day)

/** The entry itself while it holds, else what replaced it, step by step; null when nothing did. */
export function successorOf(
  entry: Entry,
  { find, day }: Pick<DecideContext, 'find' | 'day'>,
): Entry | null {
  if (!isEnded(entry, day)) return entry
  const seen = new Set<string>()
  let current: Entry | null = entry
  while (current !== null && isEnded(current, day)) {
    seen.add(current.id)
    const next: Entry | null = current.replacedBy === null ? null : find(current.replacedBy)
    current = next !== null && seen.has(next.id) ? null : next
  }
  return current
}

/** Ranked documents of entries that hold, or that something holding has replaced. */
export function rankCurrent(question: AnalysedQuestion, context: DecideContext): Ranked[] {
  const ranked = context.search.rank(question).filter(({ doc }) => currentAt(doc, context) !== null)
  return asksForDealing(question) ? withProcedureFirst(ranked, context) : ranked
}

/** What procedures have and laws have not. */
const DEALING: ReadonlySet<Aspect> = new Set([
  'components',
  'fee',
  'duration',
  'form',
  'online',
  'postal',
  'payment',
])

const asksForDealing = ({ aspects }: AnalysedQuestion): boolean =>
  aspects.some((aspect) => DEALING.has(aspect))

/** A law that is only named beside a procedure (`theo luật hộ tịch`) has no papers and no fee: what comes next is meant. */
function withProcedureFirst(ranked: Ranked[], context: DecideContext): Ranked[] {
  const [first, second] = ranked
  const isLaw = first !== undefined && context.entryAt(first.doc)?.kind === 'legal-document'
  if (!isLaw || second === undefined) return ranked
  if (context.entryAt(second.doc)?.kind !== 'procedure') return ranked
  return [{ ...second, score: first.score }, { ...first, score: second.score }, ...ranked.slice(2)]
}

/** What holds today of the entry of a document. */
export function currentAt(doc: number, context: DecideContext): Entry | null {
  const entry = context.entryAt(doc)
  return entry === undefined ? null : successorOf(entry, context)
}

/** Ranked documents as candidates, those that ended as what replaced them. */
export function toCandidates(ranked: readonly Ranked[], context: DecideContext): Candidate[] {
  const best = ranked[0]?.score ?? 0
  const total = ranked.reduce((sum, { score }) => sum + Math.exp(score - best), 0)
  const candidates = new Map<string, Candidate>()
  for (const { doc, score } of ranked) {
    if (candidates.size >= MAX_CANDIDATES) break
    const entry = currentAt(doc, context)
    if (entry !== null && !candidates.has(entry.id)) {
      candidates.set(entry.id, { entry, score: Math.exp(score - best) / total })
    }
  }
  return [...candidates.values()]
}

/** The entries before all others, sharing `share` of the probability evenly; the others share what is left. */
export function withFirst(
  entries: readonly Entry[],
  share: number,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const first = entries.map((entry) => ({ entry, score: share / entries.length }))
  const others = candidates
    .filter((other) => !entries.some(({ id }) => id === other.entry.id))
    .map((other) => ({ ...other, score: other.score * (1 - share) }))
  return [...first, ...others].slice(0, MAX_CANDIDATES)
}
