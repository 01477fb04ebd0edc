import type { Entry, LabelledQuestion } from '../../../knowledge/index.ts'

/** A guide or an answer about the procedure that is asked for is as right as the procedure itself. */
export function withAbout(question: LabelledQuestion, entries: readonly Entry[]): LabelledQuestion {
  const right = [question.procedureId, ...question.acceptableIds]
  const about = entries.filter((entry) => entry.about !== null && right.includes(entry.about))
  return { ...question, acceptableIds: [...question.acceptableIds, ...about.map(({ id }) => id)] }
}
