/** A linear model's weights that make a loss small, found by gradient ascent (Adam). Plain arithmetic, no chance. */

/** Things to choose from, some of them right. */
export interface Choice {
  features: readonly ArrayLike<number>[]
  isRight: readonly boolean[]
}

/** Something that holds or does not. */
export interface Case {
  features: ArrayLike<number>
  holds: boolean
}

export interface FitOptions {
  /** Where to begin; its length is the number of weights. */
  start: readonly number[]
  /** How much large weights cost. */
  l2: number
  rounds: number
  /** Length of a step at the beginning. */
  step: number
  /** Weights that stay as they are at the start. */
  fixed?: readonly number[]
}

/**
 * Weights by which right things come before wrong ones: the log-likelihood that one of the right ones is drawn
 * from a softmax over all is raised (listwise). Choices without a right thing teach nothing and are skipped.
 */
export function fitListwise(choices: readonly Choice[], options: FitOptions): number[] {
  const useful = choices.filter(({ isRight }) => isRight.includes(true))
  return ascend(options, (weights, gradient) => {
    for (const { features, isRight } of useful) {
      const likes = softmax(features.map((one) => dot(one, weights)))
      const right = likes.reduce((sum, like, at) => sum + (isRight[at] === true ? like : 0), 0)
      features.forEach((one, at) => {
        const like = likes[at] ?? 0
        const pull = (isRight[at] === true ? like / right : 0) - like
        addTo(gradient, one, pull / choices.length)
      })
    }
  })
}

/** Weights by which the probability that a case holds is `sigmoid(weights · features)`. */
export function fitLogistic(cases: readonly Case[], options: FitOptions): number[] {
  return ascend(options, (weights, gradient) => {
    for (const { features, holds } of cases) {
      const error = (holds ? 1 : 0) - sigmoid(dot(features, weights))
      addTo(gradient, features, error / cases.length)
    }
  })
}

export const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value))

export function dot(features: ArrayLike<number>, weights: readonly number[]): number {
  let sum = 0
  for (let at = 0; at < weights.length; at += 1) sum += (features[at] ?? 0) * (weights[at] ?? 0)
  return sum
}

function softmax(scores: readonly number[]): number[] {
  const best = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - best))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}

function addTo(gradient: number[], features: ArrayLike<number>, factor: number): void {
  for (let at = 0; at < gradient.length; at += 1) {
    gradient[at] = (gradient[at] ?? 0) + factor * (features[at] ?? 0)
  }
}

const MEMORY = { first: 0.9, second: 0.999 }

function ascend(
  { start, l2, rounds, step, fixed = [] }: FitOptions,
  addGradient: (weights: readonly number[], gradient: number[]) => void,
): number[] {
  const weights = [...start]
  const first = weights.map(() => 0)
  const second = weights.map(() => 0)
  for (let round = 1; round <= rounds; round += 1) {
    const gradient = weights.map((weight) => -2 * l2 * weight)
    addGradient(weights, gradient)
    gradient.forEach((slope, at) => {
      if (fixed.includes(at)) return
      first[at] = MEMORY.first * (first[at] ?? 0) + (1 - MEMORY.first) * slope
      second[at] = MEMORY.second * (second[at] ?? 0) + (1 - MEMORY.second) * slope ** 2
      const mean = first[at] / (1 - MEMORY.first ** round)
      const spread = Math.sqrt(second[at] / (1 - MEMORY.second ** round))
      weights[at] = (weights[at] ?? 0) + (step * mean) / (spread + 1e-8)
    })
  }
  return weights
}
