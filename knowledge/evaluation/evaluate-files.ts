import { Failure, type LocalDate } from '../../core/index.ts'
import type { Entry } from '../entry.ts'
import { createKnowledge } from '../answers/create-knowledge.ts'
import type { SourceItem } from '../import/source.ts'
import type { IndexBuilder } from '../live/index-builder.ts'
import { indexBytes } from '../search/index-data.ts'
import type { Lexicon } from '../search/lexicon.ts'
import { wording } from '../wording.ts'
import { packRecords } from './entries-of-records.ts'
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
  builder: IndexBuilder
  lexicon: Lexicon
  day: LocalDate
  /** Milliseconds of a steady clock. */
  nowMs: () => number
}

interface FilesEvaluation {
  figures: Evaluation & { indexBuildMs: number }
  entries: number
  indexBytes: number
}

/**
 * Builds an index from the records alone and measures it on the questions.
 * `indexBuildMs` is the time from the first parsed record to the first possible answer; reading the others is in it,
 * because records are indexed while the next ones are read.
 * @throws Failure `input` naming the file and line that is wrong, or the file that is empty
 */
export async function evaluateFiles(input: EvaluateFilesInput): Promise<FilesEvaluation> {
  const questions = parseQuestions(input.questions.text, input.questions.name)
  const outOfScope =
    input.outOfScope === null ? [] : parseOutOfScope(input.outOfScope.text, input.outOfScope.name)
  const entries: Entry[] = []
  let start = input.nowMs()
  const records = packRecords(input.records, (entry) => {
    if (entries.length === 0) start = input.nowMs()
    entries.push(entry)
  })
  const data = await input.builder.build(records)
  if (entries.length === 0) throw new Failure('input', wording.noRecords)
  const knowledge = createKnowledge(0, entries, data, input.lexicon)
  const indexBuildMs = Math.round(input.nowMs() - start)
  const figures = { ...evaluate(knowledge, { ...input, questions, outOfScope }), indexBuildMs }
  return { figures, entries: entries.length, indexBytes: indexBytes(data) }
}
