import type { LocalDate } from '../../core/index.ts'
import type { Aspect, Entry } from '../entry.ts'
import type { AnalysedQuestion } from '../search/analyse-question.ts'
import type { QueryToken } from '../search/query-token.ts'
import type { Ranked } from '../search/rank.ts'
import type { Search } from '../search/search.ts'
import type { Answer, Candidate, NoAnswerReason } from './answer.ts'
import { FEATURE, scoreLinear } from '../search/weights.ts'
import { coverageOf, lacksRareWord } from '../search/coverage.ts'
import type { EverydayRow } from '../search/lexicon.ts'
import { confidenceFeatures, CONFIDENCE_WEIGHTS, RELEVANCE_WEIGHTS } from './confidence.ts'

/** Answer when the first place is right with this probability; below it ask back. */
const ANSWER_FROM = 0.65
/** Two candidates that are close are asked about, however well both fit. */
export const ALONE_FROM = 0.6
/** Offer choices when one of the first four is right with this probability; below it say that nothing is known. */
const CHOOSE_FROM = 0.3
/** A choice is offered only when it is at least this likely against the first one. */
const CHOICE_SHARE = 0.06
/** A question kept with the entry that says this share of what was asked is the question. */
const WRITTEN_FROM = 0.9
/** How far ahead (in ranking points) such a document is put. */
const WRITTEN_LEAD = 3
/** Probability of an entry that has the question written down, where ranking would put another first. */
const WRITTEN_SCORE = 0.95
/** A document is named when the question says this share of its name. */
const NAMED_FROM = 0.6
/** Shares of the name and of the question from which one says the other. */
const SAID_FROM = 0.85
/** An entry is about a thing when it holds this share of the pairs in its name. */
const HELD_FROM = 0.6
const MAX_CHOICES = 4
const MAX_CANDIDATES = 10
/** Of the words, this share must be syllables that we know for the text to count as Vietnamese. */
const VIETNAMESE_FROM = 0.5

/** What the decision needs besides the question. */
export interface DecideContext {
  search: Search
  entryAt(doc: number): Entry | undefined
  find(idOrCode: string): Entry | null
  /** The entry that has just this question written down. */
  written: Entry | null
  day: LocalDate
}

/** Decides between answering, asking back and saying that it is not known. Pure. */
export function decide(question: AnalysedQuestion, context: DecideContext): Answer {
  const { aspects } = question
  const coded = findWrittenCode(question, context)
  if (coded !== null) return coded
  const ranked = putWrittenFirst(rankCurrent(question, context))
  const found = toCandidates(ranked, context)
  const written = context.written === null ? null : successorOf(context.written, context)
  const candidates = written === null ? found : withFirst(written, found)
  const none = (reason: NoAnswerReason): Answer => ({
    outcome: 'none',
    reason,
    aspects,
    candidates,
  })
  const answer = (entry: Entry): Answer => ({
    outcome: 'answer',
    entry,
    aspects,
    candidates,
    replacedCode: null,
  })
  if (written !== null) return answer(written)
  if (question.tokens.length === 0) return none('empty')
  const [first] = candidates
  // one word alone is said by many questions: only all of them, word for word, is the same
  const isWritten = phraseOf(ranked[0]) >= WRITTEN_FROM && question.contentCount > 1
  if (first !== undefined && isWritten) return answer(first.entry)
  if (question.localData !== null) {
    const about = { name: question.localData, code: null }
    return { outcome: 'none', reason: 'no_local_data', subject: about, aspects, candidates }
  }
  if (question.isOutOfScope) return none('out_of_scope')
  if (question.vietnameseShare < VIETNAMESE_FROM) return none('foreign_language')
  if (first === undefined) return none('not_found')
  if (question.contentCount === 0 && !question.everyday.some(({ codes }) => codes.length > 0))
    return none('not_found')
  const subject = subjectNotHeld(question, context)
  if (subject !== null) return { outcome: 'none', reason: 'not_held', subject, aspects, candidates }
  const asked = isNamed(ranked[0]) ? null : choicesOfLexicon(question, context, candidates)
  if (asked !== null) return { outcome: 'choose', choices: asked, aspects, candidates }
  if (isJustMeant(question, first.entry)) return answer(first.entry)
  const features = confidenceFeatures(context.search.index, question, ranked)
  const isAlone = first.score >= ALONE_FROM
  const isAbout = isAboutQuestion(question, ranked[0], context)
  if (isAlone && isAbout && probability(features, CONFIDENCE_WEIGHTS) >= ANSWER_FROM) {
    return answer(first.entry)
  }
  const choices = candidates
    .filter((c, at) => at < 2 || c.score >= CHOICE_SHARE * first.score)
    .slice(0, MAX_CHOICES)
  const isNear = probability(features, RELEVANCE_WEIGHTS) >= CHOOSE_FROM
  if (!isNear || choices.length < 2) return none('not_found')
  return { outcome: 'choose', choices, aspects, candidates }
}

/** The entry before all others, nearly as sure as can be; the others share what is left. */
function withFirst(entry: Entry, candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates[0]?.entry.id === entry.id) return candidates
  const others = candidates
    .filter((other) => other.entry.id !== entry.id)
    .map((other) => ({ ...other, score: other.score * (1 - WRITTEN_SCORE) }))
  return [{ entry, score: WRITTEN_SCORE }, ...others].slice(0, MAX_CANDIDATES)
}

/** The question says the whole name, and little else. */
const isNamed = (first: Ranked | undefined): boolean =>
  [FEATURE.nameShare, FEATURE.questionShare].every((at) => (first?.features[at] ?? 0) >= SAID_FROM)

