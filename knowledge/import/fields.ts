import { z } from 'zod'
import { parseLocalDate } from '../../core/index.ts'
import { ASPECTS, CONFIDENCES, ENTRY_KINDS, type ValueSlot } from '../entry.ts'
import { ONLINE_LEVEL_WORDS, reason } from './wording.ts'

/** More than the longest of 4,431 real records needs (83,000), less than hurts. */
export const MAX_FIELD_LENGTH = 200_000

const NAME_LENGTH = 2_000
const VALUE_SLOTS: readonly string[] = [...ASPECTS, 'summary', 'note'] satisfies ValueSlot[]

/** A field as it is accepted: `schema`, or null for "empty". `prepare` brings usual variants into form. */
const field = <T extends z.ZodType>(prepare: (value: unknown) => unknown, schema: T) =>
  z.preprocess(prepare, schema.nullable()).optional()

const asText = (separator: string) => (value: unknown) => {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
    return value.join(separator)
  }
  return value
}
const text = (limit = MAX_FIELD_LENGTH, separator = ', ') =>
  field(
    asText(separator),
    z.string({ error: reason.notText }).max(limit, { error: reason.tooLong(limit) }),
  )

const emptyToNull = (value: unknown): unknown => (value === '' ? null : value)
const choice = <T extends string>(allowed: readonly T[], words: Readonly<Record<string, T>> = {}) =>
  field(
    (value) =>
      typeof value === 'string' ? (words[value.toLowerCase()] ?? emptyToNull(value)) : value,
    z.enum(allowed as readonly [T, ...T[]], { error: reason.oneOf(allowed) }),
  )

const date = () =>
  field(
    emptyToNull,
    z.string({ error: reason.notADate }).transform((value, context) => {
      const day = parseLocalDate(value)
      if (day !== null) return day
      context.addIssue({ code: 'custom', message: reason.notADate })
      return z.NEVER
    }),
  )

/** Text, or a list of texts; stays what it was. */
const words = () =>
  field(
    (value) => (typeof value === 'number' ? String(value) : value),
    z.union([z.string(), z.array(z.string())], { error: reason.notAList }),
  )

const toList = (key: string) => (value: unknown) => {
  if (value === '') return null
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return value === null
    ? null
    : list.map((item) => (typeof item === 'string' ? { [key]: item } : item))
}
const rows = <T extends z.ZodRawShape>(keyOfText: string, shape: T) =>
  field(
    toList(keyOfText),
    z.array(z.looseObject(shape, { error: reason.notAGroup }), { error: reason.notAList }),
  )

const value = z
  .looseObject(
    {
      text: z.preprocess(
        asText('\n'),
        z.string({ error: reason.noText }).min(1, { error: reason.noText }),
      ),
      short: text(),
      valid_from: date(),
      valid_to: date(),
      doubt: text(),
      source: text(),
      url: text(),
      confidence: choice(CONFIDENCES),
      checked_on: date(),
    },
    { error: reason.notAGroup },
  )
  .refine((item) => !item.valid_from || !item.valid_to || item.valid_from <= item.valid_to, {
    path: ['valid_to'],
    error: reason.endsBeforeStart,
  })

const values = field(
  (groups) =>
    groups !== null && typeof groups === 'object' && !Array.isArray(groups)
      ? Object.fromEntries(
          Object.entries(groups).map(([slot, item]) => [slot, toList('text')(item) ?? []]),
        )
      : emptyToNull(groups),
  z.record(
    z.string().refine((slot) => VALUE_SLOTS.includes(slot), { error: reason.unknownSlot }),
    z.array(value, { error: reason.notAList }),
    { error: reason.notAGroup },
  ),
)

/** The keys that we know, each absent, empty or well formed; all other keys pass as they are. */
export const recordSchema = z.looseObject(
  {
    id: text(),
    code: field(
      emptyToNull,
      z.string({
        error: (issue) => (typeof issue.input === 'number' ? reason.unquotedCode : reason.badCode),
      }),
    ),
    name: text(NAME_LENGTH),
    short_name: text(NAME_LENGTH),
    button: text(22),
    kind: choice(ENTRY_KINDS),
    field: text(),
    level: text(),
    audience: text(),
    agency: text(),
    authority: text(),
    receive_address: text(MAX_FIELD_LENGTH, '\n'),
    steps: text(MAX_FIELD_LENGTH, '\n'),
    result: text(MAX_FIELD_LENGTH, '\n'),
    conditions: text(MAX_FIELD_LENGTH, '\n'),
    decision: text(),
    url: text(),
    hint: text(),
    source: text(),
    body: text(MAX_FIELD_LENGTH, '\n'),
    about: text(),
    tone: choice(['grief']),
    replaced_by: text(),
    keywords: words(),
    questions: words(),
    replaces: words(),
    online_level: choice(['full', 'partial', 'none'], ONLINE_LEVEL_WORDS),
    confidence: choice(CONFIDENCES),
    status: choice(['current', 'repealed']),
    checked_on: date(),
    valid_to: date(),
    methods: rows('note', { channel: text(), duration: text(), fee: text(), note: text() }),
    documents: rows('name', { case: text(), name: text(), form: text(), quantity: text() }),
    legal_basis: rows('title', { number: text(), title: text(), date: text(), issuer: text() }),
    related: rows('label', {
      label: z.string({ error: reason.notText }).min(1, { error: reason.noText }),
      entry: z.string({ error: reason.notText }).min(1, { error: reason.noText }),
    }),
    values,
  },
  { error: reason.notARecord },
)
