import type { AnalysedQuestion } from './analyse-question.ts'
import type { Sums } from './first-look.ts'
import { isTitle, matchTitle, titleLength } from './name-match.ts'
import type { PhraseMatch } from './phrase-index.ts'
import type { QuestionTable } from './question-table.ts'
import { shareOf, UNKNOWN_IDF } from './rarity.ts'
import type { SearchIndex } from './search-index.ts'
import type { TitleParts } from './title-parts.ts'
import { FEATURE, FEATURE_COUNT } from './weights.ts'

/** What a document is compared with. */
export interface Comparison {
  question: AnalysedQuestion
  sums: Sums
  /** The question with what the lexicon added. */
  asked: QuestionTable
  /** How well the phrases written for documents fit. */
  phrases: ReadonlyMap<number, PhraseMatch>
  /** Documents that the lexicon or a written code names outright. */
  boosted: ReadonlySet<number>
  /** Those of them that are asked for outright. */
  wished: ReadonlySet<number>
  titles: readonly TitleParts[]
}

/** Counts of words beyond this say no more. */
const MOST = 2
/** So many phrases are no other names but questions. */
const LINES_FROM = 4

/** What speaks for and against a document, in the order of `FEATURE`. */
export function featuresOf(index: SearchIndex, doc: number, comparison: Comparison): Float64Array {
  const { question, sums, asked, boosted } = comparison
  const features = new Float64Array(FEATURE_COUNT)
  const title = comparison.titles[doc] ?? NO_TITLE
  const name = matchTitle(index, doc, asked, title.coreLength)
  const phrases = comparison.phrases.get(doc)
  const scale = 1 / Math.sqrt(asked.mass)
  features[FEATURE.uni] = (sums.uni[doc] ?? 0) * scale
  features[FEATURE.pair] = (sums.pair[doc] ?? 0) * scale
  features[FEATURE.nameUni] = (sums.nameUni[doc] ?? 0) * scale
  features[FEATURE.namePair] = (sums.namePair[doc] ?? 0) * scale
  if (hasLines(index, doc)) {
    features[FEATURE.lines] = 1
    features[FEATURE.lineUni] = features[FEATURE.nameUni] ?? 0
    features[FEATURE.linePair] = features[FEATURE.namePair] ?? 0
  }
  features[FEATURE.nameShare] = name.uniShare
  features[FEATURE.namePairShare] = name.pairShare
  features[FEATURE.coreShare] = name.coreShare
  features[FEATURE.run] = name.run / 10
  features[FEATURE.questionShare] = name.questionShare
  features[FEATURE.documentShare] = documentShare(index, doc, question)
  features[FEATURE.titleLength] = Math.log(1 + titleLength(index, doc))
  features[FEATURE.atCommune] = index.isAtCommune(doc) ? 1 : 0
  features[FEATURE.onlyAtMinistry] = index.isOnlyAtMinistry(doc) ? 1 : 0
  features[FEATURE.procedure] = index.isProcedure(doc) ? 1 : 0
  features[FEATURE.exact] = isExact(index, doc, question) ? 1 : 0
  features[FEATURE.tone] = name.toneShare
  features[FEATURE.boosted] = boosted.has(doc) ? 1 : 0
  features[FEATURE.wished] = comparison.wished.has(doc) ? 1 : 0
  features[FEATURE.length] = Math.log(1 + (index.lengths[doc] ?? 0))
  features[FEATURE.phrase] = phrases?.share ?? 0
  features[FEATURE.likeness] = phrases?.likeness ?? 0
  addSpecialCases(features, title, question)
  return features
}

/** The question is the title, word for word, as typed or with chat words written out. */
const isExact = (index: SearchIndex, doc: number, { tokens, asTyped }: AnalysedQuestion): boolean =>
  isTitle(index, doc, tokens) || (asTyped !== null && isTitle(index, doc, asTyped))

/** Somebody wrote down how people ask for it, not just another name. */
const hasLines = ({ names }: SearchIndex, doc: number): boolean =>
  (names.firsts[doc + 1] ?? 0) - (names.firsts[doc] ?? 0) > LINES_FROM

const NO_TITLE: TitleParts = { variants: [], cases: new Set(), coreLength: 0 }

function addSpecialCases(
  features: Float64Array,
  title: TitleParts,
  { variants, cases }: AnalysedQuestion,
): void {
  let [titleOnly, shared, missed] = [0, 0, 0]
  let askedOnly = variants.size
  for (const word of title.variants) {
    if (variants.has(word)) askedOnly -= 1
    else titleOnly += 1
  }
  for (const number of title.cases) if (cases.some((one) => one.cases.has(number))) shared += 1
  for (const { cases: told, isAsNamed } of cases) {
    if (!isAsNamed && !meets(told, title.cases)) missed += 1
  }
  features[FEATURE.titleVariants] = Math.min(MOST, titleOnly)
  features[FEATURE.askedVariants] = Math.min(MOST, askedOnly)
  features[FEATURE.sharedCases] = Math.min(MOST, shared)
  features[FEATURE.missedCases] = Math.min(MOST, missed)
}

function meets(some: ReadonlySet<number>, others: ReadonlySet<number>): boolean {
  for (const one of some) if (others.has(one)) return true
  return false
}

/** Share of the rarity mass of the question's own words that stand anywhere in the document. */
function documentShare(index: SearchIndex, doc: number, { tokens }: AnalysedQuestion): number {
  let mass = 0
  let covered = 0
  for (const { readings, weight } of tokens) {
    if (weight < 1) continue
    const [first] = readings
    const rarity = first === undefined ? UNKNOWN_IDF : (index.idf[first.syllable] ?? 0)
    mass += rarity
    if (readings.some(({ syllable }) => index.has(syllable, doc))) covered += rarity
  }
  return shareOf(covered, mass)
}
