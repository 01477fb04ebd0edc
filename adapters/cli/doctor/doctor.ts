import type { Command } from 'commander'
import { toInstant } from '../../../core/index.ts'
import type { CliContext } from '../context.ts'
import { runChecks, type Check } from './checks.ts'
import { gatherFacts } from './facts.ts'
import { doctorWording as say } from './wording.ts'

/** `cchc doctor`: what is in order, what should and what must be done; exit 1 when something must. */
export function registerDoctor(program: Command, context: CliContext): void {
  program
    .command('doctor')
    .option('--forget-future-runs', say.forgetFutureRuns)
    .description(say.description)
    .addHelpText('after', say.examples)
    .action(async (options: { forgetFutureRuns?: boolean }) => {
      if (options.forgetFutureRuns === true) await forgetFutureRuns(context)
      else await examine(context)
    })
}

async function examine(context: CliContext): Promise<void> {
  const checks = runChecks(await gatherFacts(context))
  const count = (level: Check['level']): number =>
    checks.filter((check) => check.level === level).length
  const must = count('must')
  const lines = checks.map(
    ({ name, level, message }) => `${say.names[name] ?? name}: ${say.levels[level]}: ${message}`,
  )
  context.print({
    json: { ok: must === 0, must, advice: count('advice'), checks },
    text: [...lines, '', say.summary(must, count('advice'))].join('\n'),
  })
  if (must > 0) context.setExit(1)
}

async function forgetFutureRuns({ app, clock, print }: CliContext): Promise<void> {
  const { jobRuns } = await app()
  const forgotten = await jobRuns.deleteAfter(toInstant(clock.now()))
  print({ json: { forgotten }, text: say.forgotten(forgotten) })
}
