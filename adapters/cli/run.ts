import { Command, CommanderError } from 'commander'
import { Failure, toError } from '../../core/index.ts'
import { registerAsk } from './commands/ask.ts'
import { registerDb } from './commands/db.ts'
import { registerEval } from './commands/eval.ts'
import { registerServe } from './commands/serve.ts'
import { shellWording as say } from './commands/wording.ts'
import type { CliContext } from './context.ts'
import { registerDesk } from './desk/desk.ts'
import { registerDoctor } from './doctor/doctor.ts'
import { registerKb } from './kb/register.ts'

/** Where the command line writes; the process's own streams outside tests. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
}

/** What `compose.ts` gives; printing and the exit code are the shell's own. */
export type CliParts = Omit<CliContext, 'print' | 'setExit'>

/**
 * Runs one command line.
 * @param line the words after the program's name, without `--json` and `--data`
 * @returns the exit code: 0 done, 1 could not, 2 the input or the usage is wrong
 */
export async function runCommandLine(
  line: readonly string[],
  isJson: boolean,
  parts: CliParts,
  terminal: Terminal,
): Promise<number> {
  let exit = 0
  const context: CliContext = {
    ...parts,
    print: ({ json, text }) => terminal.out(`${isJson ? JSON.stringify(json, null, 2) : text}\n`),
    setExit: (code) => {
      exit = code
    },
  }
  try {
    await createProgram(context, terminal).parseAsync([...line], { from: 'user' })
    return exit
  } catch (thrown) {
    return report(thrown, isJson, terminal)
  }
}

function createProgram(context: CliContext, terminal: Terminal): Command {
  const program = new Command('cchc')
    .description(say.description)
    .usage(say.usage)
    .addHelpText('after', say.globals)
  prepare(program, terminal)
  registerServe(program, context)
  registerAsk(program, context)
  registerEval(program, context)
  registerDb(program, context)
  registerKb(program, context)
  registerDesk(program, context)
  registerDoctor(program, context)
  program.commands.forEach((command) => prepareAll(command, terminal))
  return program
}

function prepareAll(command: Command, terminal: Terminal): void {
  prepare(command, terminal)
  command.commands.forEach((child) => prepareAll(child, terminal))
}

/** Vietnamese help, and errors thrown instead of a process that ends in the middle. */
function prepare(command: Command, terminal: Terminal): void {
  command
    .exitOverride()
    .helpOption('-h, --help', say.help)
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => say.titles[title] ?? title })
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: () => undefined,
      outputError: () => undefined,
    })
}

function report(thrown: unknown, isJson: boolean, terminal: Terminal): number {
  if (thrown instanceof CommanderError && thrown.exitCode === 0) return 0
  const { kind, message } = describe(thrown)
  if (isJson) terminal.out(`${JSON.stringify({ error: { kind, message } }, null, 2)}\n`)
  else terminal.err(`${message}\n`)
  return kind === 'input' ? 2 : 1
}

function describe(thrown: unknown): { kind: string; message: string } {
  if (thrown instanceof Failure) return { kind: thrown.kind, message: thrown.message }
  if (thrown instanceof CommanderError) {
    const detail = thrown.message.replace(/^error: /, '').replace(/\s+/g, ' ')
    return { kind: 'input', message: say.usageError(say.usageErrors[thrown.code], detail) }
  }
  return { kind: 'ours', message: say.unexpected(toError(thrown).message) }
}
