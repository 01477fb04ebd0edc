import type { Parts } from '../../core/index.ts'
import { editDistance } from './spelling.ts'

/** Known words that another known word may have been meant to be: one edit apart, or of like sound. */
export type NearWords = (folded: string) => readonly string[]

const LONGEST = 7
/** Words of fewer letters are not looked for with their letters in another order. */
const SHORTEST_MIXED = 4
const CACHE_SIZE = 2_000

const WORDS_A_PART = 1_000

/**
 * Looks words up by what is left of them without one letter: the usual trick, and quick enough for every word.
 * Prepared in parts.
 */
export function* nearWordsParts(words: Iterable<string>): Parts<NearWords> {
  const byRest = new Map<string, string[]>()
  const byLetters = new Map<string, string[]>()
  const known = new Set<string>()
  for (const word of words) {
    if (!/^[a-z]+$/.test(word) || word.length > LONGEST) continue
    known.add(word)
    if (known.size % WORDS_A_PART === 0) yield
    for (const rest of restsOf(word)) add(byRest, rest, word)
    if (word.length >= SHORTEST_MIXED) add(byLetters, lettersOf(word), word)
  }
  const cache = new Map<string, readonly string[]>()
  return (folded) => {
    if (!/^[a-z]{2,9}$/.test(folded)) return []
    const cached = cache.get(folded)
    if (cached !== undefined) return cached
    const found = new Set(soundsLike(folded).filter((word) => known.has(word)))
    for (const rest of restsOf(folded)) {
      for (const word of byRest.get(rest) ?? []) {
        if (!found.has(word) && editDistance(folded, word, 1) === 1) found.add(word)
      }
    }
    for (const word of byLetters.get(lettersOf(folded)) ?? []) found.add(word)
    found.delete(folded)
    if (cache.size >= CACHE_SIZE) cache.clear()
    const list = [...found]
    cache.set(folded, list)
    return list
  }
}

function add(lists: Map<string, string[]>, key: string, word: string): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [word])
  else list.push(word)
}

/** The first letter, then the others in the order of the alphabet: `shin` and `sinh` have the same. */
const lettersOf = (word: string): string =>
  word.charAt(0) + word.slice(1).split('').toSorted().join('')

/** The word itself, and without each of its letters. */
function restsOf(word: string): Set<string> {
  const rests = new Set([word])
  for (let at = 0; at < word.length; at += 1) rests.add(word.slice(0, at) + word.slice(at + 1))
  return rests
}

/** First consonants that are spoken alike somewhere in the country, or stand for each other in chats. */
const ONSETS: readonly (readonly string[])[] = [
  ['s', 'x'],
  ['ch', 'tr'],
  ['d', 'gi', 'r', 'v', 'z', 'dz'],
  ['l', 'n'],
  ['ng', 'ngh'],
  ['g', 'gh', 'r'],
  ['c', 'k', 'q'],
  ['ph', 'f'],
  ['qu', 'w', 'hu'],
  ['gi', 'j', 'ch'],
]
/** The same for what follows. */
const RIMES: readonly (readonly string[])[] = [
  ['n', 'ng', 'nh', 'g'],
  ['t', 'c', 'ch', 'p'],
  ['i', 'y'],
  ['iu', 'ieu', 'uu', 'uou'],
  ['inh', 'anh', 'enh'],
  ['ai', 'ay'],
  ['ao', 'au'],
]

/** Words that sound like this one: another first consonant, or another end. */
function soundsLike(folded: string): string[] {
  const hasStart = (word: string, part: string): boolean => word.startsWith(part)
  const hasEnd = (word: string, part: string): boolean =>
    word.endsWith(part) && word.length > part.length
  return [
    ...swapped(folded, ONSETS, hasStart, swapStart),
    ...swapped(folded, RIMES, hasEnd, swapEnd),
  ]
}

const swapStart = (word: string, part: string, other: string): string =>
  other + word.slice(part.length)
const swapEnd = (word: string, part: string, other: string): string =>
  word.slice(0, -part.length) + other

function swapped(
  word: string,
  groups: readonly (readonly string[])[],
  has: (word: string, part: string) => boolean,
  swap: (word: string, part: string, other: string) => string,
): string[] {
  return groups.flatMap((group) =>
    group
      .filter((part) => has(word, part))
      .flatMap((part) =>
        group.filter((other) => other !== part).map((other) => swap(word, part, other)),
      ),
  )
}
