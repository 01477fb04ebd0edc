import type { LabelledQuestion } from '../../../knowledge/index.ts'

/** Place of the right entry from 1; null where it is not among the results. */
export type Rank = number | null

export interface Latency {
  p50: number
  p95: number
  p99: number
}

const within =
  (depth: number) =>
  (rank: Rank): number =>
    rank !== null && rank <= depth ? 1 : 0

/** What one rank is worth; the mean over the questions is the figure. */
export const METRICS = {
  'hit@1': within(1),
  'hit@3': within(3),
  'hit@5': within(5),
  'MRR@10': (rank: Rank): number => (rank !== null && rank <= 10 ? 1 / rank : 0),
} as const

export type Metric = keyof typeof METRICS
export const METRIC_NAMES = Object.keys(METRICS) as Metric[]

export function rankOf(labelled: LabelledQuestion, ids: readonly string[]): Rank {
  const right = [labelled.procedureId, ...labelled.acceptableIds]
  const at = ids.findIndex((id) => right.includes(id))
  return at < 0 ? null : at + 1
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

/** The smallest value that at least `share` of all do not exceed (nearest rank); 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

export const latencyOf = (timesMs: readonly number[]): Latency => ({
  p50: percentile(timesMs, 0.5),
  p95: percentile(timesMs, 0.95),
  p99: percentile(timesMs, 0.99),
})
