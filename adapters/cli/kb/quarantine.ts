import type { Command } from 'commander'
import type { CliContext } from '../context.ts'
import { quarantineText } from './texts.ts'
import { kbWording as say } from './wording.ts'

/** `kb quarantine list|accept|reject`: records that wait for a person. */
export function registerQuarantine(kb: Command, context: CliContext): void {
  const quarantine = kb
    .command('quarantine')
    .description(say.quarantine)
    .addHelpText('after', say.quarantineExamples)
  const service = async () => (await context.app()).revisions.quarantine

  quarantine
    .command('list')
    .description(say.quarantineList)
    .addHelpText('after', say.quarantineExamples)
    .action(async () => {
      const quarantined = await (await service()).list()
      const json = { count: quarantined.length, quarantined }
      context.print({ json, text: quarantineText(quarantined) })
    })
  quarantine
    .command('accept')
    .argument('<id>', say.quarantineId)
    .description(say.quarantineAccept)
    .addHelpText('after', say.quarantineExamples)
    .action(async (id: string) => {
      const done = await (await service()).accept(id)
      context.print({ json: done, text: say.accepted(done.entryId, done.revision) })
    })
  quarantine
    .command('reject')
    .argument('<id>', say.quarantineId)
    .description(say.quarantineReject)
    .addHelpText('after', say.quarantineExamples)
    .action(async (id: string) => {
      const done = await (await service()).reject(id)
      context.print({ json: done, text: say.rejectedOne(id, done.revision) })
    })
}
