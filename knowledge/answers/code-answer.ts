import type { Aspect } from '../entry.ts'
import type { AnalysedQuestion } from '../search/analyse-question.ts'
import type { Answer } from './answer.ts'
import type { DecideContext } from './decide-context.ts'
import { successorOf } from './successors.ts'

/** A code written in the question names the procedure outright, also an old code that was replaced. */
export function answerOfCode(question: AnalysedQuestion, context: DecideContext): Answer | null {
  const aspects: readonly Aspect[] = question.aspects
  for (const code of question.codes) {
    const entry = context.find(code)
    if (entry === null) continue
    const current = successorOf(entry, context) ?? entry
    const replacedCode = current.code === code || current.id === code ? null : code
    const candidates = [{ entry: current, score: 1 }]
    return { outcome: 'answer', entry: current, aspects, candidates, replacedCode }
  }
  return null
}
