import { decodeTelex, decodeVni, foldWord, toneWord, type Syllable } from '../../core/index.ts'
import type { SearchIndex } from './search-index.ts'

/** A word of letters and digits, standing alone: `d9a8ng`, but also `ct01`. */
const MIXED_WORD = /(?<![\p{L}\p{M}\p{N}.])\p{L}[\p{L}\p{M}]*\d[\p{L}\p{M}\d]*(?![\p{N}.])/gu
/** A key for a hat inside the word or before a tone: nothing but VNI writes so. */
const SURELY_VNI = /[6-9][\p{L}1-5]/u

/**
 * Undoes VNI left-overs (`d9a8ng ky1`) in a text that surely has some; otherwise `to 5` or `a1` written
 * together would be read as keystrokes, too.
 */
export function undoVni(text: string): string {
  const words = text.match(MIXED_WORD) ?? []
  const isVni = words.some((word) => SURELY_VNI.test(word) && decodeVni(word) !== null)
  return isVni ? text.replace(MIXED_WORD, (word) => decodeVni(word) ?? word) : text
}

/**
 * Undoes Telex left-overs, where the word as written is unknown or rare (inverse document frequency from
 * `rareFrom`) and the reading is known or common. Words of other languages stay.
 */
export function undoTelex(
  syllables: readonly Syllable[],
  index: SearchIndex,
  { rareFrom, foreign }: { rareFrom: number; foreign: ReadonlySet<string> },
): Syllable[] {
  const rarity = (folded: string): number => {
    const number = index.syllable(folded)
    return number === undefined ? Infinity : (index.idf[number] ?? Infinity)
  }
  return syllables.map((syllable) => {
    const own = rarity(syllable.folded)
    if (own < rareFrom || foreign.has(syllable.raw)) return syllable
    const decoded = decodeTelex(syllable.raw)
    if (decoded === null) return syllable
    const folded = foldWord(decoded)
    return rarity(folded) < (own === Infinity ? Infinity : rareFrom)
      ? { raw: decoded, folded, toned: toneWord(decoded) }
      : syllable
  })
}
