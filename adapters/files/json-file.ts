import { toError } from '../../core/index.ts'
import type { SourceItem } from '../../knowledge/index.ts'
import { parseExactJson } from './exact-json.ts'
import type { ReadLimits } from './limits.ts'
import { readText, readWhole } from './text-file.ts'
import { wording } from './wording.ts'

/** Characters of one line of a JSONL file. */
const MAX_LINE_LENGTH = 16_000_000

/** Reads a JSON file: a list of records, `{ "records": [...] }`, or one record. `row` counts the records. */
export async function* readJson(
  path: string,
  file: string,
  limits: ReadLimits,
): AsyncGenerator<SourceItem> {
  const whole = parseExactJson(await readWhole(path, limits))
  const inner = (whole as { records?: unknown } | null)?.records
  const records = Array.isArray(whole) ? whole : Array.isArray(inner) ? inner : [whole]
  for (const [at, raw] of records.entries()) yield { file, sheet: null, row: at + 1, raw }
}

/** Reads a file with one JSON record a line, a piece at a time; a bad line spoils that line only. */
export async function* readJsonLines(
  path: string,
  file: string,
  limits: ReadLimits,
): AsyncGenerator<SourceItem> {
  let row = 0
  for await (const lines of linesOf(readText(path, limits))) {
    if (lines === null) {
      yield { file, sheet: null, row: row + 1, problem: wording.lineTooLong }
      return
    }
    for (const line of lines) {
      row += 1
      if (line.trim() !== '') yield { file, sheet: null, row, ...readLine(line) }
    }
  }
}

function readLine(line: string): { raw: unknown } | { problem: string } {
  try {
    return { raw: parseExactJson(line) }
  } catch (error) {
    return { problem: toError(error).message }
  }
}

/** Lines without their ends, some at a time; null, and then nothing more, for one that does not end. */
async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string[] | null> {
  let open: string[] = []
  let length = 0
  for await (const piece of pieces) {
    const [first = '', ...others] = piece.split('\n')
    open.push(first)
    length += first.length
    const last = others.pop()
    if (last !== undefined) {
      yield [open.join(''), ...others]
      open = [last]
      length = last.length
    }
    if (length > MAX_LINE_LENGTH) {
      yield null
      return
    }
  }
  yield [open.join('')]
}
