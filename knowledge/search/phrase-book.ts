import { isSyllableShaped, toSyllables, type Syllable } from '../../core/index.ts'

/** A phrase found in a text: syllables `start` up to, not including, `end`. */
export interface PhraseMatch<T> {
  start: number
  end: number
  value: T
}

/** Finds known phrases in a text, longest first, never overlapping. */
export interface PhraseBook<T> {
  /** The words of each phrase. */
  readonly phrases: readonly (readonly Syllable[])[]
  find(text: readonly Syllable[]): readonly PhraseMatch<T>[]
}

interface Phrase<T> {
  syllables: readonly Syllable[]
  value: T
}

/** A place in the tree of phrases: those that end here, and where each folded syllable leads on. */
interface Branch<T> {
  phrases: Phrase<T>[]
  next: Map<string, Branch<T>>
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
  const root: Branch<T> = { phrases: [], next: new Map() }
  const all: (readonly Syllable[])[] = []
  for (const [text, value] of phrases) {
    const syllables = toSyllables(text)
    if (syllables.length === 0) continue
    all.push(syllables)
    branchOf(root, syllables).phrases.push({ syllables, value })
  }
  const longestAt = (text: readonly Syllable[], start: number): Phrase<T>[] => {
    let found: Phrase<T>[] = []
    let branch = root.next.get(text[start]?.folded ?? '')
    for (let at = start; branch !== undefined; at += 1) {
      const agreeing =
        branch.phrases.length === 0
          ? branch.phrases
          : branch.phrases.filter(({ syllables }) => agrees(syllables, text, start, isStrictAlone))
      if (agreeing.length > 0) found = agreeing
      const next = text[at + 1]
      branch = next === undefined ? undefined : branch.next.get(next.folded)
    }
    return found
  }
  // the steps of reading a question ask for the same text one after the other
  let last: { text: readonly Syllable[]; matches: PhraseMatch<T>[] } | null = null
  return {
    phrases: all,
    find: (text) => {
      if (last?.text === text) return last.matches
      const matches: PhraseMatch<T>[] = []
      for (let start = 0; start < text.length;) {
        const found = longestAt(text, start)
        const end = start + (found[0]?.syllables.length ?? 0)
        for (const { value } of found) matches.push({ start, end, value })
        start = Math.max(end, start + 1)
      }
      last = { text, matches }
      return matches
    },
  }
}

function branchOf<T>(root: Branch<T>, syllables: readonly Syllable[]): Branch<T> {
  let branch = root
  for (const { folded } of syllables) {
    let next = branch.next.get(folded)
    if (next === undefined) branch.next.set(folded, (next = { phrases: [], next: new Map() }))
    branch = next
  }
  return branch
}

/** Whether the marks of a phrase agree with those of the text from `start` on; its letters do. */
function agrees(
  phrase: readonly Syllable[],
  text: readonly Syllable[],
  start: number,
  isStrictAlone: boolean,
): boolean {
  const only = text[start]
  if (isStrictAlone && phrase.length === 1 && only !== undefined) {
    return phrase[0]?.toned === only.toned || (!isMarked(only) && !isSyllableShaped(only.folded))
  }
  return phrase.every((syllable, at) => {
    const written = text[start + at]
    if (written === undefined) return false
    return syllable.toned === written.toned || !isMarked(syllable) || !isMarked(written)
  })
}

/** Whether a syllable carries a hat or a tone. */
export const isMarked = ({ toned, folded }: Syllable): boolean => toned !== folded
