import type { AnalysedQuestion, QueryToken } from './analyse-question.ts'
import { FEATURE_COUNT, scoreLinear, WEIGHTS } from './weights.ts'
import { bestName, titleLength, type NameQuestion } from './name-match.ts'
import type { SearchIndex } from './search-index.ts'

/** A document that may answer, with what speaks for it. */
export interface Ranked {
  doc: number
  score: number
  features: Float64Array
}

/** How many documents of the first pass are looked at closely; it held the right one in 99 % of cases. */
const CLOSE_LOOK = 150
/** First pass: pairs over all fields count most, then the name. */
const FIRST_PASS = { uni: 0.7, pair: 1, nameUni: 0.4, namePair: 0.9 }

interface Sums {
  uni: Float32Array
  pair: Float32Array
  nameUni: Float32Array
  namePair: Float32Array
}

/** Weights of the question's terms: syllables, and pairs of neighbours. */
interface QueryTerms {
  syllables: Map<number, number>
  pairs: Map<number, number>
}

/** Ranks all documents for a question; at most 150, best first. Pure; about a millisecond for a country. */
export function rank(index: SearchIndex, question: AnalysedQuestion): Ranked[] {
  const terms = collectTerms(index, question)
  const sums = accumulate(index, terms)
  const best = firstPass(index, sums)
  const boosted = boostedDocs(index, question)
  for (const doc of boosted) if (!best.includes(doc)) best.push(doc)
  const context = describeQuestion(index, question, terms)
  return best
    .map((doc) => {
      const features = featuresOf(index, doc, sums, context, boosted)
      return { doc, features, score: scoreLinear(features, WEIGHTS) }
    })
    .toSorted((a, b) => b.score - a.score || a.doc - b.doc)
}

function collectTerms(index: SearchIndex, question: AnalysedQuestion): QueryTerms {
  const terms: QueryTerms = { syllables: new Map(), pairs: new Map() }
  addRun(index, terms, question.tokens)
  for (const run of question.expansions) addRun(index, terms, run)
  return terms
}

function addRun(
  index: SearchIndex,
  terms: QueryTerms,
  run: readonly QueryToken[],
): void {
  run.forEach((token, at) => {
    const next = run[at + 1]
    for (const reading of token.readings) {
      raise(terms.syllables, reading.syllable, token.weight * reading.weight)
      for (const after of next?.readings ?? []) {
        const pair = index.pair(reading.syllable, after.syllable)
        if (pair === undefined || next === undefined) continue
        const weight = Math.sqrt(token.weight * next.weight) * reading.weight * after.weight
        raise(terms.pairs, pair, weight)
      }
    }
  })
}

function raise(weights: Map<number, number>, term: number, weight: number): void {
  if (weight > (weights.get(term) ?? 0)) weights.set(term, weight)
}

function accumulate(index: SearchIndex, terms: QueryTerms): Sums {
  const sums: Sums = {
    uni: new Float32Array(index.size),
    pair: new Float32Array(index.size),
    nameUni: new Float32Array(index.size),
    namePair: new Float32Array(index.size),
  }
  for (const [term, weight] of terms.syllables) addPostings(index, term, weight, sums.uni, sums.nameUni)
  for (const [term, weight] of terms.pairs) addPostings(index, term, weight, sums.pair, sums.namePair)
  return sums
}

function addPostings(
  { data }: SearchIndex,
  term: number,
  weight: number,
  all: Float32Array,
  name: Float32Array,
): void {
  const end = data.starts[term + 1] ?? 0
  for (let at = data.starts[term] ?? 0; at < end; at += 1) {
    const doc = data.docs[at] ?? 0
    all[doc] = (all[doc] ?? 0) + weight * (data.allWeights[at] ?? 0)
    name[doc] = (name[doc] ?? 0) + weight * (data.nameWeights[at] ?? 0)
  }
}

/** The best documents by the sums alone, found with a threshold instead of sorting all of them. */
function firstPass(index: SearchIndex, sums: Sums): number[] {
  const totals = new Float32Array(index.size)
  for (let doc = 0; doc < index.size; doc += 1) {
    totals[doc] =
      FIRST_PASS.uni * (sums.uni[doc] ?? 0) +
      FIRST_PASS.pair * (sums.pair[doc] ?? 0) +
      FIRST_PASS.nameUni * (sums.nameUni[doc] ?? 0) +
      FIRST_PASS.namePair * (sums.namePair[doc] ?? 0)
  }
  const threshold = totals.toSorted()[Math.max(0, index.size - CLOSE_LOOK)] ?? 0
  const best: number[] = []
  for (let doc = 0; doc < index.size && best.length < CLOSE_LOOK; doc += 1) {
    const total = totals[doc] ?? 0
    if (total > 0 && total >= threshold) best.push(doc)
  }
  return best
}

/** Documents that the lexicon or a written code names outright. */
function boostedDocs(index: SearchIndex, question: AnalysedQuestion): Set<number> {
  const codes = question.everyday.flatMap((row) => row.codes)
  return new Set(
    codes.map((code) => index.position(code)).filter((doc): doc is number => doc !== undefined),
  )
}

function describeQuestion(
  index: SearchIndex,
  question: AnalysedQuestion,
  terms: QueryTerms,
): NameQuestion {
  const own = new Map<number, number>()
  const tonedNumbers = new Map<number, number | null>()
  let mass = 0
  for (const token of question.tokens) {
    const first = token.readings[0]
    if (token.weight === 0) continue
    if (first === undefined) {
      mass += UNKNOWN_IDF * token.weight
      continue
    }
    const weight = (index.data.idf[first.syllable] ?? 0) * token.weight * first.weight
    if (!own.has(first.syllable)) mass += weight
    own.set(first.syllable, weight)
    if (token.toned !== null) tonedNumbers.set(first.syllable, index.toned(token.toned) ?? null)
  }
  return { ...terms, mass: Math.max(mass, 1e-6), own, tonedNumbers }
}

/** A word that no document has weighs as much as a rare one. */
const UNKNOWN_IDF = 6

function featuresOf(
  index: SearchIndex,
  doc: number,
  sums: Sums,
  context: NameQuestion,
  boosted: ReadonlySet<number>,
): Float64Array {
  const features = new Float64Array(FEATURE_COUNT)
  const name = bestName(index, doc, context)
  const scale = 1 / Math.sqrt(context.mass)
  features[0] = (sums.uni[doc] ?? 0) * scale
  features[1] = (sums.pair[doc] ?? 0) * scale
  features[2] = (sums.nameUni[doc] ?? 0) * scale
  features[3] = (sums.namePair[doc] ?? 0) * scale
  features[4] = name.uniShare
  features[5] = name.pairShare
  features[6] = name.questionShare
  features[7] = Math.log(1 + titleLength(index, doc))
  features[8] = index.isAtCommune(doc) ? 1 : 0
  features[9] = index.isOnlyAtMinistry(doc) ? 1 : 0
  features[10] = name.toneShare
  features[11] = boosted.has(doc) ? 1 : 0
  features[12] = Math.log(1 + (index.data.lengths[doc] ?? 0))
  return features
}
