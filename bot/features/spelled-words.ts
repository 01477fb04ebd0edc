import { cleanText, decodeTelex, decodeVni, splitWords } from '../../core/index.ts'

/** A word that digits continue, as VNI leaves it: `phi1`, `le65`. */
const MIXED = /(?<![\p{L}\p{M}\p{N}.])\p{L}[\p{L}\p{M}]*\d[\p{L}\p{M}\d]*(?![\p{N}.])/gu
/** Where Telex keys stand when they were meant as such; `momo` and `visa` are words. */
const TELEX_KEYS = /[sfrxj]$|w|dd|aa|ee|oo/

/** Words of a text in order, lower case, with what Telex and VNI keyboards leave (`leej phis`, `le65 phi1`) read. */
export const spelledWords = (text: string): string[] =>
  splitWords(cleanText(text).replace(MIXED, (word) => decodeVni(word) ?? word)).map(telexRead)

const telexRead = (word: string): string =>
  /^[a-z]+$/.test(word) && TELEX_KEYS.test(word) ? (decodeTelex(word) ?? word) : word
