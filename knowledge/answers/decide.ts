import type { Entry } from '../entry.ts'
import type { AnalysedQuestion } from '../search/analyse-question.ts'
import { ANSWER_FROM, CONFIDENCE_WEIGHTS, RELEVANCE_WEIGHTS } from '../search/fitted.ts'
import type { Ranked } from '../search/rank.ts'
import { FEATURE, scoreLinear } from '../search/weights.ts'
import type { Candidate, NoAnswerReason } from './answer.ts'
import { answerOfCode } from './code-answer.ts'
import { confidenceFeatures } from './confidence.ts'
import type { DecideContext, Decision } from './decide-context.ts'
import type { Rule, Sureness } from './rules.ts'
import { subjectNotHeld } from './not-held.ts'
import { choicesOfOpenWords, isOpenAlone } from './open-words.ts'
import { rankCurrent, successorOf, toCandidates, withFirst } from './successors.ts'
import { isAboutQuestion, isJustMeant, isNamed } from './sureness.ts'

/** Two candidates that are close are asked about, however well both fit. */
export const ALONE_FROM = 0.6
/** Offer choices when one of the first four is right with this probability; below it say that nothing is known. */
export const CHOOSE_FROM = 0.3
/** What is less likely than this to be among the first four is no answer, however far ahead the first one is. */
const ASK_FROM = 0.5
/** A choice is offered only when it is at least this likely against the first one. */
const CHOICE_SHARE = 0.06
/** A question kept with the entry that says this share of what was asked is the question. */
const WRITTEN_FROM = 0.9
/** How far ahead (in ranking points) such a document is put. */
const WRITTEN_LEAD = 3
/** Probability of what is meant for sure, where ranking would put something else first. */
const WRITTEN_SCORE = 0.95
const MAX_CHOICES = 4
/** Of the words, this share must be syllables that we know for the text to count as Vietnamese. */
const VIETNAMESE_FROM = 0.5
/** Words of our own lexicon show no language when they stand alone: `hk`, `bh`. */
const FEW_WORDS = 2

/** Decides between answering, asking back and saying that it is not known, and tells by which rule. Pure. */
export function decide(question: AnalysedQuestion, context: DecideContext): Decision {
  const written = context.written === null ? null : successorOf(context.written, context)
  const coded = written === null ? answerOfCode(question, context) : null
  if (coded !== null) return { answer: coded, rule: 'code', sureness: null }
  const ranked = putWrittenFirst(rankCurrent(question, context))
  const found = toCandidates(ranked, context)
  if (written !== null) {
    const isFirst = found[0]?.entry.id === written.id
    const candidates = isFirst ? found : withFirst([written], WRITTEN_SCORE, found)
    return answers(question, written, candidates, 'written')
  }
  return (
    beforeLooking(question, ranked, found) ??
    withoutEntry(question, found, context) ??
    byMeaning(question, ranked, found, context) ??
    bySureness(question, ranked, found, context)
  )
}

const answers = (
  { aspects }: AnalysedQuestion,
  entry: Entry,
  candidates: readonly Candidate[],
  rule: Rule,
  sureness: Sureness | null = null,
): Decision => ({
  answer: { outcome: 'answer', entry, aspects, candidates, replacedCode: null },
  rule,
  sureness,
})

const none = (
  { aspects }: AnalysedQuestion,
  reason: NoAnswerReason,
  candidates: readonly Candidate[],
  rule: Rule,
  more: { subject?: { name: string; code: string | null }; sureness?: Sureness } = {},
): Decision => ({
  answer: {
    outcome: 'none',
    reason,
    ...(more.subject === undefined ? {} : { subject: more.subject }),
    aspects,
    candidates,
  },
  rule,
  sureness: more.sureness ?? null,
})

/** What the words alone decide, before it matters how well the first one fits. */
function beforeLooking(
  question: AnalysedQuestion,
  ranked: readonly Ranked[],
  candidates: readonly Candidate[],
): Decision | null {
  if (question.tokens.length === 0) return none(question, 'empty', candidates, 'nothing_asked')
  const [first] = candidates
  // one word alone is said by many questions: only all of them, word for word, is the same
  const isWritten = phraseOf(ranked[0]) >= WRITTEN_FROM && question.contentCount > 1
  if (first !== undefined && isWritten && !isOpenAlone(question)) {
    return answers(question, first.entry, candidates, 'phrase')
  }
  if (question.localData !== null) {
    const subject = { name: question.localData, code: null }
    return none(question, 'no_local_data', candidates, 'local_data', { subject })
  }
  if (question.isOutOfScope) return none(question, 'out_of_scope', candidates, 'punishment')
  return null
}

