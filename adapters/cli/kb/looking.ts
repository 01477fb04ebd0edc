import { resolve } from 'node:path'
import { Option, type Command } from 'commander'
import { Failure, foldText } from '../../../core/index.ts'
import { ENTRY_KINDS, type EntryHeader } from '../../../knowledge/index.ts'
import type { CliContext } from '../context.ts'
import { detailText, diffText, historyText, listText } from './texts.ts'
import { kbWording as say } from './wording.ts'

/** A revision number, or an id as our drafts have; ids of entries are shorter or have signs in them. */
const REVISION_REF = /^(\d{1,9}|[0-9a-z]{26})$/
const DEFAULT_LIMIT = '20'

/** `kb list|show|history|diff|export`: what only looks. */
export function registerLooking(kb: Command, context: CliContext): void {
  kb.command('list')
    .addOption(new Option('--kind <kind>', say.listKind).choices(ENTRY_KINDS))
    .option('--find <text>', say.listFind)
    .description(say.list)
    .addHelpText('after', say.listExamples)
    .action(async (filter: ListFilter) => {
      const all = await (await context.app()).revisions.list()
      const entries = all.filter((entry) => matches(entry, filter))
      context.print({ json: { count: entries.length, entries }, text: listText(entries) })
    })

  kb.command('show')
    .argument('<id>', say.showId)
    .description(say.show)
    .addHelpText('after', say.showExamples)
    .action(async (id: string) => {
      const { revisions } = await context.app()
      if (REVISION_REF.test(id)) {
        const preview = await revisions.preview(id)
        context.print({ json: preview, text: diffText(preview) })
      } else {
        const detail = await revisions.show(id)
        context.print({ json: detail, text: detailText(detail) })
      }
    })

  kb.command('history')
    .option('--limit <n>', say.limit, DEFAULT_LIMIT)
    .description(say.history)
    .addHelpText('after', say.historyExamples)
    .action(async ({ limit }: { limit: string }) => {
      const count = countOf(limit)
      const { revisions } = await context.app()
      const list = await revisions.history(count)
      const current = await revisions.currentNumber()
      context.print({ json: { current, revisions: list }, text: historyText(list, current) })
    })

  kb.command('diff')
    .argument('<a>', say.revisionRef)
    .argument('<b>', say.revisionRef)
    .description(say.diff)
    .addHelpText('after', say.diffExamples)
    .action(async (a: string, b: string) => {
      const diff = await (await context.app()).revisions.diff(a, b)
      context.print({ json: diff, text: diffText(diff) })
    })

  kb.command('export')
    .option('--file <file>', say.exportFile)
    .option('--revision <rev>', say.exportRevision)
    .description(say.export)
    .addHelpText('after', say.exportExamples)
    .action((options: ExportOptions) => exportRecords(context, options))
}

function countOf(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Failure('input', say.notACount(text))
  return Number(text)
}

interface ListFilter {
  kind?: string
  find?: string
}

const matches = ({ id, title, kind }: EntryHeader, filter: ListFilter): boolean =>
  (filter.kind === undefined || kind === filter.kind) &&
  (filter.find === undefined || foldText(`${id} ${title}`).includes(foldText(filter.find)))

interface ExportOptions {
  file?: string
  revision?: string
}

async function exportRecords(context: CliContext, options: ExportOptions): Promise<void> {
  const { revisions, writeRecords } = await context.app()
  const records = await revisions.export(options.revision)
  const { file } = options
  if (file === undefined) {
    const text = records.map((record) => JSON.stringify(record)).join('\n')
    context.print({ json: records, text })
    return
  }
  await writeRecords(resolve(context.cwd, file), records)
  context.print({
    json: { file, records: records.length },
    text: say.exported(file, records.length),
  })
}
