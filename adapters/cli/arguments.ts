/** What works anywhere on the line, and what is left for the command. */
export interface GlobalArguments {
  isJson: boolean
  /** As written after `--data`; null when not given. */
  dataFolder: string | null
  rest: string[]
}

/**
 * Takes `--json` and `--data DIR` (or `--data=DIR`) from anywhere before a lone `--`.
 * A `--data` without a folder stays in `rest`, so that the command reports it.
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
    else if (word === '--data' && next !== undefined) {
      dataFolder = next
      at += 1
    } else rest.push(word)
  }
  return { isJson, dataFolder, rest: [...rest, ...(end < 0 ? [] : line.slice(end))] }
}
