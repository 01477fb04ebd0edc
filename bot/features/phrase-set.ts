import { foldWord, splitWords } from '../../core/index.ts'

/** Phrases written `a|b c`, folded. */
export const phraseSet = (phrases: string): ReadonlySet<string> =>
  new Set(phrases.split('|').map((phrase) => splitWords(phrase).map(foldWord).join(' ')))

const LONGEST_PHRASE = 5

/** True when the words can be read as phrases of the two sets, at least one of `wanted`. Phrases count only whole. */
export function isNothingBut(
  words: readonly string[],
  wanted: ReadonlySet<string>,
  around: ReadonlySet<string>,
): boolean {
  /** For each place: whether the words before it can be read, without and with a wanted phrase. */
  const bare = [true]
  const full = [false]
  for (let end = 1; end <= words.length; end += 1) {
    bare[end] = false
    full[end] = false
    for (let start = Math.max(0, end - LONGEST_PHRASE); start < end; start += 1) {
      const phrase = words.slice(start, end).join(' ')
      const isAround = around.has(phrase)
      const isWanted = wanted.has(phrase)
      if (bare[start] && isAround) bare[end] = true
      if ((full[start] && (isAround || isWanted)) || (bare[start] && isWanted)) full[end] = true
    }
  }
  return full[words.length] ?? false
}
