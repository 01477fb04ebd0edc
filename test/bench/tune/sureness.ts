import { ALONE_FROM } from '../../../knowledge/answers/decide.ts'
import { confidenceFeatures } from '../../../knowledge/answers/confidence.ts'
import { CONFIDENCE_WEIGHTS } from '../../../knowledge/search/fitted.ts'
import type { Judged } from './cross-validate.ts'
import { dot, fitLogistic, type Case } from './fit.ts'
import type { SetName } from './worlds.ts'

const LOGISTIC = { l2: 0.0005, rounds: 1_500, step: 0.03 }
/** A right one among so many counts as near enough to offer a choice. */
const NEAR = 4
/** Place of the first one's share in `confidenceFeatures`. */
const SHARE_FEATURE = 1

/**
 * Practice is asked of the shipped content, which is what citizens meet. Lines held back are shorter and vaguer than
 * what people type: how sure one may be cannot be learned from them.
 */
const CERTAINTY_WEIGHTS: Readonly<Partial<Record<SetName, number>>> = {
  practice: 1,
  'own lines': 0,
}

/** What the decision sees of a question. */
export interface Seen {
  set: SetName
  text: string
  features: readonly number[]
  weight: number
  isRefused: boolean
  isAlone: boolean
  isFirstRight: boolean
  isNearRight: boolean
}

/** What the decision would see if the ranking used the weights by which the question was judged. */
export function see({ asked, weights, order }: Judged): Seen {
  const ranked = asked.ranked
    .map((one) => ({ ...one, score: dot(one.features, weights) }))
    .toSorted((a, b) => b.score - a.score)
  const features = confidenceFeatures(asked.search.index, asked.question, ranked)
  return {
    set: asked.set,
    text: asked.text,
    features,
    weight: CERTAINTY_WEIGHTS[asked.set] ?? asked.weight,
    isRefused: asked.question.isOutOfScope,
    isAlone: (features[SHARE_FEATURE] ?? 0) >= ALONE_FROM,
    isFirstRight: order[0] === true,
    isNearRight: order.slice(0, NEAR).includes(true),
  }
}

const fitCases = (cases: readonly Case[]): number[] =>
  fitLogistic(cases, { ...LOGISTIC, start: CONFIDENCE_WEIGHTS.map(() => 0) })

/** Weights for: the first place is right. */
export const fitConfidence = (list: readonly Seen[]): number[] =>
  fitCases(
    list.map(({ features, isFirstRight, weight }) => ({ features, holds: isFirstRight, weight })),
  )

/** Weights for: the right one is among the first four. */
export const fitRelevance = (list: readonly Seen[]): number[] =>
  fitCases(
    list
      .filter(({ isRefused }) => !isRefused)
      .map(({ features, isNearRight, weight }) => ({ features, holds: isNearRight, weight })),
  )

/** How many of all questions may be answered wrongly: of those asked of portal records, and of our own content. */
const MOST_WRONG = { country: 0.035, practice: 0.014 } as const
/** An answer that is wrong one time in four is worse than asking back. */
const LOWEST = 0.75
const STEP = 0.01

/** The lowest sureness from which so few of a set are answered wrongly. @param surenessOf by weights fitted on others */
export function answerFrom(
  list: readonly Seen[],
  set: keyof typeof MOST_WRONG,
  surenessOf: (one: Seen) => number,
): number {
  const all = list.filter((one) => one.set === set)
  const couldBeWrong = all.filter((one) => !one.isFirstRight && !one.isRefused && one.isAlone)
  const isFew = (threshold: number): boolean =>
    couldBeWrong.filter((one) => surenessOf(one) >= threshold).length <=
    MOST_WRONG[set] * all.length
  let threshold = LOWEST
  while (threshold < 1 && !isFew(threshold)) threshold += STEP
  return Math.round(threshold / STEP) * STEP
}
