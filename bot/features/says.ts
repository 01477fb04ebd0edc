import { toSyllables } from '../../core/index.ts'

/** True when a text has a phrase, with or without marks; where both carry marks they must be the same. */
export function says(text: string, phrase: string): boolean {
  const wanted = toSyllables(phrase)
  const words = toSyllables(text)
  const isAt = (start: number): boolean =>
    wanted.every(({ folded, toned }, i) => {
      const word = words[start + i]
      if (word?.folded !== folded) return false
      return word.toned === toned || word.toned === word.folded || toned === folded
    })
  return wanted.length > 0 && words.some((_, start) => isAt(start))
}
