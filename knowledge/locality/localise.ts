import {
  fillUnit,
  formatLocalDate,
  formatOpeningHours,
  officeName,
  officesIn,
  type OfficeKind,
  type UnitProfile,
} from '../../core/index.ts'
import type { Entry, Value, ValueSlot } from '../entry.ts'
import type { Answer, Candidate, Knowledge } from '../answers/answer.ts'
import { withBody } from '../live/packed-entry.ts'
import { placeWords } from './wording.ts'

/**
 * The same knowledge with the unit's own data in its texts: names where they hold tokens, and under the place of
 * filing the address, telephone and hours of the offices that it names.
 */
export function localise(knowledge: Knowledge, unit: UnitProfile): Knowledge {
  const known = new WeakMap<Entry, Entry>()
  const local = (entry: Entry): Entry => {
    const made = known.get(entry) ?? localEntry(entry, unit)
    known.set(entry, made)
    return made
  }
  const localCandidates = (candidates: readonly Candidate[]): Candidate[] =>
    candidates.map(({ entry, score }) => ({ entry: local(entry), score }))
  const localAnswer = (answer: Answer): Answer => {
    const candidates = localCandidates(answer.candidates)
    if (answer.outcome === 'answer') return { ...answer, entry: local(answer.entry), candidates }
    return answer.outcome === 'choose'
      ? { ...answer, choices: localCandidates(answer.choices), candidates }
      : { ...answer, candidates }
  }
  let all: readonly Entry[] | null = null
  return {
    revision: knowledge.revision,
    ask: (question, context) => localAnswer(knowledge.ask(question, context)),
    explain: knowledge.explain,
    aspectsOf: knowledge.aspectsOf,
    wordsOf: knowledge.wordsOf,
    find: (idOrCode) => {
      const entry = knowledge.find(idOrCode)
      return entry === null ? null : local(entry)
    },
    entries: () => (all ??= knowledge.entries().map(local)),
  }
}

/** Its texts are filled when they are read: lists name thousands and show the texts of none. */
function localEntry(entry: Entry, unit: UnitProfile): Entry {
  return withBody(entry, () => {
    const values: Partial<Record<ValueSlot, readonly Value[]>> = {}
    for (const [slot, list] of Object.entries(entry.values) as [ValueSlot, readonly Value[]][]) {
      values[slot] = list.map((value) => localValue(slot, value, unit))
    }
    return { values, text: fillUnit(entry.text, unit) }
  })
}

function localValue(slot: ValueSlot, value: Value, unit: UnitProfile): Value {
  const { text, short, doubt } = value
  const places = slot === 'place_hours' ? placeLines(officesIn(text), unit) : []
  return {
    ...value,
    text: [fillUnit(text, unit), ...places].join('\n'),
    ...(short === undefined ? {} : { short: fillUnit(short, unit) }),
    ...(doubt === undefined ? {} : { doubt: fillUnit(doubt, unit) }),
  }
}

/** Where the offices are and when they are open; the name before it when there are several. */
const placeLines = (offices: readonly OfficeKind[], unit: UnitProfile): string[] =>
  offices.flatMap((office) => {
    const { address, phone, hours } = unit.offices[office]
    const parts = [
      address === null ? null : placeWords.address(address),
      phone === null ? null : placeWords.phone(phone),
      hours === null ? null : placeWords.hours(formatOpeningHours(hours)),
    ].filter((part) => part !== null)
    if (parts.length === 0) return []
    const name = offices.length > 1 ? `${officeName(unit, office)}: ` : ''
    const told = unit.updatedOn === null ? '' : placeWords.toldOn(formatLocalDate(unit.updatedOn))
    return [`${name}${parts.join('. ')}${told}`]
  })
