/** How deep lists and groups may lie in one another. */
const MAX_DEPTH = 12

/**
 * A text as it is kept: composed Unicode, `\n` line ends, no control characters but the line end,
 * nothing around it. Inside lines it stays as the source wrote it.
 */
export const tidyText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\t\u00a0]/g, ' ')
    .replace(/[^\P{Cc}\n]|[\u200b\ufeff]/gu, '')
    .trim()

/**
 * The same for every text within a value.
 * @returns undefined when the value is nested too deeply
 */
export function tidyDeep(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return tidyText(value)
  if (value === null || typeof value !== 'object') return value
  if (depth >= MAX_DEPTH) return undefined
  if (Array.isArray(value)) {
    const items = value.map((item) => tidyDeep(item, depth + 1))
    return items.includes(undefined) ? undefined : items
  }
  const group: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) {
    if (key === '__proto__') continue
    const tidy = tidyDeep(item, depth + 1)
    if (tidy === undefined) return undefined
    group[tidyText(key)] = tidy
  }
  return group
}

/** Every run of white space as one space. */
export const foldSpaces = (text: string): string => text.replace(/\s{2,}|[^\S ]/gu, ' ')

/** The first `limit` characters, cut at a word, with an ellipsis when something was cut. */
export function shorten(text: string, limit: number): string {
  // White space may shrink, so look at more than the limit, but never at a whole document.
  const line = foldSpaces(text.slice(0, limit * 4)).trim()
  if (line.length <= limit) return line
  const cut = line.slice(0, limit)
  const space = cut.lastIndexOf(' ')
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.(–-]+$/u, '')}…`
}

/** Longer texts say something. */
const LONGEST_NOTHING = 60
const NOTHING =
  /^[\s.*+-]*(không|không có|không áp dụng|(không|chưa)( có)? (thông tin|quy định)|không( có)? (yêu cầu|điều kiện)(,? điều kiện)?|n\/a)\s*(\(\d*\))?[\s.;!]*$/iu

/** True for a cell that says nothing: empty, `Không`, `Không có thông tin (1)`, `Chưa quy định.` … */
export const isNothing = (text: string): boolean =>
  text.length <= LONGEST_NOTHING && (/^[\s.*+-]*$/u.test(text) || NOTHING.test(text))
