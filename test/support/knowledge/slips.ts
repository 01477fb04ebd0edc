import { foldText } from '../../../core/index.ts'
import { createSeeded, type Seeded } from '../seeded.ts'
import { TELEX, typeWord, VNI } from '../keystrokes.ts'

/** Keys beside each other on the keyboard, row by row. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

function neighbour(letter: string, { pick }: Seeded): string {
  const row = ROWS.find((keys) => keys.includes(letter)) ?? letter
  const at = row.indexOf(letter)
  return pick([row[at - 1], row[at + 1]].filter((key) => key !== undefined)) ?? letter
}

/** One slip of the finger in one word of three letters or more: dropped, doubled, swapped or beside. */
function slip(text: string, seeded: Seeded): string {
  const words = [...text.matchAll(/[a-zà-ỹđ]{3,}/giu)]
  const word = seeded.pick(words)
  if (word === undefined) return text
  const at = word.index + seeded.int(0, word[0].length - 2)
  const [before, one, two, after] = [
    text.slice(0, at),
    text.charAt(at),
    text.charAt(at + 1),
    text.slice(at + 2),
  ]
  return seeded.pick([
    () => before + two + after,
    () => before + one + one + two + after,
    () => before + two + one + after,
    () => before + neighbour(foldText(one), seeded) + two + after,
  ])()
}

/** The text with one slip of the finger, the same for the same text. */
export const withSlip = (text: string): string =>
  slip(
    text,
    createSeeded([...text].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7)),
  )

/** The text as a Telex keyboard leaves it when it is switched off. */
export const inTelex = (text: string): string =>
  text.replace(/[\p{L}\p{M}]+/gu, (word) => typeWord(word.toLowerCase(), TELEX, 'end'))

/** The same for VNI. */
export const inVni = (text: string): string =>
  text.replace(/[\p{L}\p{M}]+/gu, (word) => typeWord(word.toLowerCase(), VNI, 'end'))
