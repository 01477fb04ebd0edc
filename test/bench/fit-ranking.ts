/**
 * Fits the weights of the ranking (knowledge/search/weights.ts) and of the decision whether to answer
 * (knowledge/answers/confidence.ts) on the labelled questions that lie beside the repository.
 *
 *   node test/bench/fit-ranking.ts            prints figures and weights
 *   node test/bench/fit-ranking.ts --write    writes the weights into the sources, too
 *
 * The figures to believe are the cross-validated ones: fitted on one half of the questions, measured on the
 * other, both ways. The weights to use are those fitted on all of them. Run it again after features or the
 * lexicon changed; it takes about a minute. The weights of phrases written for an entry and of marks stay as
 * they are: records of the country have none of the first and no names that differ in marks alone to fit them on.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { ALONE_FROM } from '../../knowledge/answers/decide.ts'
import { CONFIDENCE_WEIGHTS, confidenceFeatures } from '../../knowledge/answers/confidence.ts'
import { buildIndex, toSearchDocument, type LabelledQuestion } from '../../knowledge/index.ts'
import type { AnalysedQuestion } from '../../knowledge/search/analyse-question.ts'
import type { Ranked } from '../../knowledge/search/rank.ts'
import { createSearch, type Search } from '../../knowledge/search/search.ts'
import { FEATURE, WEIGHTS } from '../../knowledge/search/weights.ts'
import {
  hasCountry,
  readCountry,
  readOutOfScope,
  readQuestions,
} from '../support/knowledge/country.ts'
import { shippedLexicon } from '../support/knowledge/shipped.ts'
import { dot, fitListwise, fitLogistic, sigmoid, type Case, type Choice } from './fit.ts'
import { OFF_TOPIC } from './off-topic.ts'

const LISTWISE = {
  start: WEIGHTS,
  l2: 0.002,
  rounds: 600,
  step: 0.05,
  fixed: [FEATURE.phrase, FEATURE.tone],
}
const LOGISTIC = { l2: 0.0005, rounds: 3_000, step: 0.03 }
/** A right one among so many counts as near enough to offer a choice. */
const NEAR = 4
/** Place of the first one's share in `confidenceFeatures`. */
const SHARE_FEATURE = 1
const ANSWER_THRESHOLDS = [0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75]
const CHOOSE_THRESHOLDS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5]

/** A question with what the search found for it. */
interface Asked extends Choice {
  analysed: AnalysedQuestion
  ranked: readonly Ranked[]
  isHard: boolean
  kind: 'labelled' | 'out-of-scope' | 'off-topic'
}

