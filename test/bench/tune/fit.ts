/** A linear model's weights that make a loss small, found by gradient ascent (Adam). Plain arithmetic, no chance. */

/** Things to choose from, some of them right. */
export interface Choice {
  features: readonly ArrayLike<number>[]
  isRight: readonly boolean[]
  /** How much it counts; 1 unless said. */
  weight?: number
}

/** Something that holds or does not. */
export interface Case {
  features: ArrayLike<number>
  holds: boolean
  weight?: number
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
  const useful = choices
    .filter(({ isRight }) => isRight.includes(true))
    .map(({ features, isRight, weight = 1 }) => ({ rows: pack(features), isRight, weight }))
  return ascend(options, (weights, gradient) => {
    const size = weights.length
    for (const { rows, isRight, weight } of useful) {
      const likes = softmax(isRight.map((_, at) => dotAt(rows, at * size, weights)))
      const right = likes.reduce((sum, like, at) => sum + (isRight[at] === true ? like : 0), 0)
      likes.forEach((like, at) => {
        const pull = (isRight[at] === true ? like / right : 0) - like
        addAt(gradient, rows, at * size, (weight * pull) / choices.length)
      })
    }
  })
}

/** Rows one behind the other: the loops over them take most of the time. */
function pack(features: readonly ArrayLike<number>[]): Float64Array {
  const size = features[0]?.length ?? 0
  const rows = new Float64Array(features.length * size)
  features.forEach((one, at) => rows.set(Array.from(one), at * size))
  return rows
}

function dotAt(rows: Float64Array, start: number, weights: readonly number[]): number {
  let sum = 0
  for (let at = 0; at < weights.length; at += 1) sum += (rows[start + at] ?? 0) * (weights[at] ?? 0)
  return sum
}

function addAt(gradient: number[], rows: Float64Array, start: number, factor: number): void {
  for (let at = 0; at < gradient.length; at += 1) {
    gradient[at] = (gradient[at] ?? 0) + factor * (rows[start + at] ?? 0)
  }
}

/**
 * The same on features brought to one scale, so that few rounds and one penalty suit them all; the weights come
 * back on the scale of the features.
 */
export function fitListwiseScaled(choices: readonly Choice[], options: FitOptions): number[] {
  const deviations = spreadOf(choices.flatMap(({ features }) => features))
  const scaled = choices.map((choice) => ({
    ...choice,
    features: choice.features.map((one) =>
      deviations.map((deviation, at) => (one[at] ?? 0) / deviation),
    ),
  }))
  const start = options.start.map((weight, at) => weight * (deviations[at] ?? 1))
  return fitListwise(scaled, { ...options, start }).map(
    (weight, at) => weight / (deviations[at] ?? 1),
  )
}

/** Standard deviation of each feature; 1 where it never differs. */
function spreadOf(list: readonly ArrayLike<number>[]): number[] {
  const size = list[0]?.length ?? 0
  return Array.from({ length: size }, (_, at) => {
    const mean = list.reduce((sum, one) => sum + (one[at] ?? 0), 0) / list.length
    const variance = list.reduce((sum, one) => sum + ((one[at] ?? 0) - mean) ** 2, 0) / list.length
    return variance === 0 ? 1 : Math.sqrt(variance)
  })
}

/** Weights by which the probability that a case holds is `sigmoid(weights · features)`. */
export function fitLogistic(cases: readonly Case[], options: FitOptions): number[] {
  return ascend(options, (weights, gradient) => {
    for (const { features, holds, weight = 1 } of cases) {
      const error = (holds ? 1 : 0) - sigmoid(dot(features, weights))
      addTo(gradient, features, (weight * error) / cases.length)
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
      const stride = step * (1 - 0.9 * (round / rounds))
      weights[at] = (weights[at] ?? 0) + (stride * mean) / (spread + 1e-8)
    })
  }
  return weights
}
