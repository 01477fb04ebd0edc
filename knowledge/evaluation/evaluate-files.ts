import { Failure, type LocalDate } from '../../core/index.ts'
import { createKnowledge } from '../answers/create-knowledge.ts'
import type { SourceItem } from '../import/source.ts'
import { buildIndex } from '../search/build-index.ts'
import { toSearchDocument } from '../search/document.ts'
import type { Lexicon } from '../search/lexicon.ts'
import { wording } from '../wording.ts'
import { entriesOfRecords, readItems } from './entries-of-records.ts'
import { evaluate, type Evaluation } from './evaluate.ts'
import { parseOutOfScope, parseQuestions } from './question-file.ts'

/** A text file and the name by which people know it. */
export interface NamedText {
  name: string
  text: string
}

export interface EvaluateFilesInput {
  records: AsyncIterable<SourceItem>
  questions: NamedText
  outOfScope: NamedText | null
  withVariants: boolean
  lexicon: Lexicon
  day: LocalDate
  /** Milliseconds of a steady clock. */
  nowMs: () => number
}

/**
 * Builds an index from the records alone and measures it on the questions.
 * `indexBuildMs` is the time from parsed records to the first possible answer.
 * @throws Failure `input` naming the file and line that is wrong, or the file that is empty
 */
export async function evaluateFiles(
  input: EvaluateFilesInput,
): Promise<Evaluation & { indexBuildMs: number }> {
  const questions = parseQuestions(input.questions.text, input.questions.name)
  const outOfScope =
    input.outOfScope === null ? [] : parseOutOfScope(input.outOfScope.text, input.outOfScope.name)
  const records = await readItems(input.records)
  const start = input.nowMs()
  const entries = entriesOfRecords(records)
  if (entries.length === 0) throw new Failure('input', wording.noRecords)
  const data = buildIndex(entries.map(toSearchDocument))
  const knowledge = createKnowledge(0, entries, data, input.lexicon)
  const indexBuildMs = Math.round(input.nowMs() - start)
  return { ...evaluate(knowledge, { ...input, questions, outOfScope }), indexBuildMs }
}
