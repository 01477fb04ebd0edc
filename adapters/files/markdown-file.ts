import { parseDocument } from 'yaml'
import type { SourceItem, SourceSection } from '../../knowledge/index.ts'
import type { ReadLimits } from './limits.ts'
import { readWhole } from './text-file.ts'
import { wording } from './wording.ts'

const FRONT_MATTER = /^\s*---[ \t]*\n([^]*?)(?:^|\n)---[ \t]*(?:\n|$)/

/**
 * Reads a Markdown file with YAML front matter: one record, and the sections under its `## ` headings
 * with their line numbers. Every scalar of the front matter is text, so codes keep their zeros.
 */
export async function* readMarkdown(
  path: string,
  file: string,
  limits: ReadLimits,
): AsyncGenerator<SourceItem> {
  const text = (await readWhole(path, limits)).replace(/\r\n?/g, '\n')
  const front = FRONT_MATTER.exec(text)
  if (!front) {
    yield { file, sheet: null, row: 1, problem: wording.noFrontMatter }
    return
  }
  const linesBefore = (end: number): number => text.slice(0, end).split('\n').length - 1
  const yaml = front[1] ?? ''
  const firstRow = linesBefore(front[0].indexOf('---')) + 2
  const read = readFrontMatter(yaml)
  if ('problem' in read) {
    yield { file, sheet: null, row: firstRow + read.line - 1, problem: read.problem }
    return
  }
  const sections = readSections(text.slice(front[0].length), linesBefore(front[0].length) + 1)
  yield { file, sheet: null, row: 1, raw: read.record, sections }
}

/** `line` counts within the front matter, from 1. */
function readFrontMatter(yaml: string): { record: unknown } | { problem: string; line: number } {
  const document = parseDocument(yaml, {
    // Every scalar is text, only nothing is null: 1.004870 and 2026-11-21 stay as written.
    schema: 'failsafe',
    customTags: ['null'],
    prettyErrors: true,
    logLevel: 'silent',
  })
  const [error] = document.errors
  if (error) {
    const reason = wording.yamlReasons[error.code] ?? wording.yamlReasons['other'] ?? ''
    return { problem: wording.badYaml(reason), line: error.linePos?.[0].line ?? 1 }
  }
  let record: unknown
  try {
    record = document.toJS({ maxAliasCount: 0 })
  } catch {
    return { problem: wording.badYaml(wording.aliases), line: 1 }
  }
  return record !== null && typeof record === 'object' && !Array.isArray(record)
    ? { record }
    : { problem: wording.frontMatterIsNoGroup, line: 1 }
}

function readSections(text: string, firstRow: number): SourceSection[] {
  const sections: { heading: string | null; lines: { row: number; text: string }[] }[] = []
  let current = { heading: null as string | null, lines: [] as { row: number; text: string }[] }
  for (const [at, line] of text.split('\n').entries()) {
    const [, heading] = /^##\s+(.*?)\s*#*\s*$/.exec(line) ?? []
    if (heading === undefined) {
      current.lines.push({ row: firstRow + at, text: line })
      continue
    }
    sections.push(current)
    current = { heading, lines: [] }
  }
  sections.push(current)
  return sections.filter(
    ({ heading, lines }) => heading !== null || lines.some((l) => l.text.trim()),
  )
}
