const GAP = '  '
const MAX_CELL = 80
const SEGMENTER = new Intl.Segmenter('vi')

/** Columns of plain text under their headings; numbers to the right, long cells and line ends cut. */
export function renderTable(heading: readonly string[], rows: readonly string[][]): string {
  const lines = [heading, ...rows].map((cells) => cells.map(toCell))
  const widths = heading.map((_, column) =>
    Math.max(...lines.map((cells) => widthOf(cells[column] ?? ''))),
  )
  const isNumber = heading.map(
    (_, column) => rows.length > 0 && rows.every((cells) => /^\d+$/.test(cells[column] ?? '')),
  )
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => {
          const padding = ' '.repeat((widths[column] ?? 0) - widthOf(cell))
          return isNumber[column] === true ? padding + cell : cell + padding
        })
        .join(GAP)
        .trimEnd(),
    )
    .join('\n')
}

function toCell(text: string): string {
  const line = text.normalize('NFC').replace(/\s+/gu, ' ')
  return widthOf(line) > MAX_CELL
    ? `${lettersOf(line)
        .slice(0, MAX_CELL - 1)
        .join('')}…`
    : line
}

const widthOf = (text: string): number => lettersOf(text).length

const lettersOf = (text: string): string[] =>
  Array.from(SEGMENTER.segment(text), ({ segment }) => segment)
