/** Places of the right result from 1; null where it was not among the results. */
export type Ranks = readonly (number | null)[]

/** `part / whole`, rounded to four digits; 0 of nothing is 0. */
export const rate = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000

/** Share of the questions with a right result among the first `depth`. */
export const hitAt = (ranks: Ranks, depth: number): number =>
  rate(ranks.filter((rank) => rank !== null && rank <= depth).length, ranks.length)

/** Mean reciprocal rank over the first `depth` results. */
export const reciprocalRank = (ranks: Ranks, depth: number): number =>
  rate(
    ranks.reduce<number>((sum, rank) => sum + (rank !== null && rank <= depth ? 1 / rank : 0), 0),
    ranks.length,
  )

/** The value below which `share` (0–1) of the values lie (nearest rank); 0 for no values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))
  return Math.round((sorted[at] ?? 0) * 1_000) / 1_000
}
