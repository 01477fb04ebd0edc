import type { EntryRecord } from '../entry.ts'
import { isNothing } from './text.ts'

/** Fields that an entry holds elsewhere, or that name nothing that people search for. */
const NOT_SEARCHED = new Set(
  (
    'id code name short_name button kind field level audience agency keywords questions hint source values ' +
    'confidence checked_on valid_to status replaced_by about tone replaces related online_level url decision ' +
    'structure snapshot'
  ).split(' '),
)

/** Fields whose text is in the derived value of a slot, unless a person wrote that slot. */
const IN_SLOT: Readonly<Record<string, string>> = {
  steps: 'steps',
  documents: 'components',
  result: 'result',
  legal_basis: 'legal_basis',
  conditions: 'conditions',
  authority: 'authority',
}

/** Every text of the record that is in no other part of its entry, unknown keys too, for search. */
export function searchTextOf(record: EntryRecord): string {
  const values = (record['values'] ?? {}) as EntryRecord
  const texts: string[] = []
  const collect = (value: unknown): void => {
    if (typeof value === 'string' && !isNothing(value)) texts.push(value)
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(collect)
  }
  for (const [key, value] of Object.entries(record)) {
    const slot = IN_SLOT[key]
    if (NOT_SEARCHED.has(key) || (slot !== undefined && values[slot] === undefined)) continue
    collect(value)
  }
  return texts.join('\n')
}
