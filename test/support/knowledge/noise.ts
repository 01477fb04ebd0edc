import { foldText, foldWord, isSyllableShaped } from '../../../core/index.ts'
import { createSeeded, type Seeded } from '../seeded.ts'
import { inTelex, inVni } from './slips.ts'

/** What a person's typing does to a text: made of the text alone, so that the same text comes out the same. */
export type Noise = (text: string) => string

const WORD = /[\p{L}\p{M}]+/gu
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const TONES = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323']
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u
const HAT = /[\u0302\u0306\u031b]/gu

const seededBy = (text: string, salt: number): Seeded =>
  createSeeded([...text].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), salt))

/** Changes `count` different words among those that `change` can change. */
function changeWords(
  text: string,
  { salt, count = 1, least = 2 }: { salt: number; count?: number; least?: number },
  change: (word: string, seeded: Seeded) => string,
): string {
  const seeded = seededBy(text, salt)
  const words = [...text.matchAll(WORD)].map((match) => ({ at: match.index, word: match[0] }))
  const changed = new Map<number, string>()
  for (let tries = 0; tries < 40 && changed.size < count && words.length > 0; tries += 1) {
    const { at, word } = seeded.pick(words)
    if (changed.has(at) || word.length < least) continue
    const other = change(word, seeded)
    if (other !== word) changed.set(at, other)
  }
  return text.replace(WORD, (word, at: number) => changed.get(at) ?? word)
}

function beside(letter: string, { pick }: Seeded): string {
  const bare = foldText(letter)
  const row = ROWS.find((keys) => keys.includes(bare)) ?? bare
  const at = row.indexOf(bare)
  return pick([row[at - 1], row[at + 1]].filter((key) => key !== undefined)) ?? letter
}

/** One slip of the finger: a letter dropped, doubled, swapped with the next, or the key beside it. */
function slip(word: string, seeded: Seeded): string {
  const at = seeded.int(0, word.length - 2)
  const [before, one, two] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1)]
  const after = word.slice(at + 2)
  return seeded.pick([
    () => before + two + after,
    () => before + one + one + two + after,
    () => before + two + one + after,
    () => before + beside(one, seeded) + two + after,
  ])()
}

const toned = (word: string, change: (tone: string) => string): string => {
  const decomposed = word.normalize('NFD')
  const tone = TONE.exec(decomposed)?.[0] ?? ''
  return tone === '' ? word : decomposed.replace(TONE, change(tone)).normalize('NFC')
}

/** Sounds that people write one for the other, tried in order; the first that fits is taken. */
const CONFUSIONS: readonly (readonly [RegExp, string])[] = [
  [/^s(?=[^aeiouy]{0}\p{L})/u, 'x'],
  [/^x/u, 's'],
  [/^tr/u, 'ch'],
  [/^ch/u, 'tr'],
  [/^gi(?=[aăâeêoôơuư\u0061-\u1ef9])/u, 'd'],
  [/^d(?=\p{L})/u, 'gi'],
  [/^r/u, 'd'],
  [/^v/u, 'd'],
  [/^l/u, 'n'],
  [/^n(?![gh])/u, 'l'],
  [/(?<=\p{L})ng$/u, 'n'],
  [/(?<=[aăâoôơuư]\p{M}?)n$/u, 'ng'],
  [/(?<=\p{L})c$/u, 't'],
  [/(?<=[aăâuưôơ]\p{M}?)t$/u, 'c'],
]

function confuse(word: string, seeded: Seeded): string {
  const fitting = CONFUSIONS.filter(([pattern]) => pattern.test(word))
  if (fitting.length === 0) return word
  const [pattern, other] = seeded.pick(fitting)
  return word.replace(pattern, other)
}

/** A slip after which the word is still shaped like a syllable. */
function slipToSyllable(word: string, seeded: Seeded): string {
  for (let tries = 0; tries < 12; tries += 1) {
    const other = slip(word, seeded)
    if (isSyllableShaped(other) && foldWord(other) !== foldWord(word)) return other
  }
  return word
}

function spaceMoved(text: string, salt: number, change: 'drop' | 'shift' | 'add'): string {
  const seeded = seededBy(text, salt)
  const spaces = [...text.matchAll(/(?<=\p{L}{2}) (?=\p{L}{3})/gu)].map(({ index }) => index)
  if (change === 'add') {
    return changeWords(text, { salt, least: 4 }, (word) => {
      const at = seeded.int(1, word.length - 1)
      return `${word.slice(0, at)} ${word.slice(at)}`
    })
  }
  if (spaces.length === 0) return text
  const at = seeded.pick(spaces)
  if (change === 'drop') return text.slice(0, at) + text.slice(at + 1)
  return seeded.next() < 0.5
    ? `${text.slice(0, at - 1)} ${text.charAt(at - 1)}${text.slice(at + 1)}`
    : `${text.slice(0, at)}${text.charAt(at + 1)} ${text.slice(at + 2)}`
}

/** Every kind of noise by its name. */
export const NOISES: Readonly<Record<string, Noise>> = {
  unaccented: foldText,
  decomposed: (text) => text.normalize('NFD'),
  hoiNga: (text) =>
    text.replace(WORD, (word) =>
      toned(word, (tone) => (tone === '\u0309' ? '\u0303' : tone === '\u0303' ? '\u0309' : tone)),
    ),
  wrongTone: (text) =>
    changeWords(text, { salt: 11, count: 2 }, (word, seeded) =>
      toned(word, () => seeded.pick(TONES)),
    ),
  missingHats: (text) =>
    changeWords(text, { salt: 12, count: 3 }, (word) =>
      word.normalize('NFD').replace(HAT, '').normalize('NFC'),
    ),
  telex: inTelex,
  vni: inVni,
  slip: (text) => changeWords(text, { salt: 13, least: 3 }, slip),
  twoSlips: (text) => changeWords(text, { salt: 14, count: 2, least: 3 }, slip),
  slipBare: (text) => changeWords(foldText(text), { salt: 15, least: 3 }, slip),
  twoSlipsBare: (text) => changeWords(foldText(text), { salt: 16, count: 2, least: 3 }, slip),
  twoSlipsInWord: (text) =>
    changeWords(foldText(text), { salt: 17, least: 5 }, (word, seeded) =>
      slip(slip(word, seeded), seeded),
    ),
  otherWord: (text) => changeWords(text, { salt: 18, least: 3 }, slipToSyllable),
  otherWordBare: (text) => changeWords(foldText(text), { salt: 19, least: 3 }, slipToSyllable),
  noSpace: (text) => spaceMoved(text, 20, 'drop'),
  noSpaceBare: (text) => spaceMoved(spaceMoved(foldText(text), 21, 'drop'), 22, 'drop'),
  spaceShifted: (text) => spaceMoved(text, 23, 'shift'),
  spaceAdded: (text) => spaceMoved(text, 24, 'add'),
  spaceAddedBare: (text) => spaceMoved(foldText(text), 25, 'add'),
  sounds: (text) => changeWords(text, { salt: 26, count: 2 }, confuse),
  soundsBare: (text) => changeWords(foldText(text), { salt: 27, count: 2 }, confuse),
  stretched: (text) =>
    changeWords(
      text,
      { salt: 28, count: 2 },
      (word, { int }) => word + word.slice(-1).repeat(int(2, 5)),
    ),
}
