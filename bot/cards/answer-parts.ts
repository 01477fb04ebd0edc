import { formatLocalDate } from '../../core/index.ts'
import type { LocalDate, WorkingCalendar } from '../../core/index.ts'
import { currentValue } from '../../knowledge/index.ts'
import type { Aspect, Entry, Value } from '../../knowledge/index.ts'
import { ASKED_LINES, ASPECT_WORDS, ONLINE_LEVELS, answerWords } from '../wording.ts'
import { fullLines, holidayRemark, oneLine } from './card-text.ts'
import { clip } from './clip.ts'

/** What an answer card is made from. */
export interface AnswerInput {
  entry: Entry
  /** Aspects asked, in the order asked; empty for an overview. */
  aspects: readonly Aspect[]
  day: LocalDate
  calendar: WorkingCalendar
  /** The old code that was asked for when `entry` replaced it. */
  replacedCode: string | null
  /** Which screen, from 1. */
  page: number
  /** Identifier of the question, when the answer may be rated. */
  ratingFor: string | null
  /** The words of the question, where they tell more than the aspects. */
  askedText?: string | null
  /** The dossier code that was asked about. */
  dossierCode?: string | null
  /** The question as it was read, where a word of it was put right. */
  understood?: string | null
  /** Asks which part of the entry is meant. */
  asksForPart?: boolean
  /** What was asked of a guide leaves no room for its summary. */
  isWithoutSummary?: boolean
}

/** A line that was not asked for; shortened, then dropped when the screen is full, smallest `rank` first. */
export interface ExtraLine {
  text: string
  /** The same, shorter. */
  tight: string
  rank: number
  /** Set when a button leads to the same, so that nothing is lost when it is dropped. */
  aspect: Aspect | null
}

const LONGEST_EXTRA = 100
const LONGEST_TIGHT = 64
/** A first clause that is longer than usual stands whole rather than cut. */
const LONGEST_WHOLE = 160
const LONGEST_SERVICE = 40
const LONGEST_WHOLE_SERVICE = 90
const LONGEST_NOTE = 200
const LONGEST_SOURCE = 120

/** The four that every answer names, in their fixed order. */
const FIXED = ['components', 'place_hours', 'duration', 'fee'] as const

/** A line of this rank goes before any other is shortened. */
export const DISPENSABLE = 0

/** What stays longest when space is short: the three services, then the fee; in an overview the papers. */
const RANKS_AFTER_ASKED = {
  components: 1,
  duration: 2,
  place_hours: 3,
  fee: 4,
  note: 5,
  services: 6,
}
const RANKS_IN_OVERVIEW = {
  note: 1,
  duration: 2,
  place_hours: 3,
  fee: 4,
  components: 5,
  services: 6,
}
/** A replacement whose time and fee changed: the place was the same before. */
const FIXED_OF_REPLACEMENT = ['duration', 'fee', 'place_hours'] as const
const RANKS_OF_REPLACEMENT = { ...RANKS_AFTER_ASKED, services: DISPENSABLE }
const SERVICES: readonly Aspect[] = ['online', 'postal', 'payment']

/**
 * What was asked, whole: without a label when one thing was asked, since the title names it.
 * @param isTight all but the first in one line, for when several long ones do not fit
 */
export function askedLines(input: AnswerInput, isTight = false): string[] {
  const { entry, day } = input
  const isProcedure = entry.kind === 'procedure'
  const aspects = isProcedure
    ? input.aspects
    : input.aspects.filter((aspect) => currentValue(entry, aspect, day) !== undefined)
  const summary = needsSummary(input, aspects) ? currentValue(entry, 'summary', day) : undefined
  const blocks = aspects.map((aspect, i) => {
    const lines = aspectLines(aspect, input, isTight && i > 0)
    const needsLabel = (aspects.length > 1 || summary !== undefined) && !input.dossierCode
    return needsLabel ? labelled(aspect, lines) : startingUpper(lines)
  })
  return [...(summary === undefined ? [] : fullLines(summary)), ...blocks.flat()]
}

/**
 * A procedure says what it is by its parts; a guide or a question has its summary first, unless it is about a part that
 * stands for itself or does not leave room for it.
 */