/** What the decision sees of a question. */
interface Decided {
  features: readonly number[]
  kind: Asked['kind']
  isRefused: boolean
  isFirstRight: boolean
  isNearRight: boolean
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : ((100 * part) / whole).toFixed(1).padStart(5)
const round = (value: number): number => Math.round(value * 1_000) / 1_000
const halves = <T>(list: readonly T[]): [T[], T[]] => [
  list.filter((_, at) => at % 2 === 0),
  list.filter((_, at) => at % 2 === 1),
]

function ask(
  search: Search,
  text: string,
  kind: Asked['kind'],
  labelled?: LabelledQuestion,
): Asked {
  const analysed = search.analyse(text)
  const ranked = search.rank(analysed)
  const right = new Set(labelled ? [labelled.procedureId, ...labelled.acceptableIds] : [])
  return {
    analysed,
    ranked,
    kind,
    isHard: labelled?.isHard ?? false,
    features: ranked.map(({ features }) => features),
    isRight: ranked.map(({ doc }) => right.has(search.index.id(doc))),
  }
}

/** Whether the things are right, in the order of other weights. */
function inOrder({ features, isRight }: Choice, weights: readonly number[]): boolean[] {
  const scores = features.map((one) => dot(one, weights))
  const order = [...scores.keys()].toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  return order.map((at) => isRight[at] === true)
}

function printHits(name: string, weights: readonly number[], asked: readonly Asked[]): void {
  const orders = asked.map((one) => ({ isHard: one.isHard, order: inOrder(one, weights) }))
  const hits = (list: typeof orders, depth: number): string =>
    percent(list.filter(({ order }) => order.slice(0, depth).includes(true)).length, list.length)
  const hard = orders.filter(({ isHard }) => isHard)
  const found = hits(orders, Number.POSITIVE_INFINITY)
  print(
    `${name.padEnd(26)} first ${hits(orders, 1)}  first three ${hits(orders, 3)}` +
      `  hard ${hits(hard, 1)} ${hits(hard, 3)}  looked at ${found}`,
  )
}

/** What the decision would see if the ranking used these weights. */
function decideWith(search: Search, weights: readonly number[], asked: Asked): Decided {
  const ranked = asked.ranked
    .map((one, at) => ({
      ...one,
      score: dot(one.features, weights),
      isRight: asked.isRight[at] === true,
    }))
    .toSorted((a, b) => b.score - a.score)
  return {
    features: confidenceFeatures(search.index, asked.analysed, ranked),
    kind: asked.kind,
    isRefused: asked.analysed.isOutOfScope,
    isFirstRight: ranked[0]?.isRight === true,
    isNearRight: ranked.slice(0, NEAR).some(({ isRight }) => isRight),
  }
}

const fitCases = (cases: readonly Case[]): number[] =>
  fitLogistic(cases, { ...LOGISTIC, start: CONFIDENCE_WEIGHTS.map(() => 0) })

const fitConfidence = (list: readonly Decided[]): number[] =>
  fitCases(list.map(({ features, isFirstRight }) => ({ features, holds: isFirstRight })))

const fitRelevance = (list: readonly Decided[]): number[] =>
  fitCases(
    list
      .filter(({ isRefused }) => !isRefused)
      .map(({ features, isNearRight }) => ({ features, holds: isNearRight })),
  )

const isKind =
  (kind: Asked['kind']) =>
  (one: Decided): boolean =>
    one.kind === kind

function printAnswers(name: string, weights: readonly number[], list: readonly Decided[]): void {
  print(`${name}: share answered, answered wrongly; of out of scope and off topic answered`)
  const labelled = list.filter(isKind('labelled'))
  const others = list.filter((one) => one.kind !== 'labelled')
  for (const threshold of ANSWER_THRESHOLDS) {
    const isAnswered = ({ features, isRefused }: Decided): boolean =>
      !isRefused &&
      (features[SHARE_FEATURE] ?? 0) >= ALONE_FROM &&
      sigmoid(dot(features, weights)) >= threshold
    const answered = labelled.filter(isAnswered)
    const wrong = answered.filter(({ isFirstRight }) => !isFirstRight)
    print(
      `  from ${threshold.toFixed(2)}  ${percent(answered.length, labelled.length)}` +
        `  ${percent(wrong.length, labelled.length)}` +
        `  ${percent(others.filter(isAnswered).length, others.length)}`,
    )
  }
}

function printOffers(weights: readonly number[], list: readonly Decided[]): void {
  print('Offering a choice: right ones lost; off topic and out of scope offered')
  for (const threshold of CHOOSE_THRESHOLDS) {
    const isOffered = ({ features }: Decided): boolean =>
      sigmoid(dot(features, weights)) >= threshold
    const near = list.filter(({ isNearRight }) => isNearRight)
    const share = (kind: Asked['kind']): string => {
      const all = list.filter(isKind(kind))
      return percent(all.filter(isOffered).length, all.length)
    }
    print(
      `  from ${threshold.toFixed(2)}  ${percent(near.filter((one) => !isOffered(one)).length, near.length)}` +
        `  ${share('off-topic')}  ${share('out-of-scope')}`,
    )
  }
}

/** Puts the weights between the brackets of a constant; what is no number there (a named weight) stays. */
function writeWeights(path: string, name: string, weights: readonly number[]): void {
  const url = new URL(`../../${path}`, import.meta.url)
  const source = readFileSync(url, 'utf8')
  const pattern = new RegExp(`(export const ${name}: readonly number\\[\\] = \\[)([^\\]]*)(\\])`)
  const [, , old = ''] = pattern.exec(source) ?? []
  const items = old
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
  if (items.length !== weights.length)
    throw new Error(`${path}: ${name} has ${items.length} weights`)
  const written = items.map((item, at) =>
    /^[A-Z]/.test(item) ? item : String(round(weights[at] ?? 0)),
  )
  writeFileSync(url, source.replace(pattern, `$1\n  ${written.join(',\n  ')},\n$3`))
}

async function run(shouldWrite: boolean): Promise<void> {
  if (!hasCountry) {
    print('The records and questions of the country are not beside the repository: nothing to fit.')
    return
  }
  const entries = await readCountry()
  const search = createSearch(buildIndex(entries.map(toSearchDocument)), await shippedLexicon())
  const labelled = readQuestions().map((one) => ask(search, one.question, 'labelled', one))
  const others = [
    ...readOutOfScope().map((text) => ask(search, text, 'out-of-scope')),
    ...OFF_TOPIC.map((text) => ask(search, text, 'off-topic')),
  ]
  print(`${entries.length} procedures, ${labelled.length} questions, ${others.length} others`)

  printHits('weights in use', WEIGHTS, labelled)
  const [even, odd] = halves(labelled)
  printHits('fitted on even, on odd', fitListwise(even, LISTWISE), odd)
  printHits('fitted on odd, on even', fitListwise(odd, LISTWISE), even)
  const weights = fitListwise(labelled, LISTWISE)
  printHits('fitted on all, on all', weights, labelled)

  const decided = [...labelled, ...others].map((one) => decideWith(search, weights, one))
  const [evenCases, oddCases] = halves(decided)
  printAnswers('Fitted on even, on odd', fitConfidence(evenCases), oddCases)
  printAnswers('Fitted on odd, on even', fitConfidence(oddCases), evenCases)
  const confidence = fitConfidence(decided)
  printAnswers('Fitted on all, on all', confidence, decided)
  const relevance = fitRelevance(decided)
  printOffers(relevance, decided)

  const results = [
    ['knowledge/search/weights.ts', 'WEIGHTS', weights],
    ['knowledge/answers/confidence.ts', 'CONFIDENCE_WEIGHTS', confidence],
    ['knowledge/answers/confidence.ts', 'RELEVANCE_WEIGHTS', relevance],
  ] as const
  for (const [path, name, values] of results) {
    print(`${name} = [${values.map(round).join(', ')}]`)
    if (shouldWrite) writeWeights(path, name, values)
  }
  if (shouldWrite) print('Written. Now: npx prettier --write knowledge, and the tests.')
}

await run(process.argv.includes('--write'))
