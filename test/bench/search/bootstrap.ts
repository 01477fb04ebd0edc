import { createSeeded } from '../../support/seeded.ts'
import { mean, percentile } from './metrics.ts'

const DRAWS = 1_000
const SEED = 20_261_121

/** A mean and where it lies with a probability of 95 %. */
export interface Interval {
  mean: number
  low: number
  high: number
}

/**
 * Bootstrap of a mean (percentile method, 1,000 seeded draws). For the difference of two engines give the
 * differences question by question: then both are drawn together and what is hard for both cancels out.
 */
export function bootstrap(values: readonly number[]): Interval {
  const { int } = createSeeded(SEED)
  const means = Array.from({ length: values.length === 0 ? 0 : DRAWS }, () => {
    let sum = 0
    for (let at = 0; at < values.length; at += 1) sum += values[int(0, values.length - 1)] ?? 0
    return sum / values.length
  })
  return { mean: mean(values), low: percentile(means, 0.025), high: percentile(means, 0.975) }
}
