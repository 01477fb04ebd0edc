import {
  cleanText,
  decodeTelex,
  decodeVni,
  foldWord,
  maskPersonalNumbers,
} from '../../core/index.ts'
import type { Vocabulary } from './vocabulary.ts'
import { numberSets } from './wording.ts'

/** What stands at one place of a text: the numbers of the pattern words that it may be. */
export interface Token {
  sure: ReadonlySet<number>
  /** Of `sure` those whose marks were not typed: `bi` may be bị, bí, bi, … */
  bare: ReadonlySet<number>
  /** Those that it may be when a mark was forgotten in a text typed with marks: `tư tử`. */
  slips: ReadonlySet<number>
}

const NONE: ReadonlySet<number> = new Set()

/** Words of patterns that stand for numbers; people do not type them. */
const NUMBER = 'so#'
const IDENTITY = 'cancuoc#'
const PHONE = 'dienthoai#'
const CODE = 'otp#'

/** The sets by which lines name them. */
export const TYPED_NUMBERS: Readonly<Record<string, readonly string[]>> = {
  [numberSets.number]: [NUMBER],
  [numberSets.identity]: [IDENTITY],
  [numberSets.phone]: [PHONE],
  [numberSets.code]: [CODE],
}

/** Samples of what the mask hides, to know its labels by. */
const LABELS: readonly (readonly [string, string])[] = [
  [maskPersonalNumbers('001234567890'), IDENTITY],
  [maskPersonalNumbers('001 456 789'), IDENTITY],
  [maskPersonalNumbers('0912345678'), PHONE],
  [maskPersonalNumbers('otp 123456').slice('otp '.length), CODE],
]
/** An identity number of which the sender hid a part: `0402xxxxxxxx`. */
const HALF_HIDDEN = /(?<![\p{L}\p{N}])\d{3,9}[x*]{3,9}\d{0,4}(?![\p{L}\p{N}])/giu

/** Words in order; `nu7o7c1` is one, `200k` are two. */
const WORD =
  /[a-z]+#|[\p{L}\p{M}]+\d[\p{L}\p{M}\d]*(?![\p{L}\p{N}])|[\p{L}\p{M}]+|\p{N}+(?:[.,]\p{N}+)*/gu
const LETTERS = /[\p{L}\p{M}]+|\p{N}+/gu
const TELEX_KEYS = /[sfrxj]|w|d.*d|([aeo]).*\1/
const RUN = /(\p{L})\1{2,}/gu
/** A key held down repeats the letter without its mark: `chóooo`. */
const HELD_DOWN = /(\p{L})(\p{L})\2*$/u
/** What is read of a text at most. */
const MOST_CHARACTERS = 12_000
const MOST_TOKENS = 3_000

/** @param chat what short forms stand for: `k` → `không` */
export function createTokenReader(
  vocabulary: Vocabulary,
  chat: ReadonlyMap<string, readonly string[]>,
): (text: string) => Token[] {
  const number = vocabulary.idOf(NUMBER)
  const marks = new Map([IDENTITY, PHONE, CODE].map((mark) => [mark, vocabulary.idOf(mark)]))

  const tokenOf = (word: string, isAccented: boolean): Token => {
    const mark = marks.get(word)
    if (mark !== undefined) return { sure: new Set([mark]), bare: NONE, slips: NONE }
    if (/^\p{N}/u.test(word)) return { sure: new Set([number]), bare: NONE, slips: NONE }
    const sure = new Set<number>()
    const exact = new Set<number>()
    const slips = new Set<number>()
    for (const spelling of spellings(word)) {
      vocabulary.collect(spelling, isAccented, sure)
      vocabulary.collect(spelling, true, exact)
      if (isAccented) vocabulary.collect(spelling, false, slips)
      for (const meant of chat.get(spelling) ?? []) vocabulary.collect(meant, true, exact)
    }
    for (const id of exact) sure.add(id)
    if (sure.size === 0) vocabulary.collectNear(word, sure)
    for (const id of sure) slips.delete(id)
    return { sure, bare: new Set([...sure].filter((id) => !exact.has(id))), slips }
  }
  return (text) => {
    const words = wordsOf(text)
    const marked = words.filter((word) => foldWord(word) !== word).length
    const lettered = words.filter((word) => /\p{L}/u.test(word)).length
    const isAccented = marked >= 0.4 * lettered
    const known = new Map<string, Token>()
    return words.map((word) => {
      const token = known.get(word) ?? tokenOf(word, isAccented)
      known.set(word, token)
      return token
    })
  }
}

function wordsOf(text: string): string[] {
  const read = cleanText(text.slice(0, MOST_CHARACTERS)).replaceAll('#', ' ')
  const plain = /\d{3}|\d \d|\d[.-]\d/.test(read) ? withoutNumbers(read) : read
  const words: string[] = []
  for (const [word] of plain.toLowerCase().matchAll(WORD)) {
    if (words.length >= MOST_TOKENS) break
    const isMixed = /^\p{L}.*\d/u.test(word)
    const decoded = isMixed ? decodeVni(word) : word
    if (decoded === null) words.push(...(word.match(LETTERS) ?? []))
    else words.push(decoded)
  }
  return words
}

function withoutNumbers(text: string): string {
  const masked = maskPersonalNumbers(text.replace(HALF_HIDDEN, ` ${IDENTITY} `))
  return LABELS.reduce((rest, [label, mark]) => rest.replaceAll(label, ` ${mark} `), masked)
}

/** The word, and what it may have been before letters were held down or the Telex keyboard was off. */
function spellings(word: string): Set<string> {
  const found = new Set([word])
  if (word.length > 40) return found
  if (RUN.test(word)) found.add(word.replace(RUN, '$1')).add(word.replace(RUN, '$1$1'))
  RUN.lastIndex = 0
  const held = HELD_DOWN.exec(word)
  if (held?.[1] !== held?.[2] && foldWord(held?.[1] ?? '') === held?.[2]) {
    found.add(word.slice(0, held?.index ?? 0) + (held?.[1] ?? ''))
  }
  const typed = [...found]
  for (const spelling of typed) {
    if (/(\p{L})\1$/u.test(spelling)) found.add(spelling.slice(0, -1))
    const telex = TELEX_KEYS.test(spelling) ? decodeTelex(spelling) : null
    if (telex !== null) found.add(telex)
  }
  return found
}
