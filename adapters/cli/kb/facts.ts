import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { Failure, toError } from '../../../core/index.ts'
import { factsOf, SLOT_HEADINGS, type Fact } from '../../../knowledge/index.ts'
import type { CliContext } from '../context.ts'
import { kbWording as say } from './wording.ts'

/** Tells a spreadsheet that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

/** `cchc kb facts`: every value that citizens may be told, with its source. */
export function registerFacts(kb: Command, context: CliContext): void {
  kb.command('facts')
    .option('--file <file>', say.factsFile)
    .description(say.facts)
    .addHelpText('after', say.factsExamples)
    .action(async ({ file }: { file?: string }) => {
      const { entriesOfCurrent, unit } = await context.app()
      const facts = factsOf((await entriesOfCurrent()).entries, unit.current())
      const csv = factsCsv(facts)
      if (file === undefined) return context.print({ json: { facts }, text: csv.trimEnd() })
      await save(resolve(context.cwd, file), BYTE_ORDER_MARK + csv)
      context.print({
        json: { file, facts: facts.length },
        text: say.factsSaved(file, facts.length),
      })
    })
}

/** The facts as a table with commas (RFC 4180), Vietnamese headings first. */
export const factsCsv = (facts: readonly Fact[]): string =>
  [say.factsHeadings, ...facts.map(cellsOf)]
    .map((cells) => `${cells.map(quoted).join(',')}\n`)
    .join('')

const cellsOf = (fact: Fact): string[] => [
  fact.entryId,
  fact.title,
  SLOT_HEADINGS[fact.slot],
  fact.value,
  fact.source,
  say.confidences[fact.confidence],
  fact.checkedOn ?? '',
  fact.validFrom ?? '',
  fact.validTo ?? '',
  fact.doubt ?? '',
]

/** A text that begins like a formula gets an apostrophe, so that a spreadsheet reads it as text. */
function quoted(cell: string): string {
  const text = /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

async function save(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text)
  } catch (thrown) {
    throw new Failure('input', say.factsNotSaved(path, toError(thrown).message))
  }
}
