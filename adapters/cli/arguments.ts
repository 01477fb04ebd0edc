/** What works anywhere on the line, and what is left for the command. */
export interface GlobalArguments {
  isJson: boolean
  /** As written after `--data`; '' when a folder is missing there, null when `--data` was not given. */
  dataFolder: string | null
  rest: string[]
}

/**
 * Takes `--json` and `--data DIR` (or `--data=DIR`) from anywhere before a lone `--`. A word that begins with
 * `-` is no folder: `--data=-x` names even such a one.
 */
export function takeGlobalArguments(line: readonly string[]): GlobalArguments {
  const end = line.indexOf('--')
  const before = end < 0 ? line : line.slice(0, end)
  const rest: string[] = []
  let isJson = false
  let dataFolder: string | null = null
  for (let at = 0; at < before.length; at += 1) {
    const word = before[at] ?? ''
    const next = before[at + 1]
    if (word === '--json') isJson = true
    else if (word.startsWith('--data=')) dataFolder = word.slice('--data='.length)
    else if (word !== '--data') rest.push(word)
    else if (next === undefined || next.startsWith('-')) dataFolder = ''
    else {
      dataFolder = next
      at += 1
    }
  }
  return { isJson, dataFolder, rest: [...rest, ...(end < 0 ? [] : line.slice(end))] }
}
