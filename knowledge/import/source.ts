/** Where a record was read: file as the caller named it, sheet of a workbook, line or running number. */
export interface SourcePlace {
  file: string
  sheet: string | null
  /** Counts from 1: the line of a text file, the element of a JSON array; null: the file as a whole. */
  row: number | null
}

/** A piece of a text document: the lines under one heading. */
export interface SourceSection {
  /** Null for the text before the first heading. */
  heading: string | null
  lines: readonly { row: number; text: string }[]
}

/**
 * What a reader found at a place: a raw record (with the sections of its document, if it was one),
 * or why nothing could be read there. What keys and headings mean is decided in this room.
 */
export type SourceItem = SourcePlace &
  ({ raw: unknown; sections?: readonly SourceSection[] } | { problem: string })

/**
 * Reads files and folders one record at a time.
 * @throws Failure `input` when a path does not exist
 */
export type ReadFiles = (paths: readonly string[]) => AsyncIterable<SourceItem>

/**
 * Keys whose values are identifiers (mã số): a reader must hand a bare number under them on as it is
 * written, because 1.004870 and 1.00487 are two codes and one number.
 */
export const EXACT_TEXT_KEYS: ReadonlySet<string> = new Set([
  'id',
  'code',
  'about',
  'decision',
  'replaced_by',
  'replaces',
  'entry',
  'number',
])
