import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { CliContext } from '../context.ts'
import { evalWording as say } from './wording.ts'

interface EvalOptions {
  kb: string
  questions: string
  outOfScope?: string
  variants?: boolean
}

/** `cchc eval`: measures search and answers on labelled questions, without touching the data folder. */
export function registerEval(program: Command, context: CliContext): void {
  program
    .command('eval')
    .requiredOption('--kb <file>', say.kb)
    .requiredOption('--questions <file>', say.questions)
    .option('--out-of-scope <file>', say.outOfScope)
    .option('--variants', say.variants)
    .description(say.description)
    .addHelpText('after', say.examples)
    .action(async (options: EvalOptions) => {
      const path = (file: string): string => resolve(context.cwd, file)
      const { figures, entries, indexBytes } = await context.evaluate({
        kb: path(options.kb),
        questions: path(options.questions),
        outOfScope: options.outOfScope === undefined ? null : path(options.outOfScope),
        withVariants: options.variants === true,
      })
      const text = `${JSON.stringify(figures, null, 2)}\n${say.indexSize(entries, indexBytes)}`
      context.print({ json: figures, text })
    })
}
