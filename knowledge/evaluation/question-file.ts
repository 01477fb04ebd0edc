import { z } from 'zod'
import { Failure } from '../../core/index.ts'
import { wording } from '../wording.ts'
import type { LabelledQuestion } from './evaluate.ts'

const labelled = z.object({
  question: z.string().min(1),
  procedure_id: z.string().min(1),
  acceptable_ids: z.array(z.string()).default([]),
  hard: z.boolean().default(false),
  variants: z.record(z.string(), z.string()).default({}),
})
const outOfScope = z.object({ question: z.string().min(1) })

/**
 * Reads labelled questions from JSON Lines: `question, procedure_id, acceptable_ids, hard, variants`.
 * @throws Failure `input` naming the line that is wrong
 */
export const parseQuestions = (text: string, file: string): LabelledQuestion[] =>
  parseLines(text, file, labelled).map((row) => ({
    question: row.question,
    procedureId: row.procedure_id,
    acceptableIds: row.acceptable_ids,
    isHard: row.hard,
    variants: row.variants,
  }))

/** Reads questions that must not be answered from JSON Lines with a key `question`. */
export const parseOutOfScope = (text: string, file: string): string[] =>
  parseLines(text, file, outOfScope).map(({ question }) => question)

function parseLines<T>(text: string, file: string, schema: z.ZodType<T>): T[] {
  const rows = text.split(/\r?\n/).flatMap((line, at) => {
    if (line.trim() === '') return []
    const parsed = schema.safeParse(parseJson(line))
    if (!parsed.success) throw new Failure('input', wording.badQuestionLine(file, at + 1))
    return [parsed.data]
  })
  if (rows.length === 0) throw new Failure('input', wording.noQuestions(file))
  return rows
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
