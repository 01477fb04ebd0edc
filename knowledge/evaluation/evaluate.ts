import type { LocalDate } from '../../core/index.ts'
import type { Answer, Knowledge } from '../answers/answer.ts'
import { hitAt, percentile, rate, reciprocalRank } from './measures.ts'

/** Forms in which a question is asked again: no diacritics, two typos, Telex left on, tone marks moved. */
export const VARIANTS = ['unaccented', 'typo2', 'telex', 'tonePlacement'] as const
export type Variant = (typeof VARIANTS)[number]

/** A question with the procedure that answers it (câu hỏi có đáp án). */
export interface LabelledQuestion {
  question: string
  procedureId: string
  acceptableIds: readonly string[]
  isHard: boolean
  variants: Readonly<Partial<Record<Variant, string>>>
}

export interface HitRates {
  hitAt1: number
  hitAt3: number
}

/** Figures of one evaluation; rates are 0–1, times in milliseconds. */
export interface Evaluation extends HitRates {
  n: number
  hitAt5: number
  mrr10: number
  hard: HitRates & { n: number }
  /** Share of the questions with outcome `answer`. */
  answered: number
  /** Share of the questions with outcome `answer` and a wrong entry. */
  confidentWrong: number
  /** Share of the out-of-scope questions with outcome `answer`; null when none were given. */
  outOfScopeAnswered: number | null
  latencyMs: { p50: number; p95: number; p99: number }
  variants?: Partial<Record<Variant, HitRates>>
}

export interface EvaluationInput {
  questions: readonly LabelledQuestion[]
  outOfScope: readonly string[]
  withVariants: boolean
  day: LocalDate
  /** Milliseconds of a steady clock. */
  nowMs: () => number
}

/** Asks every question without session or guard and counts; one warm-up pass comes before the timed one. */
export function evaluate(knowledge: Knowledge, input: EvaluationInput): Evaluation {
  const { questions, day, nowMs } = input
  for (const { question } of questions) knowledge.ask(question, { day })
  const timed = questions.map((labelled) => {
    const start = nowMs()
    const answer = knowledge.ask(labelled.question, { day })
    return { labelled, answer, elapsedMs: nowMs() - start }
  })
  const ranks = timed.map(({ labelled, answer }) => rankOf(labelled, answer))
  const hardRanks = ranks.filter((_, at) => questions[at]?.isHard)
  const answers = timed.filter(({ answer }) => answer.outcome === 'answer')
  const times = timed.map(({ elapsedMs }) => elapsedMs)
  return {
    n: questions.length,
    hitAt1: hitAt(ranks, 1),
    hitAt3: hitAt(ranks, 3),
    hitAt5: hitAt(ranks, 5),
    mrr10: reciprocalRank(ranks, 10),
    hard: { n: hardRanks.length, hitAt1: hitAt(hardRanks, 1), hitAt3: hitAt(hardRanks, 3) },
    answered: rate(answers.length, timed.length),
    confidentWrong: rate(answers.filter(isWrong).length, timed.length),
    outOfScopeAnswered: answeredShare(knowledge, input),
    latencyMs: {
      p50: percentile(times, 0.5),
      p95: percentile(times, 0.95),
      p99: percentile(times, 0.99),
    },
    ...(input.withVariants ? { variants: evaluateVariants(knowledge, input) } : {}),
  }
}

const isRight = (labelled: LabelledQuestion, id: string): boolean =>
  id === labelled.procedureId || labelled.acceptableIds.includes(id)

const isWrong = ({ labelled, answer }: { labelled: LabelledQuestion; answer: Answer }): boolean =>
  answer.outcome === 'answer' && !isRight(labelled, answer.entry.id)

/** Place of the first right candidate, from 1; null when there is none among the ten. */
function rankOf(labelled: LabelledQuestion, answer: Answer): number | null {
  const at = answer.candidates.findIndex(({ entry }) => isRight(labelled, entry.id))
  return at < 0 ? null : at + 1
}

function answeredShare(knowledge: Knowledge, { outOfScope, day }: EvaluationInput): number | null {
  if (outOfScope.length === 0) return null
  const answered = outOfScope.filter(
    (question) => knowledge.ask(question, { day }).outcome === 'answer',
  )
  return rate(answered.length, outOfScope.length)
}

function evaluateVariants(
  knowledge: Knowledge,
  { questions, day }: EvaluationInput,
): Partial<Record<Variant, HitRates>> {
  const rates: Partial<Record<Variant, HitRates>> = {}
  for (const variant of VARIANTS) {
    const ranks = questions.flatMap((labelled) => {
      const text = labelled.variants[variant]
      return text === undefined ? [] : [rankOf(labelled, knowledge.ask(text, { day }))]
    })
    if (ranks.length > 0) rates[variant] = { hitAt1: hitAt(ranks, 1), hitAt3: hitAt(ranks, 3) }
  }
  return rates
}
