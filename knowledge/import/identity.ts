import { foldText } from '../../core/index.ts'
import { ENTRY_KINDS, type EntryKind, type EntryRecord } from '../entry.ts'
import type { Problem } from './problem.ts'
import { reason } from './wording.ts'

/** National code (mã thủ tục), with the suffixes of a case and of a province or ministry. */
const CODE = /^[1-9]\.\d{6}(\.\d{2})?(\.[HG]\d{2})?$/
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/

/** A field of a record as text; empty when it is absent or not text. */
export const textOf = (record: EntryRecord, key: string): string => {
  const value = record[key]
  return typeof value === 'string' ? value : ''
}

/** The same, null when there is none. */
export const textOrNull = (record: EntryRecord, key: string): string | null =>
  textOf(record, key) || null

/** The kind of a record: what it says, else `procedure` when it has a code, else unknown. */
export const kindOf = (record: EntryRecord): EntryKind | null =>
  ENTRY_KINDS.find((kind) => kind === record['kind']) ??
  (textOf(record, 'code') ? 'procedure' : null)

/** An identifier made of a name: `Đăng ký khai sinh` → `dang-ky-khai-sinh`. */
const slugOf = (name: string): string =>
  foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '')

/** What the record is called: its own id, else its code, else a slug of its name. */
export function identify(record: EntryRecord): { id: string } | { problem: Problem } {
  const given = textOf(record, 'id')
  const code = textOf(record, 'code')
  if (given) {
    return ID.test(given) ? { id: given } : { problem: { field: 'id', message: reason.badId } }
  }
  if (code)
    return ID.test(code) ? { id: code } : { problem: { field: 'code', message: reason.badCode } }
  const slug = slugOf(textOf(record, 'name'))
  return slug ? { id: slug } : { problem: { field: 'id', message: reason.noId } }
}

/** What a record still lacks to be an entry, once it is laid over what is known of it already. */
export function missingIn(record: EntryRecord): Problem[] {
  const problems: Problem[] = []
  const kind = kindOf(record)
  const code = textOf(record, 'code')
  if (!textOf(record, 'name')) problems.push({ field: 'name', message: reason.noName })
  if (kind === null) problems.push({ field: 'kind', message: reason.noKind(ENTRY_KINDS) })
  if (kind === 'procedure' && code && !CODE.test(code)) {
    problems.push({ field: 'code', message: reason.badCode })
  }
  return problems
}
