import type { Interval } from './bootstrap.ts'
import type { Accuracy, Compared } from './compare.ts'
import type { Growth } from './growth.ts'
import { METRIC_NAMES, type Latency } from './metrics.ts'

export interface BenchResult {
  entries: number
  engines: readonly Compared[]
  growth: readonly Growth[]
  /** Where and how quietly it was measured: cores, and tasks that wanted to run in the minute before. */
  machine: { cores: number; loadBefore: number }
}

/** The result as Markdown tables with their notes. */
export function toMarkdown({ entries, engines, growth, machine }: BenchResult): string {
  const [ours] = engines
  const sections = [
    `${count(entries)} procedures, ${ours?.n ?? 0} labelled questions (${ours?.nHard ?? 0} hard). In brackets: 95 % of 1,000 bootstrap draws. ` +
      `${machine.cores} cores, load ${machine.loadBefore.toFixed(1)} before the start.`,
    accuracyTable(engines),
    'Ours minus each engine, question by question, in points:',
    leadTable(engines),
    costTable(engines, entries),
    notes(engines),
    ...(growth.length === 0 ? [] : [GROWTH_TITLE, growthTable(growth), GROWTH_NOTE]),
  ]
  return `${sections.join('\n\n')}\n`
}

const GROWTH_TITLE =
  'Growth, each engine and size in a process of its own (beyond the real ones: copies with other codes and other words):'
const GROWTH_NOTE =
  'RSS: before the index (entries read and, beyond the real ones, multiplied) → after the questions.'

const accuracyTable = (engines: readonly Compared[]): string =>
  table(
    ['engine', 'asked', ...METRIC_NAMES, ...METRIC_NAMES.map((name) => `hard ${name}`)],
    engines.map(({ name, n, nHard, all, hard, lead }) => [
      name,
      `${n} (${nHard})`,
      ...figures(all, lead === null ? withRange : plain),
      ...figures(hard, lead === null ? withRange : plain),
    ]),
  )

const leadTable = (engines: readonly Compared[]): string =>
  table(
    ['ours minus', ...METRIC_NAMES, ...METRIC_NAMES.map((name) => `hard ${name}`)],
    engines.flatMap(({ name, lead }) =>
      lead === null ? [] : [[name, ...figures(lead.all, points), ...figures(lead.hard, points)]],
    ),
  )

const costTable = (engines: readonly Compared[], entries: number): string =>
  table(
    ['engine', 'index', 'index per entry', 'memory per entry', 'p50 / p95 / p99', 'p50 × ours'],
    engines.map((row) => [
      row.name,
      seconds(row.indexMs),
      bytesEach(row.indexBytes, entries),
      bytesEach(row.memoryBytes, entries),
      latency(row.latencyMs),
      row.timesOurs.toFixed(row.timesOurs < 10 ? 1 : 0),
    ]),
  )

const growthTable = (growth: readonly Growth[]): string =>
  table(
    ['entries', 'engine', 'index', 'index per entry', 'memory per entry', 'RSS', 'p50 / p95 / p99'],
    growth.map((row) => [
      count(row.entries),
      row.engine,
      seconds(row.indexMs),
      bytesEach(row.indexBytes, row.entries),
      bytesEach(row.memoryBytes, row.entries),
      `${megabytes(row.rssBefore)} → ${megabytes(row.rssAfter)}`,
      latency(row.latencyMs),
    ]),
  )

function notes(engines: readonly Compared[]): string {
  const asked = engines[0]?.n ?? 0
  const lines = engines.map(({ name, settings, n }) => {
    const sample = n === asked ? '' : ` Slow: asked only ${n} of the ${asked} questions.`
    return `- ${name}: ${settings}.${sample}`
  })
  const how =
    'All engines get the same entries in one process, one after the other; folding and splitting texts and questions is in their times, ' +
    'a warm-up pass (two questions for those asked fewer) is not. Index: bytes of the index data alone. ' +
    'Memory: growth of heap and buffers, with lookups and, for Fuse.js, the texts that it reads.'
  return `${how}\n\n${lines.join('\n')}`
}

const figures = (accuracy: Accuracy, show: (figure: Interval) => string): string[] =>
  METRIC_NAMES.map((name) => show(accuracy[name]))

const rate = (value: number): string => value.toFixed(3).replace(/^0/, '')
const plain = ({ mean }: Interval): string => rate(mean)
const withRange = ({ mean, low, high }: Interval): string =>
  `${rate(mean)} (${rate(low)}–${rate(high)})`
const point = (value: number): string =>
  `${value < 0 ? '−' : ''}${Math.abs(value * 100).toFixed(1)}`
const points = ({ mean, low, high }: Interval): string =>
  `${point(mean)} (${point(low)} to ${point(high)})`

const count = (value: number): string => value.toLocaleString('en-US')
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`
const megabytes = (bytes: number): string => `${count(Math.round(bytes / 2 ** 20))} MB`
const bytesEach = (bytes: number | null, entries: number): string =>
  bytes === null ? '–' : `${(bytes / entries / 1_024).toFixed(1)} kB`
const milliseconds = (value: number): string => value.toFixed(value < 10 ? 2 : 0)
const latency = ({ p50, p95, p99 }: Latency): string =>
  `${[p50, p95, p99].map(milliseconds).join(' / ')} ms`

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
