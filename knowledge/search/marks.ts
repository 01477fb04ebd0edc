import { isSyllableShaped, type Syllable } from '../../core/index.ts'
import type { Language } from './language.ts'
import { isMarked } from './phrase-book.ts'
import { editDistance } from './spelling.ts'

/** Names and phrases that must have the words side by side with those marks. */
const SEEN_FROM = 2
const TONE = /[1-5]$/
const HATS: Readonly<Record<string, string>> = {
  ă: 'a',
  â: 'a',
  ê: 'e',
  ô: 'o',
  ơ: 'o',
  ư: 'u',
  đ: 'd',
}

/**
 * Puts wrong marks right where the words beside them tell what was meant: hỏi for ngã (`sữa đổi`), a tone or a hat left
 * out (`kêt hôn`), or any tone on what is no word with it. Other words with other marks stay (`thuê` is not `thuế`).
 */
export function repairMarks(words: readonly Syllable[], language: Language): readonly Syllable[] {
  let result: Syllable[] | null = null
  words.forEach((word, at) => {
    if (!isMarked(word)) return
    const [before, after] = [words[at - 1], words[at + 1]]
    if (isKnownBeside(word, before, after, language) || !isSyllableShaped(word.raw)) return
    const forms = formsBeside(word, before, after, language)
    if (forms.size === 0 || forms.has(word.toned)) return
    const isWord = language.hasForm(word.toned)
    const [best] = [...forms]
      .filter(([form, count]) => count >= SEEN_FROM && isSlightlyOther(word.toned, form, isWord))
      .toSorted((a, b) => b[1] - a[1])
    if (best !== undefined) (result ??= [...words])[at] = { ...word, toned: best[0] }
  })
  return result ?? words
}

/** Most words are: some name or phrase has it so beside one of its neighbours. */
const isKnownBeside = (
  word: Syllable,
  before: Syllable | undefined,
  after: Syllable | undefined,
  language: Language,
): boolean =>
  (before !== undefined &&
    language
      .formsTogether(before.folded, word.folded)
      .some(({ first, second }) => first === before.toned && second === word.toned)) ||
  (after !== undefined &&
    language
      .formsTogether(word.folded, after.folded)
      .some(({ first, second }) => first === word.toned && second === after.toned))

/** Forms of the word beside its neighbours as these are written, with how often. */
function formsBeside(
  word: Syllable,
  before: Syllable | undefined,
  after: Syllable | undefined,
  language: Language,
): Map<string, number> {
  const forms = new Map<string, number>()
  const add = (form: string, count: number): void => {
    if (form !== word.folded) forms.set(form, (forms.get(form) ?? 0) + count)
  }
  if (before !== undefined) {
    for (const { first, second, count } of language.formsTogether(before.folded, word.folded)) {
      if (mayBe(before, first, language)) add(second, count)
    }
  }
  if (after !== undefined) {
    for (const { first, second, count } of language.formsTogether(word.folded, after.folded)) {
      if (mayBe(after, second, language)) add(first, count)
    }
  }
  return forms
}

/** A neighbour without marks, or with slightly other ones, may be that form. */
const mayBe = (word: Syllable, form: string, language: Language): boolean =>
  word.toned === form ||
  !isMarked(word) ||
  isSlightlyOther(word.toned, form, language.hasForm(word.toned))

/** @param isWord the written form is a word itself, so that only what is often confused counts */
function isSlightlyOther(written: string, form: string, isWord: boolean): boolean {
  const [letters, tone] = partsOf(written)
  const [formLetters, formTone] = partsOf(form)
  if (letters === formLetters) {
    if (isHoiNga(tone) && isHoiNga(formTone)) return true
    return !isWord || (tone === '' && /[cpt]$|ch$/.test(letters))
  }
  return !isWord && (tone === formTone || tone === '') && isWithoutHats(letters, formLetters)
}

/** Whether two words have the same tone and hats, but for one letter: a slip leaves the other marks as they are. */
export function hasLikeMarks(written: string, form: string): boolean {
  const [letters, tone] = partsOf(written)
  const [formLetters, formTone] = partsOf(form)
  if (tone !== formTone && !(isHoiNga(tone) && isHoiNga(formTone))) return false
  return hatsOf(letters) === hatsOf(formLetters) || editDistance(letters, formLetters, 1) === 1
}

const hatsOf = (letters: string): string => letters.replace(/[^ăâêôơư]/gu, '')

const isHoiNga = (tone: string): boolean => tone === '3' || tone === '4'

function partsOf(toned: string): [string, string] {
  const tone = TONE.exec(toned)?.[0] ?? ''
  return [tone === '' ? toned : toned.slice(0, -1), tone]
}

/** Each letter of the word is that of the form, or what is left of it without its hat. */
const isWithoutHats = (letters: string, form: string): boolean =>
  letters.length === form.length &&
  letters.split('').every((letter, at) => {
    const other = form.charAt(at)
    return letter === other || HATS[other] === letter
  })
