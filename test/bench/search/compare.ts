import type { Entry, LabelledQuestion } from '../../../knowledge/index.ts'
import { bootstrap, type Interval } from './bootstrap.ts'
import type { Engine } from './engine.ts'
import { measure } from './measure.ts'
import { METRIC_NAMES, METRICS, type Latency, type Metric, type Rank } from './metrics.ts'
import { takeEvery } from './take-every.ts'

export type Accuracy = Record<Metric, Interval>

/** One engine beside ours. */
export interface Compared {
  name: string
  settings: string
  /** How many questions it was asked, and how many of them are hard. */
  n: number
  nHard: number
  all: Accuracy
  hard: Accuracy
  /** Ours minus this engine on the questions that it was asked; null for ours. */
  lead: { all: Accuracy; hard: Accuracy } | null
  indexMs: number
  indexBytes: number | null
  memoryBytes: number
  latencyMs: Latency
  /** Its p50 as a multiple of ours. */
  timesOurs: number
}

/** An engine and which questions it gets: slow ones only each so many-th. */
export interface Entrant {
  engine: Engine
  every: number
}

/** At most so many questions warm up an engine that is asked few. */
const SLOW_WARM_UP = 2

/** Measures ours, then the others, one after the other in this process. */
export function compare(
  ours: Engine,
  others: readonly Entrant[],
  input: { entries: readonly Entry[]; questions: readonly LabelledQuestion[] },
  onMeasured: (name: string) => void,
): Compared[] {
  const { entries, questions } = input
  const own = measure(ours, { entries, questions, warmUp: questions })
  onMeasured(ours.name)
  const rows = others.map(({ engine, every }): Compared => {
    const asked = takeEvery(questions, every)
    const warmUp = every === 1 ? asked : asked.slice(0, SLOW_WARM_UP)
    const { ranks, ...measured } = measure(engine, { entries, questions: asked, warmUp })
    onMeasured(engine.name)
    const lead = differencesOf(takeEvery(own.ranks, every), ranks, asked)
    const timesOurs = measured.latencyMs.p50 / own.latencyMs.p50
    return { ...named(engine), ...accuracyOf(ranks, asked), ...measured, lead, timesOurs }
  })
  const { ranks, ...measured } = own
  const first = { ...accuracyOf(ranks, questions), ...measured, lead: null, timesOurs: 1 }
  return [{ ...named(ours), ...first }, ...rows]
}

const named = ({ name, settings }: Engine): { name: string; settings: string } => ({
  name,
  settings,
})

const hardOnly = <T>(list: readonly T[], questions: readonly LabelledQuestion[]): T[] =>
  list.filter((_, at) => questions[at]?.isHard)

function accuracyOf(ranks: readonly Rank[], questions: readonly LabelledQuestion[]) {
  const hard = hardOnly(ranks, questions)
  const of = (list: readonly Rank[]): Accuracy => eachMetric((value) => list.map(value))
  return { n: ranks.length, nHard: hard.length, all: of(ranks), hard: of(hard) }
}

/** Question by question, so that both engines are drawn together. */
function differencesOf(
  ours: readonly Rank[],
  theirs: readonly Rank[],
  questions: readonly LabelledQuestion[],
): { all: Accuracy; hard: Accuracy } {
  const pairs = ours.map((own, at) => [own, theirs[at] ?? null] as const)
  const of = (list: typeof pairs): Accuracy =>
    eachMetric((value) => list.map(([own, other]) => value(own) - value(other)))
  return { all: of(pairs), hard: of(hardOnly(pairs, questions)) }
}

const eachMetric = (valuesOf: (value: (rank: Rank) => number) => number[]): Accuracy =>
  Object.fromEntries(
    METRIC_NAMES.map((name) => [name, bootstrap(valuesOf(METRICS[name]))]),
  ) as Accuracy
