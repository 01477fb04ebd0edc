import type { Command } from 'commander'
import type { CliContext } from '../context.ts'
import { registerChanging } from './changing.ts'
import { registerFacts } from './facts.ts'
import { registerLooking } from './looking.ts'
import { registerQuarantine } from './quarantine.ts'
import { kbWording as say } from './wording.ts'

/** `cchc kb …`: knowledge in numbered revisions. */
export function registerKb(program: Command, context: CliContext): void {
  const kb = program.command('kb').description(say.description).addHelpText('after', say.examples)
  registerChanging(kb, context)
  registerLooking(kb, context)
  registerQuarantine(kb, context)
  registerFacts(kb, context)
}
