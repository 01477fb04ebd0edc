import type { ExplainedCandidate, ExplainedTerm, Explanation } from '../../../../knowledge/index.ts'
import { explainWording as say } from './wording.ts'

/** No line is longer. */
const WIDTH = 100
const MOST_TERMS = 8
const CELL_GAP = 2

/**
 * An explanation for people at a terminal: what was read, the candidates, why it was decided so.
 * @param outcome what the asker got; the conversation may make something else of what knowledge found
 */
export const explanationText = (explanation: Explanation, outcome: string): string =>
  [
    readingOf(explanation),
    ...explanation.candidates.map((candidate, at) => candidateOf(candidate, at + 1)),
    ...(explanation.candidates.length === 0 ? [] : [[say.addedNote]]),
    decisionOf(explanation, outcome),
  ]
    .map((block) => block.join('\n'))
    .join('\n\n')

function readingOf({ words, corrected, rows, cases, aspects }: Explanation): string[] {
  const cells = words.map(({ word, readAs, weight }) =>
    [word, say.number(weight, 2), ...(readAs.length === 0 ? [] : [say.readAs(readAs)])].join(' '),
  )
  const labelled = (label: string, texts: readonly string[]): string[] =>
    texts.flatMap((text, at) => wrapped(text, `${at === 0 ? label : ''}`.padEnd(LABEL)))
  return [
    say.read,
    ...inCells(cells),
    ...(corrected === null ? [] : labelled(say.corrected, [corrected])),
    ...labelled(
      say.rows,
      orNothing(rows.map((row) => say.row(row.phrase, row.means, row.codes, row.isOpen))),
    ),
    ...labelled(say.cases, orNothing(cases.map((names) => names.join(' / ')))),
    ...labelled(say.aspects, [
      aspects.map((aspect) => say.field(aspect)).join(', ') || say.nothing,
    ]),
  ]
}

/** Width of the labels before what was read. */
const LABEL = 15
const INDENT = 3

const orNothing = (texts: readonly string[]): readonly string[] =>
  texts.length === 0 ? [say.nothing] : texts

/** Short texts in columns of one width, as many as fit. */
function inCells(cells: readonly string[]): string[] {
  const width = Math.min(WIDTH - INDENT, Math.max(0, ...cells.map(lengthOf)) + CELL_GAP)
  const perLine = Math.max(1, Math.floor((WIDTH - INDENT + CELL_GAP) / width))
  const lines: string[] = []
  for (let at = 0; at < cells.length; at += perLine) {
    const line = cells.slice(at, at + perLine).map((cell) => padded(cell, width))
    lines.push(`${' '.repeat(INDENT)}${line.join('')}`.trimEnd())
  }
  return lines
}

function candidateOf(candidate: ExplainedCandidate, at: number): string[] {
  const { id, title, probability, score, features, terms } = candidate
  const head = `${say.candidate(at, id, probability)}, ${say.points(score)}`
  return [
    head,
    ...wrapped(title, ' '.repeat(INDENT)),
    ...(features.length === 0
      ? []
      : table(
          say.features,
          features.map(({ name, value, weight, gives }) => [
            say.feature(name),
            ...[value, weight, gives].map((one) => say.number(one, 2)),
          ]),
        )),
    ...(terms.length === 0 ? [] : table(say.terms, terms.slice(0, MOST_TERMS).map(termRow))),
    ...(terms.length > MOST_TERMS
      ? [`${' '.repeat(INDENT)}${say.moreTerms(terms.length - MOST_TERMS)}`]
      : []),
  ]
}

const termRow = ({ term, isAdded, all, names, fields }: ExplainedTerm): string[] => [
  isAdded ? say.added(term) : term,
  say.number(all, 2),
  say.number(names, 2),
  fields.map((field) => say.field(field)).join(', '),
]

/** Width of the first column; the two or three after it hold numbers, what is left is text. */
const FIRST = 46
const NUMBER = 10

/** Rows under a head; text at the end of a row goes on below itself. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [head, ...rows].flatMap((row) => {
    const [first = '', second = '', third = '', last = ''] = row
    const numbers = [second, third].map((cell) => cell.padStart(NUMBER)).join('')
    const start = `${' '.repeat(INDENT)}${padded(first, FIRST)}${numbers}`
    return /^(?:-?\d+,\d+|cho)$/u.test(last)
      ? [`${start}${last.padStart(NUMBER)}`]
      : wrapped(last, `${start}${' '.repeat(CELL_GAP)}`)
  })
}

function decisionOf({ decision, candidates }: Explanation, outcome: string): string[] {
  const { rule, sureness, thresholds } = decision
  const head = say.why(say.outcome(decision.outcome), say.rule(rule))
  const figures =
    sureness === null || candidates.length === 0
      ? []
      : [
          [say.right, say.threshold(sureness.right, thresholds.right)],
          [say.first, say.threshold(sureness.first, thresholds.first)],
          [say.near, say.threshold(sureness.near, thresholds.near)],
        ]
  return [
    ...wrapped(head, ''),
    ...figures.map(
      ([label = '', figure = '']) => `${' '.repeat(INDENT)}${padded(label, FIRST)}${figure}`,
    ),
    ...(figures.length === 0 || sureness === null
      ? []
      : [`${' '.repeat(INDENT)}${say.about(sureness.isAbout)}`]),
    ...(outcome === decision.outcome ? [] : [say.changed(say.outcome(outcome))]),
  ]
}

/** A text on lines of at most the width, each but the first as far in as the first one's start. */
function wrapped(text: string, start: string): string[] {
  const lines: string[] = []
  let line = start
  let isEmpty = true
  for (const word of text.split(' ')) {
    if (!isEmpty && lengthOf(line) + 1 + lengthOf(word) > WIDTH) {
      lines.push(line.trimEnd())
      line = ' '.repeat(lengthOf(start))
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, line.trimEnd()]
}

/** Letters as they stand on a screen: marks of decomposed letters take no place. */
const lengthOf = (text: string): number => text.normalize('NFC').length

const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - lengthOf(text)))
