import { cleanText, foldText } from './fold.ts'

/** One syllable or number as written, in the three forms that search compares. */
export interface Syllable {
  /** Lower case, composed. */
  raw: string
  /** Without diacritics; `ky` and `ki` are one (`đăng ký`, `đăng kí`). */
  folded: string
  /** Letters with their hats and the tone as a digit at the end, so that `hoà` and `hòa` are one: `hoa2`. */
  toned: string
}

const WORD = /[\p{L}\p{M}]+|\p{N}+(?:\.\p{N}+)*/gu
const TONE_DIGITS: Readonly<Record<string, string>> = {
  '\u0301': '1',
  '\u0300': '2',
  '\u0309': '3',
  '\u0303': '4',
  '\u0323': '5',
}
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu

/** Both spellings of the last vowel are right after these consonants: `kỹ sư`/`kĩ sư`, `quý`/`quí`. */
const Y_FOR_I = /^(h|k|l|m|s|t|qu)y$/

/**
 * Latin text that is composed already and holds nothing that cleaning would change inside a word (no `ð`, soft
 * hyphen, combining mark, invisible or full-width character): nearly all texts, and cleaning costs more than splitting.
 */
const CLEAN = /^[\u0000-\u00ac\u00ae-\u00cf\u00d1-\u00ef\u00f1-\u02af\u1e00-\u1eff\u2010-\u2027]*$/

/** Words of a text in order: runs of letters, and numbers with their dots (`1.001193`). */
export const splitWords = (text: string): string[] =>
  (CLEAN.test(text) ? text : cleanText(text)).toLowerCase().match(WORD) ?? []

/** Folded form of one word for comparison; `ký` and `kí` both give `ki`. */
export const foldWord = (word: string): string => foldText(word).replace(Y_FOR_I, '$1i')

/** Tone-exact form of one word, independent of where the tone mark was put. */
export function toneWord(word: string): string {
  const decomposed = word.normalize('NFD')
  const tone = TONE.exec(decomposed)?.[0]
  TONE.lastIndex = 0
  const letters = decomposed.replace(TONE, '').normalize('NFC').replace(Y_FOR_I, '$1i')
  return letters + (tone === undefined ? '' : (TONE_DIGITS[tone] ?? ''))
}

/** Syllables of a text in order. */
export const toSyllables = (text: string): Syllable[] =>
  splitWords(text).map((raw) => ({ raw, folded: foldWord(raw), toned: toneWord(raw) }))

/** True when the text carries any Vietnamese diacritic, so that marks can be compared. */
export const hasDiacritics = (text: string): boolean =>
  foldText(text) !== text.normalize('NFC').toLowerCase()
