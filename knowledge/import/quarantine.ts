import { foldText } from '../../core/index.ts'
import type { EntryRecord } from '../entry.ts'
import { kindOf, textOf } from './identity.ts'
import { quarantine } from './wording.ts'

const LIST_TITLE = 'cong bo danh muc'

/** Words that say nothing about which procedure a name names. */
const COMMON = new Set([
  'thu',
  'tuc',
  'cap',
  'dang',
  'ky',
  'giay',
  've',
  'cho',
  'cua',
  'va',
  'theo',
  'quy',
  'dinh',
])

/** Names that share less than this part of their words name two procedures. */
const LITTLE = 0.34

/**
 * Why a person should look at `incoming` before it is used; null when nobody need. Both cases were seen
 * in real files: the title of a decision pasted as the name, and one code used for two procedures.
 */
export function quarantineReason(
  current: EntryRecord | undefined,
  incoming: EntryRecord,
): string | null {
  const name = textOf(incoming, 'name')
  const known = current ? textOf(current, 'name') : ''
  if (!name || foldText(name) === foldText(known) || kindOf(incoming) !== 'procedure') return null
  if (foldText(name).replace(/\s+/g, ' ').startsWith(LIST_TITLE)) return quarantine.listTitle
  return known && sharedWords(known, name) < LITTLE ? quarantine.otherName(known) : null
}

/** How much two names share: common words ÷ words of the shorter one, 0–1. */
function sharedWords(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)]
  const smaller = Math.min(first.size, second.size)
  return smaller === 0 ? 1 : [...first].filter((word) => second.has(word)).length / smaller
}

function wordsOf(name: string): Set<string> {
  const words = foldText(name)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const telling = words.filter((word) => !COMMON.has(word))
  return new Set(telling.length > 0 ? telling : words)
}
