import { decodeTelex, decodeVni, toSyllable, toSyllables, type Syllable } from '../../core/index.ts'
import type { Lexicon } from './lexicon.ts'
import { RARE_IDF } from './rarity.ts'
import type { SearchIndex } from './search-index.ts'

/** A word of letters and digits, standing alone: `d9a8ng`, but also `ct01`. */
const MIXED_WORD = /(?<![\p{L}\p{M}\p{N}.])\p{L}[\p{L}\p{M}]*\d[\p{L}\p{M}\d]*(?![\p{N}.])/gu
/** A key for a hat inside the word or before a tone: nothing but VNI writes so. */
const SURELY_VNI = /[6-9][\p{L}1-5]/u
/** No word with a vowel has the same letter three times in a row (`cccd` has none). */
const STRETCHED = /^(?=.*[aeiouyà-ỹ]).*(\p{L})\1{2,}/u
const MAX_REMEMBERED = 2_000

/**
 * Undoes VNI left-overs (`d9a8ng ky1`) in a text that surely has some; otherwise `to 5` or `a1` written
 * together would be read as keystrokes, too.
 */
export function undoVni(text: string): string {
  if (!SURELY_VNI.test(text)) return text
  const words = text.match(MIXED_WORD) ?? []
  const isVni = words.some((word) => SURELY_VNI.test(word) && decodeVni(word) !== null)
  return isVni ? text.replace(MIXED_WORD, (word) => decodeVni(word) ?? word) : text
}

/** Letters held down for emphasis (`giúp vớiiii`) as one. */
export const undoStretching = (words: readonly Syllable[]): readonly Syllable[] =>
  words.some(({ raw }) => STRETCHED.test(raw))
    ? words.map((word) =>
        STRETCHED.test(word.raw) ? toSyllable(word.raw.replace(/(\p{L})\1{2,}/gu, '$1')) : word,
      )
    : words

/** Writes out words of chats and dialects (`ko` → `không`); the same list when there are none. */
export function writeOut(words: readonly Syllable[], lexicon: Lexicon): readonly Syllable[] {
  const found = lexicon.chat.find(words)
  if (found.length === 0) return words
  const result: Syllable[] = []
  let at = 0
  for (const { start, end, value } of found) {
    if (start < at) continue
    result.push(...words.slice(at, start), ...toSyllables(value))
    at = end
  }
  return [...result, ...words.slice(at)]
}

/**
 * Undoes Telex left-overs, where the word as written is unknown or rare and the reading is known or common.
 * Words of other languages stay.
 */
export function createUndoTelex(
  index: SearchIndex,
  foreign: ReadonlySet<string>,
): (words: readonly Syllable[]) => readonly Syllable[] {
  const rarity = (folded: string): number => {
    const number = index.syllable(folded)
    return number === undefined ? Infinity : (index.idf[number] ?? Infinity)
  }
  const remembered = new Map<string, Syllable>()
  const undo = (word: Syllable, own: number): Syllable => {
    const decoded = decodeTelex(word.raw)
    if (decoded === null) return word
    const read = toSyllable(decoded)
    return rarity(read.folded) < (own === Infinity ? Infinity : RARE_IDF) ? read : word
  }
  return (words) =>
    words.map((word) => {
      const own = rarity(word.folded)
      if (own < RARE_IDF || foreign.has(word.raw)) return word
      const known = remembered.get(word.raw)
      if (known !== undefined) return known
      const read = undo(word, own)
      if (remembered.size >= MAX_REMEMBERED) remembered.clear()
      remembered.set(word.raw, read)
      return read
    })
}
