import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { Failure, formatLocalDate, type UnitProfile } from '../../../core/index.ts'
import { emptyFields, toUnitRecord, type UnitField } from '../../../knowledge/index.ts'
import type { CliApp, CliContext } from '../context.ts'
import { renderTable } from '../table.ts'
import { unitFieldName, unitWording as say } from './wording.ts'

/** `cchc unit show|link|load|reset`: who the assistant speaks for. */
export function registerUnit(program: Command, context: CliContext): void {
  const unit = program
    .command('unit')
    .description(say.description)
    .addHelpText('after', say.examples)
  unit
    .command('show')
    .description(say.show)
    .addHelpText('after', say.showExamples)
    .action(async () => context.print(show((await context.app()).unit.current())))
  unit
    .command('link')
    .option('--new', say.renew)
    .description(say.link)
    .addHelpText('after', say.linkExamples)
    .action(async ({ new: isNew }: { new?: true }) => {
      const { setupCodes } = await context.app()
      const code = await (isNew ? setupCodes.renew() : setupCodes.current())
      const url = `${context.settings().url}/thiet-lap?ma=${code}`
      context.print({ json: { url }, text: say.url(url) })
    })
  unit
    .command('load')
    .argument('<file>')
    .description(say.load)
    .addHelpText('after', say.loadExamples)
    .action(async (file: string) => context.print(await load(context, await context.app(), file)))
  unit
    .command('reset')
    .description(say.reset)
    .addHelpText('after', say.resetExamples)
    .action(async () => {
      await (await context.app()).unit.reset()
      context.print({ json: { reset: true }, text: say.wasReset })
    })
}

function show(unit: UnitProfile) {
  const { updated_on: updatedOn, ...fields } = toUnitRecord(unit) ?? {}
  const empty = emptyFields(unit)
  const rows = Object.entries(fields).flatMap(([name, value]) =>
    value !== null && typeof value === 'object'
      ? Object.entries(value).map(([part, text]) => row(`${name}.${part}`, text))
      : [row(name, value)],
  )
  const lines = [
    renderTable([say.field, say.value], rows),
    '',
    empty.length === 0 ? say.complete : say.stillEmpty(empty),
    ...(updatedOn ? [say.updatedOn(formatLocalDate(updatedOn))] : []),
  ]
  return { json: { unit: toUnitRecord(unit), empty }, text: lines.join('\n') }
}

const row = (field: string, value: string | number | null | undefined): string[] => [
  unitFieldName(field as UnitField),
  value === null || value === undefined ? say.nothing : String(value),
]

async function load({ cwd }: CliContext, app: CliApp, file: string) {
  const path = resolve(cwd, file)
  // the program's own file may be missing; one that somebody names may not
  if (!existsSync(path)) throw new Failure('input', say.noFile(file))
  await app.unit.save(await app.readUnitFile(path))
  const empty = emptyFields(app.unit.current())
  return {
    json: { unit: toUnitRecord(app.unit.current()), empty },
    text: say.loaded(empty.length),
  }
}
