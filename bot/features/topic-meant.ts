import { foldText, splitWords } from '../../core/index.ts'
import { currentValue } from '../../knowledge/index.ts'
import type { Aspect, Entry } from '../../knowledge/index.ts'
import type { Turn } from '../turn.ts'
import { neighboursOf, wordsAbout } from './neighbours.ts'
import { says } from './says.ts'
import { contentWords } from './small-words.ts'
import { MONEY } from './wording.ts'

/** A part of an entry. */
export interface Topic {
  entry: Entry
  aspects: readonly Aspect[]
}

/** More words are a question of their own. */
const MOST_WORDS = 9
const MOST_CONTENT = 2
/** A word in so many parts of an entry is its own matter, whatever a neighbour is called. */
const OWN_FROM = 2
const MOST_SHOWN = 2

/** Parts in which a word may stand, in the order in which they answer a question about it. */
const PARTS: readonly Aspect[] = [
  'conditions',
  'components',
  'steps',
  'substitute',
  'obligation',
  'fee',
  'place_hours',
  'result',
]
const HOW_MUCH =
  /\b(?:bao nhieu|bao nhiu|bn|nhieu tien|may tien|may phan tram|tinh sao|tinh the nao)\b/

/**
 * What the one or two words of a short text are about, when the entry that is talked about or a neighbour of it has
 * them: "cho con 3 tuổi thì sao" after the passport, "vậy thuế thì sao" after a shop. Null when nothing has them all.
 */
export function topicMeant(turn: Turn, last: Entry): Topic | null {
  const words = topicWords(turn.text)
  if (words === null) return null
  const sayAll = (text: string): boolean => words.every((word) => says(text, word))
  const own = PARTS.filter((aspect) => sayAll(currentValue(last, aspect, turn.day)?.text ?? ''))
  if (own.length >= OWN_FROM) return { entry: last, aspects: own.slice(0, MOST_SHOWN) }
  const neighbours = neighboursOf(turn, last).filter(({ label }) => label !== '')
  const named = neighbours.find(({ entry, label }) => sayAll(`${label} | ${entry.shortTitle}`))
  if (named !== undefined) return { entry: named.entry, aspects: [] }
  if (own.length > 0) return { entry: last, aspects: own }
  // another procedure with such a word is another matter, a guide or a question may be about this one
  const near = neighbours.find(
    ({ entry }) =>
      entry.kind !== 'procedure' && sayAll([wordsAbout(entry), ...entry.questions].join(' | ')),
  )
  return near === undefined ? null : { entry: near.entry, aspects: [] }
}

/**
 * How much of what the fee of the entry names is asked: "thuế bao nhiêu" after the transfer of land. A related entry
 * about the money answers it, else the fee. Null when it is something else.
 */
export function amountMeant(turn: Turn, last: Entry): Topic | null {
  const words = topicWords(turn.text)
  if (words === null || !HOW_MUCH.test(foldText(turn.text))) return null
  const sayAll = (text: string): boolean => words.every((word) => says(text, word))
  const valueOf = (entry: Entry, slot: 'fee' | 'summary'): string =>
    currentValue(entry, slot, turn.day)?.text ?? ''
  if (!sayAll(valueOf(last, 'fee'))) return null
  const money = neighboursOf(turn, last).find(
    ({ entry, label }) =>
      entry.kind !== 'procedure' &&
      MONEY.some((word) => says(`${label} | ${entry.shortTitle}`, word)) &&
      sayAll(`${valueOf(entry, 'fee')} ${valueOf(entry, 'summary')}`),
  )
  return money === undefined
    ? { entry: last, aspects: ['fee'] }
    : { entry: money.entry, aspects: [] }
}

function topicWords(text: string): string[] | null {
  const words = splitWords(text)
  if (words.length > MOST_WORDS) return null
  // as typed, so that marks count
  const content = words.filter((word) => contentWords(word).length > 0)
  const named = contentWords(text)
  const kept = content.filter((word) => named.includes(contentWords(word)[0] ?? ''))
  return kept.length === 0 || kept.length > MOST_CONTENT ? null : kept
}
