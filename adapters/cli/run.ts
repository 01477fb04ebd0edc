import { Command, CommanderError } from 'commander'
import { Failure, toError } from '../../core/index.ts'
import { registerAsk } from './commands/ask.ts'
import { registerDb } from './commands/db.ts'
import { registerEval } from './commands/eval.ts'
import { registerServe } from './commands/serve.ts'
import { shellWording as say } from './commands/wording.ts'
import type { CliContext } from './context.ts'
import { registerDoctor } from './doctor/doctor.ts'
import { registerPack } from './pack/pack.ts'
import { registerUnit } from './unit/unit.ts'
import { speakVietnamese, type WriteHelp } from './help.ts'
import { registerKb } from './kb/register.ts'
import { registerLog } from './log/log.ts'
import { usageErrorOf } from './usage-error.ts'

/** Where the command line writes; the process's own streams outside tests. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
}

/** What `compose.ts` gives; printing and the exit code are the shell's own. */
export type CliParts = Omit<CliContext, 'print' | 'setExit'>

/** Help that was asked for by an option, and help because no command was given. */
const HELP_CODES = new Set(['commander.helpDisplayed', 'commander.help'])

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
  let help = ''
  const print: CliContext['print'] = ({ json, text }) =>
    terminal.out(`${isJson ? JSON.stringify(json, null, 2) : text}\n`)
  const context: CliContext = {
    ...parts,
    print,
    setExit: (code) => {
      exit = code
    },
  }
  try {
    await createProgram(context, (text) => {
      help += text
    }).parseAsync([...line], { from: 'user' })
    return exit
  } catch (thrown) {
    if (thrown instanceof CommanderError && HELP_CODES.has(thrown.code)) {
      print({ json: { help: help.trimEnd() }, text: help.trimEnd() })
      return 0
    }
    return reportFailure(thrown, isJson, terminal)
  }
}

/**
 * Says in one line what went wrong: for people on stderr, with `--json` as `{error: {kind, message}}` on stdout.
 * @returns the exit code
 */
export function reportFailure(thrown: unknown, isJson: boolean, terminal: Terminal): number {
  const { kind, message } = describe(thrown)
  if (isJson) terminal.out(`${JSON.stringify({ error: { kind, message } }, null, 2)}\n`)
  else terminal.err(`${message}\n`)
  return kind === 'input' ? 2 : 1
}

/** All commands; nothing is opened before one of them runs. */
export function createProgram(context: CliContext, writeHelp: WriteHelp): Command {
  const program = new Command('cchc')
    .description(say.description)
    .addHelpText('after', say.globals)
    .addHelpText('afterAll', say.shortForm)
  registerServe(program, context)
  registerAsk(program, context)
  registerEval(program, context)
  registerDb(program, context)
  registerKb(program, context)
  registerLog(program, context)
  registerUnit(program, context)
  registerDoctor(program, context)
  registerPack(program, context)
  speakVietnamese(program, writeHelp)
  return program
}

function describe(thrown: unknown): { kind: string; message: string } {
  if (thrown instanceof Failure) return { kind: thrown.kind, message: oneLine(thrown.message) }
  if (thrown instanceof CommanderError) return { kind: 'input', message: usageErrorOf(thrown) }
  return { kind: 'ours', message: say.unexpected(oneLine(toError(thrown).message)) }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
