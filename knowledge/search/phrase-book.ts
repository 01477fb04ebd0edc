import { isSyllableShaped, toSyllables, type Syllable } from '../../core/index.ts'

/** A phrase found in a text: syllables `start` up to, not including, `end`. */
export interface PhraseMatch<T> {
  start: number
  end: number
  value: T
}

/** Finds known phrases in a text, longest first, never overlapping. */
export interface PhraseBook<T> {
  find(text: readonly Syllable[]): PhraseMatch<T>[]
}

interface Phrase<T> {
  syllables: readonly Syllable[]
  value: T
}

/**
 * A phrase matches text written with or without diacritics. Where both carry marks they must agree
 * (`thuế` is not `thuê`). A phrase of one syllable must be written exactly as it is (`sổ` is not in `ho so`),
 * unless it is no syllable at all (`dc` for `đc`).
 * @param options `isStrictAlone: false` lets phrases of one syllable match like longer ones
 */
export function createPhraseBook<T>(
  phrases: Iterable<readonly [string, T]>,
  { isStrictAlone = true } = {},
): PhraseBook<T> {
  const byKey = new Map<string, Phrase<T>[]>()
  let longest = 0
  for (const [text, value] of phrases) {
    const syllables = toSyllables(text)
    if (syllables.length === 0) continue
    longest = Math.max(longest, syllables.length)
    const key = syllables.map((s) => s.folded).join(' ')
    byKey.set(key, [...(byKey.get(key) ?? []), { syllables, value }])
  }
  const longestAt = (text: readonly Syllable[], start: number): PhraseMatch<T>[] => {
    for (let size = Math.min(longest, text.length - start); size > 0; size -= 1) {
      const part = text.slice(start, start + size)
      const same = byKey.get(part.map((s) => s.folded).join(' ')) ?? []
      const found = same.filter((phrase) => agrees(phrase.syllables, part, isStrictAlone))
      if (found.length > 0) return found.map(({ value }) => ({ start, end: start + size, value }))
    }
    return []
  }
  return {
    find: (text) => {
      const matches: PhraseMatch<T>[] = []
      for (let at = 0; at < text.length;) {
        const found = longestAt(text, at)
        matches.push(...found)
        at = found[0]?.end ?? at + 1
      }
      return matches
    },
  }
}

function agrees(
  phrase: readonly Syllable[],
  text: readonly Syllable[],
  isStrictAlone: boolean,
): boolean {
  const [only] = text
  if (isStrictAlone && phrase.length === 1 && only !== undefined) {
    return phrase[0]?.toned === only.toned || (!isMarked(only) && !isSyllableShaped(only.folded))
  }
  return phrase.every((syllable, at) => {
    const written = text[at]
    if (written === undefined) return false
    const bothMarked = isMarked(syllable) && isMarked(written)
    return !bothMarked || syllable.toned === written.toned
  })
}

const isMarked = (syllable: Syllable): boolean => syllable.toned !== syllable.folded
