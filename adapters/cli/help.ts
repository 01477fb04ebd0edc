import type { Command, Option } from 'commander'
import { shellWording as say } from './commands/wording.ts'

/** Where commander's help goes; its own error lines go nowhere, because the shell says them itself. */
export type WriteHelp = (text: string) => void

/** Vietnamese help for a command and all below it, and errors thrown instead of a process that ends midway. */
export function speakVietnamese(command: Command, writeHelp: WriteHelp): void {
  command
    .exitOverride()
    .helpOption('-h, --help', say.help)
    .helpCommand(false)
    .configureHelp({
      styleTitle: (title) => say.titles[title] ?? title,
      commandUsage: usageOf,
      subcommandTerm: (child) => [child.name(), ...argumentsOf(child)].join(' '),
      argumentTerm: (argument) => placeholdersIn(argument.name()),
      optionTerm: (option) => option.flags.replace(/(?<=[<[])[a-z-]+/g, placeholdersIn),
      optionDescription: describeOption,
    })
    .configureOutput({ writeOut: writeHelp, writeErr: writeHelp, outputError: () => undefined })
  command.commands.forEach((child) => speakVietnamese(child, writeHelp))
}

function usageOf(command: Command): string {
  const names: string[] = []
  for (let at: Command | null = command; at !== null; at = at.parent) names.unshift(at.name())
  const hasOptions = command.options.some((option) => !option.hidden)
  return [
    ...names,
    ...argumentsOf(command),
    ...(command.commands.length > 0 ? [say.commandTerm] : []),
    ...(hasOptions ? [say.optionsTerm] : []),
  ].join(' ')
}

const argumentsOf = (command: Command): string[] =>
  command.registeredArguments.map((argument) => {
    const name = placeholdersIn(argument.name()) + (argument.variadic ? '...' : '')
    return argument.required ? `<${name}>` : `[${name}]`
  })

const placeholdersIn = (name: string): string => say.placeholders[name] ?? name

function describeOption({ description, defaultValue, argChoices }: Option): string {
  const notes = [
    ...(argChoices === undefined ? [] : [say.choices(argChoices)]),
    ...(defaultValue === undefined ? [] : [say.defaultValue(String(defaultValue))]),
  ]
  return notes.length === 0 ? description : `${description} (${notes.join('; ')})`
}
