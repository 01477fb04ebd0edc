import { cleanText, decodeTelex, decodeVni, isSyllableShaped, splitWords } from '../../core/index.ts'

/** A word that digits continue, as VNI leaves it: `phi1`, `le65`. */
const MIXED = /(?<![\p{L}\p{M}\p{N}.])\p{L}[\p{L}\p{M}]*\d[\p{L}\p{M}\d]*(?![\p{N}.])/gu
/** A syllable is doubled by nothing but a keyboard that was switched off: `leej`, `ddaau`. */
const DOUBLED = /^d.*d|(?:aa|ee|oo)/

/** Words of a text in order, lower case, with what Telex and VNI keyboards leave (`leej phis`, `le65 phi1`) read. */
export const spelledWords = (text: string): string[] =>
  splitWords(cleanText(text).replace(MIXED, (word) => decodeVni(word) ?? word)).map(telexRead)

function telexRead(word: string): string {
  const isPlain = /^[a-z]+$/.test(word)
  if (!isPlain || (isSyllableShaped(word) && !DOUBLED.test(word))) return word
  return decodeTelex(word) ?? word
}