/** Nothing that an entry could be about. */
function withoutEntry(
  question: AnalysedQuestion,
  candidates: readonly Candidate[],
  context: DecideContext,
): Decision | null {
  const { everyday, words, vietnameseShare, contentCount } = question
  const isOurs = words.length <= FEW_WORDS && (isOpenAlone(question) || everyday.length > 0)
  if (vietnameseShare < VIETNAMESE_FROM && !isOurs) {
    return none(question, 'foreign_language', candidates, 'foreign')
  }
  if (candidates.length === 0 && !isOpenAlone(question)) {
    return none(question, 'not_found', candidates, 'no_candidate')
  }
  const isNothing = contentCount === 0 && !everyday.some(({ codes }) => codes.length > 0)
  if (isNothing && !isOpenAlone(question))
    return none(question, 'not_found', candidates, 'no_content')
  const subject = subjectNotHeld(question, context)
  return subject === null ? null : none(question, 'not_held', candidates, 'not_held', { subject })
}

/** What the lexicon says is meant: several things, or one. */
function byMeaning(
  question: AnalysedQuestion,
  ranked: readonly Ranked[],
  candidates: readonly Candidate[],
  context: DecideContext,
): Decision | null {
  const asked = isNamed(ranked[0]) ? null : choicesOfOpenWords(question, ranked, context)
  if (asked !== null) {
    const { aspects } = question
    const all = withFirst(asked, WRITTEN_SCORE, candidates)
    const choices = all.slice(0, asked.length)
    const answer = { outcome: 'choose', choices, aspects, candidates: all } as const
    return { answer, rule: 'open_words', sureness: null }
  }
  const [first] = candidates
  if (first === undefined) return none(question, 'not_found', candidates, 'no_candidate')
  return isJustMeant(question, first.entry)
    ? answers(question, first.entry, candidates, 'only_meaning')
    : null
}

/** How probable it is that the first one is right, or one of the first four. */
function bySureness(
  question: AnalysedQuestion,
  ranked: readonly Ranked[],
  candidates: readonly Candidate[],
  context: DecideContext,
): Decision {
  const features = confidenceFeatures(context.search.index, question, ranked)
  const [first] = candidates
  const sureness: Sureness = {
    right: probability(features, CONFIDENCE_WEIGHTS),
    needed: hasLines(ranked[0]) ? ANSWER_FROM.withLines : ANSWER_FROM.others,
    near: probability(features, RELEVANCE_WEIGHTS),
    first: first?.score ?? 0,
    isAbout: isAboutQuestion(question, ranked[0], context),
  }
  const isSure =
    sureness.first >= ALONE_FROM && sureness.right >= sureness.needed && sureness.near >= ASK_FROM
  if (first !== undefined && isSure && sureness.isAbout) {
    return answers(question, first.entry, candidates, 'sure', sureness)
  }
  const choices = candidates
    .filter((c, at) => at < 2 || c.score >= CHOICE_SHARE * sureness.first)
    .slice(0, MAX_CHOICES)
  if (sureness.near < CHOOSE_FROM || choices.length < 2) {
    return none(question, 'not_found', candidates, 'far', { sureness })
  }
  const { aspects } = question
  return { answer: { outcome: 'choose', choices, aspects, candidates }, rule: 'near', sureness }
}

const hasLines = (first: Ranked | undefined): boolean => first?.features[FEATURE.lines] === 1

const probability = (features: readonly number[], weights: readonly number[]): number =>
  1 / (1 + Math.exp(-scoreLinear(features, weights)))

const phraseOf = (ranked: Ranked | undefined): number => ranked?.features[FEATURE.phrase] ?? 0

/** A document for which people wrote just this question comes before all others. */
function putWrittenFirst(ranked: readonly Ranked[]): readonly Ranked[] {
  const best = Math.max(0, ...ranked.map(phraseOf))
  const written = best < WRITTEN_FROM ? undefined : ranked.find((one) => phraseOf(one) === best)
  if (written === undefined || written === ranked[0]) return ranked
  const score = (ranked[0]?.score ?? 0) + WRITTEN_LEAD
  return [{ ...written, score }, ...ranked.filter((one) => one !== written)]
}
