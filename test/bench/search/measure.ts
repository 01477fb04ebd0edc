import type { Entry, LabelledQuestion } from '../../../knowledge/index.ts'
import { createCollect, usedBytes } from './bytes.ts'
import type { Engine } from './engine.ts'
import { latencyOf, rankOf, type Latency, type Rank } from './metrics.ts'

export interface MeasureInput {
  entries: readonly Entry[]
  questions: readonly LabelledQuestion[]
  /** Asked before the clock counts. */
  warmUp: readonly LabelledQuestion[]
}

/** What one engine did; `ranks` in the order of the questions. */
export interface Measured {
  ranks: Rank[]
  latencyMs: Latency
  indexMs: number
  /** Growth of heap, buffers and SQLite's pages from before the index to after the questions. */
  memoryBytes: number
  indexBytes: number | null
}

/** Builds an engine, warms it up, asks every question once, and lets go of it. */
export function measure(engine: Engine, input: MeasureInput): Measured {
  const { entries, questions, warmUp } = input
  const collect = createCollect()
  collect()
  const before = usedBytes()
  const start = performance.now()
  const built = engine.build(entries)
  const indexMs = performance.now() - start
  for (const { question } of warmUp) built.search(question)
  collect()
  const times: number[] = []
  const ranks = questions.map((labelled) => {
    const asked = performance.now()
    const ids = built.search(labelled.question)
    times.push(performance.now() - asked)
    return rankOf(labelled, ids)
  })
  collect()
  const memoryBytes = usedBytes() - before + built.foreignBytes
  const { indexBytes } = built
  built.close()
  return { ranks, latencyMs: latencyOf(times), indexMs, memoryBytes, indexBytes }
}
