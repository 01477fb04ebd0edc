import type { Command } from 'commander'
import type { CliContext } from '../context.ts'
import { serveWording as say } from './wording.ts'

/** `cchc serve`: everything that is configured, until the process is told to stop. */
export function registerServe(program: Command, context: CliContext): void {
  program
    .command('serve')
    .description(say.description)
    .addHelpText('after', say.examples)
    .action(async () => {
      const started = await context.serve()
      context.print({ json: started, text: say.started(started) })
    })
}
