import { ASPECTS, type Aspect } from '../../../knowledge/index.ts'

/** A question with the aspects that a reader says it asks for. */
export interface AspectQuestion {
  question: string
  aspects: readonly Aspect[]
}

/** Shares (0–1) of one aspect. */
export interface AspectScore {
  precision: number
  recall: number
  f1: number
}

export const parseAspectQuestions = (text: string): AspectQuestion[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as AspectQuestion)

export function scoreAspects(
  questions: readonly AspectQuestion[],
  aspectsOf: (question: string) => readonly Aspect[],
): Record<Aspect, AspectScore> {
  const found = questions.map(({ question }) => aspectsOf(question))
  const scores = ASPECTS.map((aspect) => {
    const isFound = found.map((aspects) => aspects.includes(aspect))
    const both = questions.filter((one, at) => isFound[at] && one.aspects.includes(aspect)).length
    const precision = both / Math.max(1, isFound.filter(Boolean).length)
    const asked = questions.filter(({ aspects }) => aspects.includes(aspect)).length
    const recall = both / Math.max(1, asked)
    const f1 = both === 0 ? 0 : (2 * precision * recall) / (precision + recall)
    return [aspect, { precision, recall, f1 }] as const
  })
  return Object.fromEntries(scores) as Record<Aspect, AspectScore>
}

export const macroF1 = (scores: Record<Aspect, AspectScore>): number =>
  ASPECTS.reduce((sum, aspect) => sum + scores[aspect].f1, 0) / ASPECTS.length
