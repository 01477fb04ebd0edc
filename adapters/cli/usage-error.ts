import type { CommanderError } from 'commander'
import { shellWording as say } from './commands/wording.ts'

/**
 * What is wrong with a line, in Vietnamese. The code decides what is said; the words that it is about and the
 * names that are near stand only in the English message.
 */
export function usageErrorOf({ code, message }: CommanderError): string {
  const [line = '', ...more] = message.split('\n(Did you mean ')
  const about = /'(.*)'/s.exec(line)?.[1] ?? ''
  const near = more.at(-1)?.replace(/^one of |\?\)\s*$/g, '')
  const explain = say.usageErrors[code] ?? say.usageWrong
  return [explain(about), near === undefined ? '' : say.didYouMean(near), say.seeHelp]
    .filter(Boolean)
    .join(' ')
    .replace(/\s+/g, ' ')
}
