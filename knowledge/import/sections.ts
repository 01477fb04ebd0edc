import { foldText } from '../../core/index.ts'
import type { ValueSlot } from '../entry.ts'
import type { Problem } from './problem.ts'
import type { SourceSection } from './source.ts'
import { tidyText } from './text.ts'
import { CONFIDENCE_WORDS, METADATA_WORDS, placeInWords, reason, SLOT_HEADINGS } from './wording.ts'

type RawValue = Record<string, unknown>

/** What the sections of a document say, in the keys of a record. */
export interface SectionContent {
  values: Partial<Record<ValueSlot, RawValue[]>>
  /** Everything under other headings, with its heading. */
  body: string
  problems: Problem[]
}

const wordKey = (text: string): string =>
  foldText(tidyText(text))
    .replace(/[\s:.]+/g, ' ')
    .trim()

const SLOTS = new Map(
  Object.entries(SLOT_HEADINGS).map(([slot, heading]) => [wordKey(heading), slot as ValueSlot]),
)
const METADATA = new Map<string, string>(
  Object.entries(METADATA_WORDS).map(([word, key]) => [wordKey(word), key]),
)
const CONFIDENCE = new Map<string, string>(
  Object.entries(CONFIDENCE_WORDS).map(([word, level]) => [wordKey(word), level]),
)

/**
 * Reads the sections of a Markdown entry: each known heading becomes a value of its slot, the same
 * heading again another value; a heading with nothing under it says that the slot is empty.
 */
export function readSections(sections: readonly SourceSection[], file: string): SectionContent {
  const values: SectionContent['values'] = {}
  const body: string[] = []
  const problems: Problem[] = []
  for (const section of sections) {
    const slot = section.heading === null ? undefined : SLOTS.get(wordKey(section.heading))
    if (slot === undefined) {
      const text = plainText(section.lines.map((line) => line.text))
      if (text || section.heading)
        body.push([section.heading ?? '', text].filter(Boolean).join('\n'))
      continue
    }
    const value = readValue(section, file, problems)
    const known = (values[slot] ??= [])
    if (value !== null) known.push(value)
  }
  return { values, body: body.join('\n\n'), problems }
}

function readValue(section: SourceSection, file: string, problems: Problem[]): RawValue | null {
  const value: RawValue = {}
  const texts: string[] = []
  for (const line of section.lines) {
    const metadata = /^\s*>\s?(.*)$/.exec(line.text)
    if (!metadata) {
      texts.push(line.text)
      continue
    }
    const where = placeInWords(file, null, line.row)
    for (const part of (metadata[1] ?? '').split(/\s+\|\s+|\s*\|$/).filter((item) => item.trim())) {
      const problem = readMetadata(part, value)
      if (problem) problems.push({ field: section.heading, message: `${where}: ${problem}` })
    }
  }
  const text = plainText(texts)
  if (!text && Object.keys(value).length === 0) return null
  return { text, ...value }
}

/** Puts `từ: 01/01/2027` into `value`; gives the reason when it cannot. */
function readMetadata(part: string, value: RawValue): string | null {
  const [, word, rest] = /^([^:]+):(.*)$/s.exec(part) ?? []
  if (word === undefined || rest === undefined) return reason.noColon
  const key = METADATA.get(wordKey(word))
  if (key === undefined) return reason.unknownMetadata(word.trim(), Object.keys(METADATA_WORDS))
  const content = tidyText(rest)
  value[key] = key === 'confidence' ? (CONFIDENCE.get(wordKey(content)) ?? content) : content
  return null
}

/** Lines as a value holds them: list items start with `- `, no heading signs, no runs of blank lines. */
const plainText = (lines: readonly string[]): string =>
  tidyText(
    lines
      .map((line) =>
        line
          .trimEnd()
          .replace(/^\s*[*+•-]\s+/, '- ')
          .replace(/^#{1,6}\s+/, ''),
      )
      .join('\n')
      .replace(/\n{3,}/g, '\n\n'),
  )
