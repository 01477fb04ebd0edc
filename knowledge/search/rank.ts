import type { AnalysedQuestion } from './analyse-question.ts'
import { featuresOf } from './features.ts'
import { createFirstLook } from './first-look.ts'
import { createPhraseIndex, type PhraseMatch } from './phrase-index.ts'
import { collectTerms, writtenRuns } from './query-terms.ts'
import { createTableKeeper } from './question-table.ts'
import type { SearchIndex } from './search-index.ts'
import type { TitleParts } from './title-parts.ts'
import { RANKING_WEIGHTS } from './fitted.ts'
import { scoreLinear } from './weights.ts'

/** A document that may answer, with what speaks for it. */
export interface Ranked {
  doc: number
  score: number
  features: Float64Array
}

/** Orders documents by how likely they answer. */
export interface Ranking {
  /** Ranks all documents for a question; best first, at most 100 and those that the lexicon names. */
  (question: AnalysedQuestion): Ranked[]
}

/** A phrase that says this share of a question is the question. */
const NEARLY_WHOLE = 0.9
/** A question is written in at most two ways: as typed, and with chat words written out. */
const WAYS = [0, 1]

/** Makes the ranking of one index; under a millisecond a question for a country's procedures. */
export function createRanking(index: SearchIndex, titles: readonly TitleParts[]): Ranking {
  const askedTable = createTableKeeper(index)
  const writtenTables = WAYS.map(() => createTableKeeper(index))
  const phraseIndex = createPhraseIndex(index)
  const look = createFirstLook(index)
  return (question) => {
    const terms = collectTerms(index, question)
    const asked = askedTable.fill(question.tokens, terms)
    const written = writtenRuns(index, question).flatMap(
      ({ run, terms: standing }, at) => writtenTables[at]?.fill(run, standing) ?? [],
    )
    const phrases = phraseIndex.match({ table: asked, terms }, written)
    const boosted = docsOf(index, question.everydayAt)
    const { docs, sums } = look(terms, new Set([...boosted, ...wholeSaid(phrases)]))
    const wished = docsOf(
      index,
      question.everydayAt.filter(({ isWished }) => isWished),
    )
    const comparison = { question, sums, asked, phrases, boosted, wished, titles }
    return docs
      .map((doc) => {
        const features = featuresOf(index, doc, comparison)
        return { doc, features, score: scoreLinear(features, RANKING_WEIGHTS) }
      })
      .toSorted((a, b) => b.score - a.score || (index.id(a.doc) < index.id(b.doc) ? -1 : 1))
  }
}

/** Documents of which a phrase is nearly the whole question. */
const wholeSaid = (phrases: ReadonlyMap<number, PhraseMatch>): number[] =>
  [...phrases].filter(([, { share }]) => share >= NEARLY_WHOLE).map(([doc]) => doc)

/** Documents that lexicon rows name outright. */
function docsOf(index: SearchIndex, matches: AnalysedQuestion['everydayAt']): Set<number> {
  const docs = matches.flatMap(({ row: { codes } }) => codes.map((code) => index.position(code)))
  return new Set(docs.filter((doc) => doc !== undefined))
}