const needsSummary = (
  { entry, isWithoutSummary }: AnswerInput,
  aspects: readonly Aspect[],
): boolean =>
  aspects.length === 0 ||
  entry.kind === 'faq' ||
  (entry.kind !== 'procedure' && isWithoutSummary !== true && aspects[0] !== 'steps')

const labelled = (aspect: Aspect, lines: readonly string[]): string[] => {
  const label = ASKED_LINES[aspect] ?? ASPECT_WORDS[aspect].line
  return lines.length === 1 ? [answerWords.line(label, lines[0] ?? '')] : [`${label}:`, ...lines]
}

const startingUpper = ([first = '', ...rest]: readonly string[]): string[] => [
  first.charAt(0).toUpperCase() + first.slice(1),
  ...rest,
]

function aspectLines(aspect: Aspect, input: AnswerInput, isTight: boolean): string[] {
  const { entry, day } = input
  const value = currentValue(entry, aspect, day)
  if (value === undefined) return [fallbackLine(aspect, entry, day)]
  const lines = isTight
    ? [oneLine(value, LONGEST_EXTRA) ?? answerWords.onTheButton]
    : fullLines(value)
  const last = lines.pop() ?? ''
  const text = lines.length === 0 ? completed(aspect, last, input) : last
  return [...lines, text]
}

/** The fee with "only against a receipt", the time with the holiday that falls into it, where there is room. */
function completed(
  aspect: Aspect,
  text: string,
  { day, calendar }: AnswerInput,
  isTight = false,
): string {
  const remark =
    aspect === 'duration'
      ? isTight
        ? null
        : holidayRemark(text, day, calendar)
      : aspect === 'fee' && answerWords.amount.test(text) && !text.includes(answerWords.receiptWord)
        ? answerWords.receiptOnly
        : null
  if (remark === null) return text
  return text.endsWith('…') ? `${text} ${remark}` : `${text.replace(/[.\s]+$/u, '')}. ${remark}`
}

/** What is said about an asked aspect that has no value today. */
function fallbackLine(aspect: Aspect, entry: Entry, day: LocalDate): string {
  if (aspect === 'online' && entry.onlineLevel !== null) return ONLINE_LEVELS[entry.onlineLevel]
  if ((aspect === 'authority' || aspect === 'place_hours') && entry.agency !== null) {
    return clip(entry.agency, 200)
  }
  if (aspect === 'status') return answerWords.missingStatus
  const ended = (entry.values[aspect] ?? [])
    .map((value) => value.validTo)
    .filter((end): end is LocalDate => end !== undefined && end < day)
    .toSorted()
    .at(-1)
  const { title } = ASPECT_WORDS[aspect]
  if (ended !== undefined) return answerWords.ended(title, formatLocalDate(ended))
  return answerWords.missing(title, entry.agency === null ? null : clip(entry.agency, 80))
}

/**
 * The lines after what was asked: papers, place, time, fee, then the three services, then the note; a note that warns
 * goes first. What replaced a procedure is told in the order in which people check it: time, fee, place.
 */
export function extraLines(input: AnswerInput): ExtraLine[] {
  const { entry, day } = input
  const order = input.replacedCode === null ? FIXED : FIXED_OF_REPLACEMENT
  const isOpen = (aspect: Aspect): boolean => !input.aspects.includes(aspect)
  const ranks = ranksOf(input)
  const fixed = order.filter(isOpen).flatMap((aspect): ExtraLine[] => {
    const value = currentValue(entry, aspect, day)
    if (value === undefined) return []
    const label =
      (entry.kind === 'office' ? ASKED_LINES[aspect] : null) ?? ASPECT_WORDS[aspect].line
    const lineWithin = (max: number, isTight = false): string => {
      const line = oneLine(value, max)
      return line === null ? '' : answerWords.line(label, completed(aspect, line, input, isTight))
    }
    // whoever held an old notice gets the new values whole
    if (input.replacedCode !== null) {
      const whole = lineWithin(LONGEST_WHOLE)
      return [{ text: whole, tight: lineWithin(LONGEST_WHOLE, true), rank: ranks[aspect], aspect }]
    }
    const text = lineWithin(LONGEST_EXTRA) || lineWithin(LONGEST_WHOLE)
    const tight = lineWithin(LONGEST_TIGHT, true) || lineWithin(LONGEST_EXTRA, true) || text
    return [{ text, tight, rank: ranks[aspect], aspect }]
  })
  const services = SERVICES.filter(isOpen)
    .flatMap((aspect) => {
      const text = serviceText(aspect, entry, day)
      return text === null ? [] : [answerWords.line(ASPECT_WORDS[aspect].line, text)]
    })
    .join('. ')
  const note = currentValue(entry, 'note', day)
  const remark =
    note === undefined ? '' : (oneLine(note, LONGEST_NOTE) ?? fullLines(note).join(' '))
  const servicesButton: Aspect | null = ranks.services === DISPENSABLE ? 'online' : null
  const isWarning = remark.startsWith(answerWords.warningStart)
  const noted = { text: remark, tight: remark, rank: ranks.note, aspect: null }
  return [
    ...(isWarning ? [{ ...noted, rank: ranks.services + 1 }] : []),
    // a dossier that was asked about has no papers and no fee
    ...(input.dossierCode ? [] : fixed),
    { text: services, tight: services, rank: ranks.services, aspect: servicesButton },
    ...(isWarning ? [] : [noted]),
  ].filter((line) => line.text !== '')
}

