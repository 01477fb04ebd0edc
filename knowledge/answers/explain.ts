import type { AnalysedQuestion } from '../search/analyse-question.ts'
import { RANKING_WEIGHTS } from '../search/fitted.ts'
import type { Lexicon } from '../search/lexicon.ts'
import type { Ranked } from '../search/rank.ts'
import { FEATURE } from '../search/weights.ts'
import { ANSWER_FROM } from '../search/fitted.ts'
import { ALONE_FROM, CHOOSE_FROM } from './decide.ts'
import type { DecideContext, Decision } from './decide-context.ts'
import { createTermExplainer } from './explain-terms.ts'
import type {
  ExplainedCandidate,
  ExplainedRow,
  ExplainedWord,
  Explanation,
  FeatureName,
} from './explanation.ts'
import { currentAt, rankCurrent } from './successors.ts'

const MOST_CANDIDATES = 5
/** A feature that gives less changes nothing. */
const LEAST_GIVEN = 0.005
const FEATURES = Object.entries(FEATURE) as [FeatureName, number][]

/** Explains a decision: ranks once more and takes the outcome apart. Pure; asking costs nothing for it. */
export function explain(
  question: AnalysedQuestion,
  { answer, rule, sureness }: Decision,
  context: DecideContext,
  lexicon: Lexicon,
): Explanation {
  const ranked = rankCurrent(question, context)
  const termsOf = createTermExplainer(question, context.search.index)
  const candidates = answer.candidates
    .slice(0, MOST_CANDIDATES)
    .map(({ entry, score }): ExplainedCandidate => {
      const found = ranked.find(({ doc }) => currentAt(doc, context)?.id === entry.id)
      const own = found === undefined ? undefined : context.entryAt(found.doc)
      return {
        id: entry.id,
        title: entry.title,
        probability: score,
        score: found?.score ?? null,
        features: found === undefined ? [] : featuresOf(found),
        terms: found === undefined || own === undefined ? [] : termsOf(found.doc, own),
      }
    })
  return {
    words: wordsOf(question, context),
    corrected: question.corrected,
    rows: rowsOf(question),
    cases: question.cases.map(({ cases }) =>
      [...cases].map((number) => lexicon.cases.names[number] ?? ''),
    ),
    aspects: question.aspects,
    candidates,
    decision: {
      outcome: answer.outcome,
      rule,
      sureness,
      thresholds: {
        right: sureness?.needed ?? ANSWER_FROM.others,
        first: ALONE_FROM,
        near: CHOOSE_FROM,
      },
    },
  }
}

const featuresOf = ({ features }: Ranked): ExplainedCandidate['features'] =>
  FEATURES.map(([name, at]) => {
    const value = features[at] ?? 0
    const weight = RANKING_WEIGHTS[at] ?? 0
    return { name, value, weight, gives: value * weight }
  })
    .filter(({ gives }) => Math.abs(gives) >= LEAST_GIVEN)
    .toSorted((a, b) => Math.abs(b.gives) - Math.abs(a.gives))

const wordsOf = (
  { words, tokens }: AnalysedQuestion,
  { search: { index } }: DecideContext,
): ExplainedWord[] =>
  words.map(({ folded, isAsking }, at) => {
    const readings = (tokens[at]?.readings ?? [])
      .filter(({ weight }) => weight > 0)
      .map(({ syllable }) => index.nameOfSyllable(syllable))
    const isAsWritten = readings.length === 1 && readings[0] === folded
    return {
      word: folded,
      readAs: isAsWritten ? [] : readings,
      weight: tokens[at]?.weight ?? 0,
      isAsking,
    }
  })

/** Each row once: those that add terms, then those that only ask back. */
function rowsOf({ words, everydayAt, open }: AnalysedQuestion): ExplainedRow[] {
  const added = open.filter(({ row }) => !everydayAt.some((other) => other.row === row))
  return [...everydayAt, ...added].map(({ start, end, row }) => ({
    phrase: words
      .slice(start, end)
      .map(({ folded }) => folded)
      .join(' '),
    means: row.means,
    codes: row.codes,
    isOpen: row.ask,
  }))
}
