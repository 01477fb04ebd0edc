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

/** Roman numerals that are no syllables; those of one letter are read as numbers only after a word for a rank. */
const ROMAN: Readonly<Record<string, string>> = {
  ii: '2',
  iii: '3',
  iv: '4',
  vii: '7',
  viii: '8',
  ix: '9',
  xii: '12',
}
const ROMAN_LETTER: Readonly<Record<string, string>> = { i: '1', v: '5', x: '10' }
/** `i`, `v` and `x`; by code, because every word of every record is looked at. */
const ROMAN_FIRST = new Set([105, 118, 120])
const RANKS = new Set(
  'loại loai hạng hang cấp cap độ do mức muc nhóm nhom bậc bac vực vuc vùng vung'.split(' '),
)

/**
 * Words of a text in order: runs of letters, and numbers with their dots (`1.001193`). Roman numerals come out as
 * digits, so that `hạng III` and `hạng 3` are the same.
 */
export function splitWords(text: string): string[] {
  const words: string[] =
    (CLEAN.test(text) ? text : cleanText(text)).toLowerCase().match(WORD) ?? []
  words.forEach((word, at) => {
    if (word.length > 4 || !ROMAN_FIRST.has(word.charCodeAt(0))) return
    const number = ROMAN[word] ?? (RANKS.has(words[at - 1] ?? '') ? ROMAN_LETTER[word] : undefined)
    if (number !== undefined) words[at] = number
  })
  return words
}

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
export const toSyllables = (text: string): Syllable[] => splitWords(text).map(toSyllable)

/** The same few thousand words come again and again, and each costs two normalisations. */
const MAX_REMEMBERED = 16_384
const remembered = new Map<string, Syllable>()

/** One word, lower case and composed, in its three forms. */
export function toSyllable(raw: string): Syllable {
  const known = remembered.get(raw)
  if (known !== undefined) return known
  const syllable = { raw, folded: foldWord(raw), toned: toneWord(raw) }
  if (remembered.size >= MAX_REMEMBERED) remembered.clear()
  remembered.set(raw, syllable)
  return syllable
}

const TONE_MARKS = ['', ...Object.keys(TONE_DIGITS)]
/** Where the tone stands: on the last letter with a hat, else by what follows (`toán`, `hòa`, `ngoài`). */
const HATTED = /[ăâêôơư](?=[^ăâêôơư]*$)/u
const BARE = /^(qu|gi(?=[aeouy])|[^aeiouy]*)([aeiouy]+)(.*)$/u

/** Written form of a tone-exact one: `hoa2` → `hòa`, `ki1` → `ký`. */
export function writeToned(toned: string): string {
  const tone = TONE_MARKS[Number(/[1-5]$/.exec(toned)?.[0] ?? 0)] ?? ''
  const letters = toned.replace(/[1-5]$/, '').replace(/^(k|l|m|t|qu)i$/u, '$1y')
  if (tone === '') return toned.replace(/^(k|qu)i$/u, '$1y')
  if (HATTED.test(letters)) return letters.replace(HATTED, `$&${tone}`).normalize('NFC')
  const [, head = '', vowels = '', tail = ''] = BARE.exec(letters) ?? []
  const at = vowels.length === 1 ? 0 : tail !== '' || vowels.length === 3 ? 1 : 0
  return (head + vowels.slice(0, at + 1) + tone + vowels.slice(at + 1) + tail).normalize('NFC')
}

/** True when the text carries any Vietnamese diacritic, so that marks can be compared. */
export const hasDiacritics = (text: string): boolean =>
  foldText(text) !== text.normalize('NFC').toLowerCase()