/** What goes first when space is short; who was named as the one to ask need not be named as the place too. */
function ranksOf(input: AnswerInput): Record<keyof typeof RANKS_AFTER_ASKED, number> {
  if (input.replacedCode !== null) return RANKS_OF_REPLACEMENT
  if (input.aspects.length === 0) return RANKS_IN_OVERVIEW
  const isNamed = askedLines(input).some((line) => line.includes(answerWords.centre))
  return isNamed ? { ...RANKS_AFTER_ASKED, place_hours: DISPENSABLE } : RANKS_AFTER_ASKED
}

function serviceText(aspect: Aspect, entry: Entry, day: LocalDate): string | null {
  const value = currentValue(entry, aspect, day)
  if (value !== undefined) {
    const line = oneLine(value, LONGEST_SERVICE) ?? oneLine(value, LONGEST_WHOLE_SERVICE)
    // a button leads to the rest: no mark for it in a line of three
    const plain = line?.replace(/(?:[,;.] …|\.)$/u, '')
    if (plain !== undefined && !plain.includes('…')) return plain
    // cut in front of its doubt it would be doubted for what is not there: whole, or not at all
    const whole = oneLine(value, LONGEST_WHOLE_SERVICE)
    if (whole !== null && !whole.includes('…')) return whole.replace(/\.$/u, '')
    if (plain !== undefined) return null
  }
  return aspect === 'online' && entry.onlineLevel !== null ? ONLINE_LEVELS[entry.onlineLevel] : null
}

/**
 * Where it stands: the sources of what was asked, the code when they do not name it, and the oldest day on which
 * they were checked.
 */
export function sourceLine({ entry, aspects, day }: AnswerInput): string {
  const slots = aspects.length > 0 ? aspects : (['summary'] as const)
  const values: Value[] = slots.flatMap((slot) => currentValue(entry, slot, day) ?? [])
  const provenances =
    values.length > 0 ? values.map((value) => value.provenance) : [entry.provenance]
  const sources = new Set(
    provenances.flatMap(({ source }) => source.split(/,\s+/u)).filter((source) => source !== ''),
  )
  const days = provenances.map(({ checkedOn }) => checkedOn)
  const oldest = days.includes(null)
    ? null
    : days.filter((known) => known !== null).reduce((a, b) => (b < a ? b : a))
  const isElsewhere = provenances.some(({ source }) => source !== entry.provenance.source)
  const code = isElsewhere && entry.code !== null && !sources.has(entry.code) ? entry.code : null
  const room = LONGEST_SOURCE - (code === null ? 0 : code.length + 10)
  return answerWords.source(
    listWithin([...sources], room) || answerWords.noSource,
    code,
    oldest === null ? null : formatLocalDate(oldest),
  )
}

/** As many whole names as fit; the first one cut when it does not. */
function listWithin(names: readonly string[], max: number): string {
  const fitting = names.filter((_, at) => names.slice(0, at + 1).join(', ').length <= max)
  return fitting.length === 0 ? clip(names[0] ?? '', max) : fitting.join(', ')
}