/** Either its name is said, or nothing that is said is foreign to it. */
function isAboutQuestion(
  question: AnalysedQuestion,
  first: Ranked | undefined,
  { search: { index }, entryAt }: DecideContext,
): boolean {
  if (first === undefined) return false
  const entry = entryAt(first.doc)
  const tokens = entry === undefined ? question.tokens : unexplained(question, entry)
  return (
    (first.features[FEATURE.nameShare] ?? 0) >= NAMED_FROM ||
    !lacksRareWord(index, first.doc, tokens)
  )
}

/** The lexicon reads all that carries meaning as this entry and no other: "hồ sơ trễ hẹn 5 bữa rồi mà im ru". */
function isJustMeant(question: AnalysedQuestion, entry: Entry): boolean {
  const { everydayAt } = question
  const isOnly = everydayAt.every(
    ({ row: { codes, ask } }) =>
      !ask && codes.length === 1 && (codes[0] === entry.id || codes[0] === entry.code),
  )
  return (
    everydayAt.length > 0 &&
    isOnly &&
    unexplained(question, entry).every(({ weight }) => weight < 1)
  )
}

/** The words, without those that the lexicon reads as just this entry, where they are most of what is said. */
function unexplained(
  { tokens, everydayAt }: AnalysedQuestion,
  entry: Entry,
): readonly QueryToken[] {
  const isMeant = everydayAt.every(({ row: { codes } }) =>
    codes.some((code) => code === entry.id || code === entry.code),
  )
  if (!isMeant) return tokens
  const rest = tokens.filter(
    (_, at) => !everydayAt.some(({ start, end }) => start <= at && at < end),
  )
  const count = (list: readonly QueryToken[]): number =>
    list.filter(({ weight }) => weight === 1).length
  return count(rest) * 2 <= count(tokens) ? rest : tokens
}

const phraseOf = (ranked: Ranked | undefined): number => ranked?.features[FEATURE.phrase] ?? 0

/** A document for which people wrote just this question comes before all others. */
function putWrittenFirst(ranked: readonly Ranked[]): readonly Ranked[] {
  const best = Math.max(0, ...ranked.map(phraseOf))
  const written = best < WRITTEN_FROM ? undefined : ranked.find((one) => phraseOf(one) === best)
  if (written === undefined || written === ranked[0]) return ranked
  const score = (ranked[0]?.score ?? 0) + WRITTEN_LEAD
  return [{ ...written, score }, ...ranked.filter((one) => one !== written)]
}

/** What the lexicon knows by name although no entry is held of it; null when an entry may be meant. */
function subjectNotHeld(
  { everyday }: AnalysedQuestion,
  context: DecideContext,
): { name: string; code: string | null } | null {
  const named = everyday.filter(({ codes, isOutOfScope }) => codes.length > 0 || isOutOfScope)
  if (named.some((row) => isHeld(row, context))) return null
  const [row] = named
  const [name] = row?.means ?? []
  return name === undefined ? null : { name, code: row?.codes[0] ?? null }
}

/** By its codes; what has none in the lexicon is held when some entry speaks of most of its name. */
function isHeld({ codes, means }: EverydayRow, { find, search }: DecideContext): boolean {
  if (codes.length > 0) return codes.some((code) => find(code) !== null)
  const name = search.analyse(means[0] ?? '')
  const [best] = search.rank(name)
  return best !== undefined && coverageOf(search.index, best.doc, name.tokens).pairs >= HELD_FROM
}

const probability = (features: readonly number[], weights: readonly number[]): number =>
  1 / (1 + Math.exp(-scoreLinear(features, weights)))

/** A code written in the question names the procedure outright, also an old code that was replaced. */
function findWrittenCode(question: AnalysedQuestion, context: DecideContext): Answer | null {
  const aspects: readonly Aspect[] = question.aspects
  for (const code of question.codes) {
    const entry = context.find(code)
    if (entry === null) continue
    const current = successorOf(entry, context) ?? entry
    const replacedCode = current.code === code || current.id === code ? null : code
    const candidates = [{ entry: current, score: 1 }]
    return { outcome: 'answer', entry: current, aspects, candidates, replacedCode }
  }
  return null
}

/** An entry that no longer holds on `day`, or that another one has replaced without a date. */
const isEnded = ({ isRepealed, replacedBy, validTo }: Entry, day: LocalDate): boolean =>
  isRepealed || (validTo === null ? replacedBy !== null : validTo < day)

/** The entry itself while it holds, else what replaced it, step by step; null when nothing did. */
function successorOf(entry: Entry, { find, day }: DecideContext): Entry | null {
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
const rankCurrent = (question: AnalysedQuestion, context: DecideContext): Ranked[] =>
  context.search.rank(question).filter(({ doc }) => currentAt(doc, context) !== null)

function currentAt(doc: number, context: DecideContext): Entry | null {
  const entry = context.entryAt(doc)
  return entry === undefined ? null : successorOf(entry, context)
}

/** Ranked documents as candidates, those that ended as what replaced them. */
function toCandidates(ranked: readonly Ranked[], context: DecideContext): Candidate[] {
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

/** Words that the lexicon marks as fitting several procedures, with nothing else that decides: ask back. */
function choicesOfLexicon(
  question: AnalysedQuestion,
  context: DecideContext,
  candidates: readonly Candidate[],
): Candidate[] | null {
  const row = question.everyday.find(({ ask, codes }) => ask && codes.length > 1)
  if (row === undefined || question.everyday.length > 1) return null
  const choices = row.codes.flatMap((code) => {
    const found = context.find(code)
    const entry = found === null ? null : successorOf(found, context)
    if (entry === null) return []
    return [candidates.find((c) => c.entry.id === entry.id) ?? { entry, score: 0 }]
  })
  return choices.length < 2 ? null : choices.slice(0, MAX_CHOICES)
}
