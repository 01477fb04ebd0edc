import type { LocalDate } from '../core/index.ts'

export const ENTRY_KINDS = ['procedure', 'guide', 'faq', 'office', 'legal-document'] as const
/** Thủ tục, hướng dẫn, câu hỏi thường gặp, cơ quan, văn bản pháp luật. */
export type EntryKind = (typeof ENTRY_KINDS)[number]

export const ASPECTS = [
  'components',
  'place_hours',
  'duration',
  'fee',
  'online',
  'postal',
  'payment',
  'form',
  'conditions',
  'result',
  'legal_basis',
  'substitute',
  'steps',
  'authority',
  'obligation',
  'status',
  'validity_change',
  'copies',
] as const
/** What about a procedure is asked (khía cạnh): papers, place and hours, time, fee, online, post, … */
export type Aspect = (typeof ASPECTS)[number]

/** An aspect, the answer in short (`summary`, for guides and FAQs) or a remark of the first screen (`note`). */
export type ValueSlot = Aspect | 'summary' | 'note'

export const CONFIDENCES = ['high', 'medium', 'low'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** Where a value comes from and how far to trust it. */
export interface Provenance {
  /** Short name as printed, e.g. `TT 64/2025/TT-BTC`. */
  source: string
  url?: string
  confidence: Confidence
  /** The day a person compared it with the source; null: never, or not known. */
  checkedOn: LocalDate | null
}

/** One statement about an entry, with its own provenance and time of validity. */
export interface Value {
  /** Plain text; lines end with `\n`, list items start with `- `. */
  text: string
  /** The same in one line, for cards where something else was asked. */
  short?: string
  validFrom?: LocalDate
  /** Last day on which it holds. */
  validTo?: LocalDate
  /** Stands beside the value when it is doubtful, e.g. `xin hỏi lại Công an xã mẫu mới`. */
  doubt?: string
  provenance: Provenance
}

/** A button or hint that leads from an entry to another. */
export interface Related {
  label: string
  entryId: string
}

/** One thing we know: what search finds and what answers are made from. Derived from an `EntryRecord`. */
export interface Entry {
  /** Stable: the national code of a procedure, a slug for everything else. */
  id: string
  kind: EntryKind
  code: string | null
  /** The procedure that a guide or FAQ is about, by id or code: follow-ups that it does not answer go on there. */
  about: string | null
  /** Official name. */
  title: string
  /** `grief`: whoever asks has lost somebody; the card says so first and asks for no rating. */
  tone: 'grief' | null
  /** As a card names it. */
  shortTitle: string
  /** For buttons, at most 22 characters; null: the short title, where it fits. */
  buttonLabel: string | null
  field: string | null
  level: string | null
  agency: string | null
  audience: string | null
  onlineLevel: 'full' | 'partial' | 'none' | null
  /** Values by slot; several values of one slot differ in their time of validity. */
  values: Partial<Record<ValueSlot, readonly Value[]>>
  /** Everyday words and phrases that people type for it. */
  keywords: readonly string[]
  /** Whole questions that it answers. */
  questions: readonly string[]
  /** Distinguishes it from its neighbours in a choice: how a citizen recognises this case. */
  hint: string | null
  isRepealed: boolean
  replacedBy: string | null
  /** Codes that it replaced; asking for one leads here. */
  replaces: readonly string[]
  related: readonly Related[]
  /** Any other text worth searching (steps, notes, body). */
  text: string
  provenance: Provenance
  validTo: LocalDate | null
}

/**
 * An entry as stored, imported and exported: the portal's keys (`code`, `name`, `steps`, `methods`, …)
 * with ours (`kind`, `values`, `source`, …). Unknown keys are kept. A key that is absent says nothing,
 * an empty one says empty.
 */
export type EntryRecord = Readonly<Record<string, unknown>>

/** The value of `slot` that holds on `day`, the latest start first; undefined when none does. */
export function currentValue(entry: Entry, slot: ValueSlot, day: LocalDate): Value | undefined {
  return (entry.values[slot] ?? [])
    .filter((value) => (value.validFrom ?? '') <= day && day <= (value.validTo ?? '9999'))
    .toSorted((a, b) => (b.validFrom ?? '').localeCompare(a.validFrom ?? ''))[0]
}
