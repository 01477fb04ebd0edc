import { createSeeded } from '../../support/seeded.ts'
import { RANKING_WEIGHTS } from '../../../knowledge/search/fitted.ts'
import { FEATURE } from '../../../knowledge/search/weights.ts'
import { dot, fitListwiseScaled } from './fit.ts'
import type { Asked } from './worlds.ts'

const FOLDS = 5
/** Hardly a question is a title word for word, but one that is must find it: this cannot be learned. */
const EXACT_WEIGHT = 20
const LISTWISE = {
  start: RANKING_WEIGHTS.map((_, at) => (at === FEATURE.exact ? EXACT_WEIGHT : 0)),
  fixed: [FEATURE.exact],
  l2: 0.003,
  rounds: 700,
  step: 0.05,
}
/** So many of a question's first documents are learned from: those behind them decide nothing. */
const NEAREST = 40

/** Weights of the ranking fitted on some questions. */
export const fitRanking = (asked: readonly Asked[]): number[] =>
  fitListwiseScaled(asked.filter(({ isRight }) => isRight.includes(true)).map(shorten), LISTWISE)

function shorten(asked: Asked): Asked {
  const kept = asked.features
    .map((_, at) => at)
    .filter((at) => at < NEAREST || asked.isRight[at] === true)
  return {
    ...asked,
    features: kept.map((at) => asked.features[at] ?? []),
    isRight: kept.map((at) => asked.isRight[at] === true),
  }
}

/** A question ranked by weights that were fitted without it. */
export interface Judged {
  asked: Asked
  weights: readonly number[]
  /** Whether the documents are right, best first. */
  order: readonly boolean[]
}

/**
 * Ranks every question by weights fitted on other questions. Questions that name the same procedure in the same set
 * may stand in different folds, as they do among the questions that nobody has seen.
 */
export function judgeUnseen(asked: readonly Asked[], seed: number): Judged[] {
  const folds = shuffledFolds(asked.length, seed)
  const weightsOf = Array.from({ length: FOLDS }, (_, fold) =>
    fitRanking(asked.filter((__, at) => folds[at] !== fold)),
  )
  return asked.map((one, at) => judge(one, weightsOf[folds[at] ?? 0] ?? []))
}

export function judge(asked: Asked, weights: readonly number[]): Judged {
  const scores = asked.features.map((one) => dot(one, weights))
  const order = [...scores.keys()].toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  return { asked, weights, order: order.map((at) => asked.isRight[at] === true) }
}

/** The fold of each question: by turns over a shuffled list, so that all are of one size. */
export function shuffledFolds(count: number, seed: number): number[] {
  const { next } = createSeeded(seed)
  const keys = Array.from({ length: count }, () => next())
  const places = [...keys.keys()].toSorted((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))
  const folds = keys.map(() => 0)
  places.forEach((at, place) => (folds[at] = place % FOLDS))
  return folds
}
