import { foldWord, toneWord } from '../../core/index.ts'

/** One word as it is compared: what is typed without marks may stand for any of its marked forms. */
export interface WordForm {
  folded: string
  /** With hats, without the tone. */
  letters: string
  /** Digit of the tone; hỏi and ngã are one, since half the country writes them alike; '' without. */
  tone: string
}

export function formOf(word: string): WordForm {
  const toned = toneWord(word)
  const tone = /[1-5]$/.exec(toned)?.[0] ?? ''
  const letters = tone === '' ? toned : toned.slice(0, -1)
  return { folded: foldWord(word), letters, tone: tone === '4' ? '3' : tone }
}

export const isMarked = ({ folded, letters, tone }: WordForm): boolean =>
  tone !== '' || letters !== folded

/** After a final c, ch, p or t a word without a tone is a slip: `nươc`. */
const STOPPED = /(?:[cpt]|ch)$/

/** Of the two horns of `ươ` one is often forgotten. */
const BOTH_HORNS = /\u01b0\u01a1/u // ươ
const isHalfHorned = ({ letters }: WordForm): boolean => BOTH_HORNS.test(letters)

/**
 * Whether a typed word can be the wanted one; both fold to the same letters. A mark that was typed must be right, one
 * that is missing may be: in a text typed with marks (`isAccented`) only as a slip of the hand.
 */
export function fits(typed: WordForm, wanted: WordForm, isAccented: boolean): boolean {
  if (!isMarked(typed)) return !isAccented || !isMarked(wanted)
  if (typed.tone !== wanted.tone) {
    if (typed.tone !== '' || (isAccented && !STOPPED.test(typed.letters))) return false
  }
  for (let at = 0; at < typed.letters.length; at += 1) {
    const letter = typed.letters[at]
    if (letter === wanted.letters[at]) continue
    if (letter !== wanted.folded[at] || (isAccented && !isHalfHorned(wanted))) return false
  }
  return true
}
