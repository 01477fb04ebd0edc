import type { AnalysedQuestion } from './analyse-question.ts'
import type { TitleVariants } from './title-variants.ts'
import { FEATURE, FEATURE_COUNT, scoreLinear, WEIGHTS } from './weights.ts'
import { matchTitle, phraseShare, titleLength, type NameQuestion } from './name-match.ts'
import { collectTerms, describeRun, describeWritten, type QueryTerms } from './query-terms.ts'
import type { SearchIndex } from './search-index.ts'

/** A document that may answer, with what speaks for it. */
export interface Ranked {
  doc: number
  score: number
  features: Float64Array
}

/** How many documents of the first pass are looked at closely; it held the right one in 99 % of cases. */
const CLOSE_LOOK = 150
/** Steps between nothing and the highest total of the first pass. */
const LEVELS = 512
/** Words as typed count a little more than the same with chat words written out. */
const AS_READ = 0.99
/** First pass: pairs over all fields count most, then the name. */
const FIRST_PASS = { uni: 0.7, pair: 1, nameUni: 0.4, namePair: 0.9 }

interface Sums {
  uni: Float32Array
  pair: Float32Array
  nameUni: Float32Array
  namePair: Float32Array
}

/** Ranks all documents for a question; at most 150, best first. Pure; about a millisecond for a country. */
export function rank(
  index: SearchIndex,
  question: AnalysedQuestion,
  titleVariants: TitleVariants,
): Ranked[] {
  const terms = collectTerms(index, question)
  const sums = accumulate(index, terms)
  const best = firstPass(index, sums)
  const boosted = boostedDocs(index, question)
  for (const doc of boosted) if (!best.includes(doc)) best.push(doc)
  const asked = describeRun(index, question.tokens, terms)
  const written = describeWritten(index, question)
  const { variants } = question
  const comparison = { sums, asked, written, boosted, variants, titleVariants }
  return best
    .map((doc) => {
      const features = featuresOf(index, doc, comparison)
      return { doc, features, score: scoreLinear(features, WEIGHTS) }
    })
    .toSorted((a, b) => b.score - a.score || a.doc - b.doc)
}

function accumulate(index: SearchIndex, terms: QueryTerms): Sums {
  const sums: Sums = {
    uni: new Float32Array(index.size),
    pair: new Float32Array(index.size),
    nameUni: new Float32Array(index.size),
    namePair: new Float32Array(index.size),
  }
  for (const [term, weight] of terms.syllables)
    index.addScores(term, weight, sums.uni, sums.nameUni)
  for (const [term, weight] of terms.pairs) index.addScores(term, weight, sums.pair, sums.namePair)
  return sums
}

/** The best documents by the sums alone. */
function firstPass(index: SearchIndex, sums: Sums): number[] {
  const totals = new Float32Array(index.size)
  let most = 0
  for (let doc = 0; doc < index.size; doc += 1) {
    const total =
      FIRST_PASS.uni * (sums.uni[doc] ?? 0) +
      FIRST_PASS.pair * (sums.pair[doc] ?? 0) +
      FIRST_PASS.nameUni * (sums.nameUni[doc] ?? 0) +
      FIRST_PASS.namePair * (sums.namePair[doc] ?? 0)
    totals[doc] = total
    if (total > most) most = total
  }
  return bestOf(totals, most)
}

/** The documents with the highest totals: counted by level first, so that only the few near the top are sorted. */
function bestOf(totals: Float32Array, most: number): number[] {
  const levelOf = (total: number): number => Math.floor((total / most) * (LEVELS - 1))
  const counts = new Uint32Array(LEVELS)
  for (const total of totals)
    if (total > 0) counts[levelOf(total)] = (counts[levelOf(total)] ?? 0) + 1
  let lowest = LEVELS - 1
  for (
    let kept = counts[lowest] ?? 0;
    kept < CLOSE_LOOK && lowest > 0;
    kept += counts[lowest] ?? 0
  ) {
    lowest -= 1
  }
  const near: number[] = []
  totals.forEach((total, doc) => {
    if (total > 0 && levelOf(total) >= lowest) near.push(doc)
  })
  return near.toSorted((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0) || a - b).slice(0, CLOSE_LOOK)
}

/** Documents that the lexicon or a written code names outright. */
function boostedDocs(index: SearchIndex, question: AnalysedQuestion): Set<number> {
  const codes = question.everyday.flatMap((row) => row.codes)
  return new Set(
    codes.map((code) => index.position(code)).filter((doc): doc is number => doc !== undefined),
  )
}

/** What `featuresOf` compares a document with. */
interface Comparison {
  sums: Sums
  /** The question with what the lexicon added. */
  asked: NameQuestion
  /** The words as they stand. */
  written: readonly NameQuestion[]
  boosted: ReadonlySet<number>
  variants: ReadonlySet<string>
  titleVariants: TitleVariants
}

function featuresOf(index: SearchIndex, doc: number, comparison: Comparison): Float64Array {
  const { sums, asked, written, boosted, variants } = comparison
  const inTitle = comparison.titleVariants[doc] ?? []
  const features = new Float64Array(FEATURE_COUNT)
  const name = matchTitle(index, doc, asked)
  const scale = 1 / Math.sqrt(asked.mass)
  features[FEATURE.uni] = (sums.uni[doc] ?? 0) * scale
  features[FEATURE.pair] = (sums.pair[doc] ?? 0) * scale
  features[FEATURE.nameUni] = (sums.nameUni[doc] ?? 0) * scale
  features[FEATURE.namePair] = (sums.namePair[doc] ?? 0) * scale
  features[FEATURE.nameShare] = name.uniShare
  features[FEATURE.namePairShare] = name.pairShare
  features[FEATURE.questionShare] = name.questionShare
  features[FEATURE.titleLength] = Math.log(1 + titleLength(index, doc))
  features[FEATURE.atCommune] = index.isAtCommune(doc) ? 1 : 0
  features[FEATURE.onlyAtMinistry] = index.isOnlyAtMinistry(doc) ? 1 : 0
  features[FEATURE.tone] = name.toneShare
  features[FEATURE.boosted] = boosted.has(doc) ? 1 : 0
  features[FEATURE.length] = Math.log(1 + (index.lengths[doc] ?? 0))
  features[FEATURE.titleVariants] = Math.min(
    2,
    inTitle.filter((variant) => !variants.has(variant)).length,
  )
  features[FEATURE.askedVariants] = Math.min(
    2,
    [...variants].filter((variant) => !inTitle.includes(variant)).length,
  )
  const shares = written.map((run) => phraseShare(index, doc, run))
  features[FEATURE.phrase] = Math.max(...shares.map((share, at) => share * AS_READ ** at))
  return features
}
