import type { EntryRecord } from '../entry.ts'
import { MAX_FIELD_LENGTH, recordSchema } from './fields.ts'
import { identify } from './identity.ts'
import type { Problem } from './problem.ts'
import { readSections } from './sections.ts'
import type { SourceItem } from './source.ts'
import { tidyDeep } from './text.ts'
import { reason } from './wording.ts'

/** A record in our keys and forms, still holding only what its source says. */
export interface NormalRecord {
  id: string
  record: EntryRecord
}

/**
 * Brings a raw record into form: composed Unicode, trimmed texts, ISO dates, lists where lists belong.
 * Keys that we do not know stay. Pure.
 */
export function normalise(
  item: Extract<SourceItem, { raw: unknown }>,
): NormalRecord | { problems: Problem[] } {
  const { raw, sections, file } = item
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) {
    return { problems: [{ field: null, message: reason.notARecord }] }
  }
  const tidy = tidyDeep(raw) as Record<string, unknown> | undefined
  if (tidy === undefined) return { problems: [{ field: null, message: reason.tooDeep }] }
  if (Object.keys(tidy).length === 0) {
    return { problems: [{ field: null, message: reason.nothingInside }] }
  }

  const problems = oversized(tidy)
  if (problems.length > 0) return { problems }
  const whole = sections ? withSections(tidy, readSections(sections, file), problems) : tidy

  const checked = recordSchema.safeParse(whole)
  if (!checked.success) {
    for (const issue of checked.error.issues) {
      problems.push({ field: issue.path.join('.') || null, message: issue.message })
    }
    return { problems }
  }
  const record = withoutUndefined(checked.data)
  const identity = identify(record)
  if ('problem' in identity) problems.push(identity.problem)
  if (problems.length > 0 || 'problem' in identity) return { problems }
  return { id: identity.id, record: { ...record, id: identity.id } }
}

const oversized = (record: Record<string, unknown>): Problem[] =>
  Object.entries(record)
    .filter(([, value]) => (JSON.stringify(value) ?? '').length > MAX_FIELD_LENGTH)
    .map(([field]) => ({ field, message: reason.tooLong(MAX_FIELD_LENGTH) }))

function withSections(
  record: Record<string, unknown>,
  content: ReturnType<typeof readSections>,
  problems: Problem[],
): Record<string, unknown> {
  problems.push(...content.problems)
  const values = { ...(record['values'] as object | undefined), ...content.values }
  const body = [record['body'], content.body].filter((text) => typeof text === 'string' && text)
  return {
    ...record,
    ...(Object.keys(values).length > 0 ? { values } : {}),
    ...(body.length > 0 ? { body: body.join('\n\n') } : {}),
  }
}

const withoutUndefined = (record: Record<string, unknown>): EntryRecord =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))
