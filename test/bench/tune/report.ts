import { createSeeded } from '../../support/seeded.ts'
import { dot, sigmoid } from './fit.ts'
import type { Judged } from './cross-validate.ts'
import type { Seen } from './sureness.ts'
import type { SetName } from './worlds.ts'

const DRAWS = 1_000
const ANSWER_THRESHOLDS = [0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85]
const CHOOSE_THRESHOLDS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5]

export const print = (line: string): void => void process.stdout.write(`${line}\n`)

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : ((100 * part) / whole).toFixed(1).padStart(5)

/** The share of the draws with replacement between which 95 % of the means lie, in percent. */
function interval(hits: readonly boolean[], seed: number): string {
  const { next } = createSeeded(seed)
  const means = Array.from({ length: DRAWS }, () => {
    let sum = 0
    for (let at = 0; at < hits.length; at += 1) {
      if (hits[Math.floor(next() * hits.length)] === true) sum += 1
    }
    return (100 * sum) / hits.length
  }).toSorted((a, b) => a - b)
  const at = (share: number): string => (means[Math.floor(share * DRAWS)] ?? 0).toFixed(1)
  return `${at(0.025)}–${at(0.975)}`
}

/** Prints how often the right one came first, among the first three and five, with 95 % intervals. */
export function printHits(name: string, judged: readonly Judged[]): void {
  const part = (list: readonly Judged[], depth: number): string => {
    const hits = list.map(({ order }) => order.slice(0, depth).includes(true))
    return `${percent(hits.filter(Boolean).length, hits.length)} (${interval(hits, 7)})`
  }
  const hard = judged.filter(({ asked }) => asked.isHard)
  print(
    `  ${name.padEnd(26)} ${String(judged.length).padStart(4)}  first ${part(judged, 1)}` +
      `  three ${part(judged, 3)}  five ${part(judged, 5)}` +
      (hard.length === 0 ? '' : `  hard ${part(hard, 1)} ${part(hard, 3)}`),
  )
}

const of = (list: readonly Seen[], set: SetName): Seen[] => list.filter((one) => one.set === set)

/** Prints for each threshold how many would be answered, how many of all wrongly. */
export function printAnswers(list: readonly Seen[], surenessOf: (one: Seen) => number): void {
  for (const set of ['country', 'practice', 'out of scope', 'off topic'] as const) {
    const all = of(list, set)
    const cells = ANSWER_THRESHOLDS.map((threshold) => {
      const answered = all.filter(
        (one) => !one.isRefused && one.isAlone && surenessOf(one) >= threshold,
      )
      const wrong = answered.filter(({ isFirstRight }) => !isFirstRight)
      return `${percent(answered.length, all.length)}/${percent(wrong.length, all.length).trim()}`
    })
    print(`  ${set.padEnd(14)} ${cells.map((cell) => cell.padEnd(12)).join('')}`)
  }
  print(
    `  ${'threshold'.padEnd(14)} ${ANSWER_THRESHOLDS.map((t) => ` ${t.toFixed(2)}`.padEnd(12)).join('')}`,
  )
}

/** Prints for each threshold which share of the right ones would be lost, and what would be offered for nothing. */
export function printOffers(list: readonly Seen[], weights: readonly number[]): void {
  for (const threshold of CHOOSE_THRESHOLDS) {
    const isOffered = ({ features }: Seen): boolean => sigmoid(dot(features, weights)) >= threshold
    const near = list.filter(({ isNearRight }) => isNearRight)
    const lost = near.filter((one) => !isOffered(one))
    const share = (set: SetName): string =>
      percent(of(list, set).filter(isOffered).length, of(list, set).length)
    print(
      `  from ${threshold.toFixed(2)}  lost ${percent(lost.length, near.length)}` +
        `  offered off topic ${share('off topic')}  out of scope ${share('out of scope')}`,
    )
  }
}
