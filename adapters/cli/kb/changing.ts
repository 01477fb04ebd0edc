import { basename, resolve } from 'node:path'
import type { Command } from 'commander'
import { Failure } from '../../../core/index.ts'
import type { CliContext } from '../context.ts'
import { importText } from './texts.ts'
import { kbWording as say } from './wording.ts'

interface ImportFlags {
  dryRun?: boolean
  replace?: boolean
  publish?: boolean
}

/** `kb import|publish|discard|rollback`: what makes new revisions. */
export function registerChanging(kb: Command, context: CliContext): void {
  kb.command('import')
    .argument('<path...>', say.importPaths)
    .option('--dry-run', say.dryRun)
    .option('--replace', say.replace)
    .option('--publish', say.publishNow)
    .description(say.import)
    .addHelpText('after', say.importExamples)
    .action((paths: string[], flags: ImportFlags) => importFiles(context, paths, flags))

  kb.command('publish')
    .argument('<draft>', say.draftId)
    .description(say.publish)
    .addHelpText('after', say.publishExamples)
    .action(async (draft: string) => {
      const { revision } = await (await context.app()).revisions.publish(draft)
      context.print({ json: { revision }, text: say.published(revision) })
    })

  kb.command('discard')
    .argument('<draft>', say.draftId)
    .description(say.discard)
    .addHelpText('after', say.discardExamples)
    .action(async (draft: string) => {
      await (await context.app()).revisions.discard(draft)
      context.print({ json: { discarded: draft }, text: say.discarded(draft) })
    })

  kb.command('rollback')
    .argument('<rev>', say.revisionNumber)
    .description(say.rollback)
    .addHelpText('after', say.rollbackExamples)
    .action(async (text: string) => {
      const number = numberOf(text)
      const { revision } = await (await context.app()).revisions.rollback(number)
      context.print({ json: { revision }, text: say.rolledBack(number, revision) })
    })
}

async function importFiles(
  context: CliContext,
  paths: readonly string[],
  flags: ImportFlags,
): Promise<void> {
  const { revisions, readFiles } = await context.app()
  const isDryRun = flags.dryRun === true
  const report = await revisions.import(
    readFiles(paths.map((path) => resolve(context.cwd, path))),
    {
      label: paths.map((path) => basename(path)).join(', '),
      dryRun: isDryRun,
      replace: flags.replace === true,
      publish: flags.publish === true,
    },
  )
  context.print({ json: report, text: importText(report, isDryRun) })
  if (report.read === report.rejected.length) context.setExit(2)
}

function numberOf(text: string): number {
  const digits = /^#?(\d{1,9})$/.exec(text)?.[1]
  if (digits === undefined) throw new Failure('input', say.notANumber(text))
  return Number(digits)
}
