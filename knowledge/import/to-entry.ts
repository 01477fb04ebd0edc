import {
  ASPECTS,
  CONFIDENCES,
  type Confidence,
  type Entry,
  type EntryRecord,
  type Provenance,
  type Related,
  type Value,
  type ValueSlot,
} from '../entry.ts'
import { methodsOf } from './cells.ts'
import { channelOf } from './derive-methods.ts'
import { derivedValues } from './derived-values.ts'
import { kindOf, textOf, textOrNull } from './identity.ts'
import { liveUrl, officialSource } from './official-source.ts'
import { searchTextOf } from './search-text.ts'

const PROCEDURE_PREFIX = /^thủ tục(?: hành chính)?\s+/iu

/** An entry without its long texts: small enough for thousands to be held. */
export type EntryOutline = Omit<Entry, 'values' | 'text'>
/** The long texts of an entry. */
export type EntryBody = Pick<Entry, 'values' | 'text'>

/** The entry that a record describes: its own values, and for the slots it leaves out those of the portal's fields. Pure. */
export const toEntry = (record: EntryRecord): Entry => ({
  ...toOutline(record),
  ...toBody(record),
})

/** What names and sorts the entry of a record; costs far less than its body. Pure. */
export function toOutline(record: EntryRecord): EntryOutline {
  const name = textOf(record, 'name')
  return {
    id: textOf(record, 'id') || textOf(record, 'code'),
    kind: kindOf(record) ?? 'procedure',
    code: textOf(record, 'code') || null,
    about: textOrNull(record, 'about'),
    tone: record['tone'] === 'grief' ? 'grief' : null,
    title: name,
    shortTitle: textOf(record, 'short_name') || withoutPrefix(name),
    buttonLabel: textOrNull(record, 'button'),
    field: textOrNull(record, 'field'),
    level: textOrNull(record, 'level'),
    agency: textOrNull(record, 'agency'),
    audience: textOrNull(record, 'audience'),
    onlineLevel: onlineLevelOf(record),
    keywords: listOf(record['keywords'], /[,;\n]/u),
    questions: listOf(record['questions'], /\n/u),
    hint: textOrNull(record, 'hint'),
    isRepealed: record['status'] === 'repealed',
    replacedBy: textOrNull(record, 'replaced_by'),
    replaces: listOf(record['replaces'], /[,;\s]/u),
    related: relatedOf(record),
    provenance: provenanceOf(record),
    validTo: textOrNull(record, 'valid_to'),
  }
}

/** What the entry of a record says. Pure. */
export const toBody = (record: EntryRecord): EntryBody => ({
  values: { ...derivedValues(record), ...curatedValues(record, provenanceOf(record)) },
  text: searchTextOf(record),
})

/** The portal begins many names with the words for "procedure", which a title needs no more. */
function withoutPrefix(name: string): string {
  const rest = name.replace(PROCEDURE_PREFIX, '')
  return rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1)
}

function provenanceOf(record: EntryRecord): Provenance {
  const url = liveUrl(textOf(record, 'url'))
  return {
    source: textOf(record, 'source') || officialSource(record),
    ...(url ? { url } : {}),
    confidence: confidenceOf(record['confidence']) ?? 'medium',
    checkedOn: textOrNull(record, 'checked_on'),
  }
}

const confidenceOf = (value: unknown): Confidence | undefined =>
  CONFIDENCES.find((known) => known === value)

type Values = Partial<Record<ValueSlot, readonly Value[]>>

function curatedValues(record: EntryRecord, own: Provenance): Values {
  const groups = (record['values'] ?? {}) as Record<string, readonly EntryRecord[]>
  const values: Values = {}
  for (const slot of [...ASPECTS, 'summary', 'note'] as const) {
    const group = groups[slot]
    if (Array.isArray(group)) values[slot] = group.map((value: EntryRecord) => curated(value, own))
  }
  return values
}

function curated(value: EntryRecord, own: Provenance): Value {
  const source = textOf(value, 'source')
  const url = textOf(value, 'url') || (source ? '' : (own.url ?? ''))
  const [short, validFrom, validTo, doubt] = (
    ['short', 'valid_from', 'valid_to', 'doubt'] as const
  ).map((key) => textOf(value, key))
  return {
    text: textOf(value, 'text'),
    ...(short ? { short } : {}),
    ...(validFrom ? { validFrom } : {}),
    ...(validTo ? { validTo } : {}),
    ...(doubt ? { doubt } : {}),
    provenance: {
      source: source || own.source,
      ...(url ? { url } : {}),
      confidence: confidenceOf(value['confidence']) ?? own.confidence,
      checkedOn: textOf(value, 'checked_on') || own.checkedOn,
    },
  }
}

function onlineLevelOf(record: EntryRecord): Entry['onlineLevel'] {
  const level = record['online_level']
  if (level === 'full' || level === 'partial' || level === 'none') return level
  const methods = methodsOf(record).map((method) => channelOf(method))
  return methods.some(Boolean) && !methods.includes('online') ? 'none' : null
}

function listOf(value: unknown, separator: RegExp): string[] {
  const items: unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(separator)
      : []
  return items
    .filter((item) => typeof item === 'string')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

const relatedOf = (record: EntryRecord): Related[] =>
  Array.isArray(record['related'])
    ? record['related'].map((item: EntryRecord) => ({
        label: textOf(item, 'label'),
        entryId: textOf(item, 'entry'),
      }))
    : []
