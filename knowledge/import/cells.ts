import type { EntryRecord } from '../entry.ts'
import { isNothing, shorten } from './text.ts'

/** A line of one of the portal's tables; every cell is a text, empty when the source lacks it. */
type Row<Key extends string> = Readonly<Record<Key, string>>

/** Cách thức thực hiện, thành phần hồ sơ, căn cứ pháp lý. */
export type MethodRow = Row<'channel' | 'duration' | 'fee' | 'note'>
export type DocumentRow = Row<'case' | 'name' | 'form' | 'quantity'>
export type LegalRow = Row<'number' | 'title' | 'date' | 'issuer'>

/** The rows of a table field; nothing when the field is absent or not a table. */
function rowsOf<Key extends string>(
  record: EntryRecord,
  field: string,
  keys: readonly Key[],
): Row<Key>[] {
  const rows = record[field]
  if (!Array.isArray(rows)) return []
  return rows.map((row: unknown) => {
    const cells = (row ?? {}) as Record<string, unknown>
    return Object.fromEntries(
      keys.map((key) => [key, typeof cells[key] === 'string' ? cells[key] : '']),
    ) as Row<Key>
  })
}

export const methodsOf = (record: EntryRecord): MethodRow[] =>
  rowsOf(record, 'methods', ['channel', 'duration', 'fee', 'note'])
export const documentsOf = (record: EntryRecord): DocumentRow[] =>
  rowsOf(record, 'documents', ['case', 'name', 'form', 'quantity'])
export const legalBasisOf = (record: EntryRecord): LegalRow[] =>
  rowsOf(record, 'legal_basis', ['number', 'title', 'date', 'issuer'])

/** What a derived value says, before its provenance is known. */
export interface Statement {
  text: string
  short?: string
  doubt?: string
}

/** Characters of the one-line form, as the first screen of a card allows. */
const SHORT_LENGTH = 70

/** A statement with its short form; null when the text says nothing. */
export const statement = (text: string, short = text, doubt?: string): Statement | null =>
  isNothing(text)
    ? null
    : { text, short: shorten(short, SHORT_LENGTH), ...(doubt ? { doubt } : {}) }

/** Without the list sign that a cell begins with: `- Tờ khai`, `* Lưu ý:`, `+ …`. */
export const withoutBullet = (text: string): string => text.replace(/^\s*[-–•*+]+\s*/, '').trim()

/** Distinct items in the order of their first appearance. */
export const distinct = <T>(items: readonly T[]): T[] => [...new Set(items)]
