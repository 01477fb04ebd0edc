import Fuse from 'fuse.js'
import type { SearchIndex } from './search-index.ts'

/** Known syllables that an unknown one may stand for, best first. */
export type Correct = (folded: string) => readonly { folded: string; distance: number }[]

/** Longer words than this are not syllables; comparing them would only cost time. */
const MAX_LENGTH = 12
const MAX_SUGGESTIONS = 6
const CACHE_SIZE = 2_000
/** Two swapped letters are two errors to Fuse, of three letters: it must let much through. */
const LOOSE = 0.7

/**
 * Finds the syllables of the index nearest to a word that it does not know. Fuse.js proposes, the edit
 * distance (with neighbouring letters swapped as one edit) decides: one edit, or two from six letters on.
 */
export function createSpelling(index: SearchIndex): Correct {
  const byLength = groupByLength(index.vocabulary.filter((name) => /^[a-z]+$/.test(name)))
  const cache = new Map<string, ReturnType<Correct>>()
  return (folded) => {
    if (folded.length < 2 || folded.length > MAX_LENGTH || !/^[a-z]+$/.test(folded)) return []
    const known = cache.get(folded)
    if (known !== undefined) return known
    const allowed = folded.length >= 6 ? 2 : 1
    const found = byLength
      .slice(folded.length - allowed, folded.length + allowed + 1)
      .flatMap((fuse) => fuse.search(folded))
      .map(({ item }) => ({ folded: item, distance: editDistance(folded, item, allowed) }))
      .filter(({ distance }) => distance <= allowed)
      .toSorted(
        (a, b) => a.distance - b.distance || rarity(index, a.folded) - rarity(index, b.folded),
      )
      .slice(0, MAX_SUGGESTIONS)
    if (cache.size >= CACHE_SIZE) cache.clear()
    cache.set(folded, found)
    return found
  }
}

/** One Fuse for the names of each length: an edit changes the length by one, so few are searched. */
function groupByLength(names: readonly string[]): Fuse<string>[] {
  const groups: string[][] = Array.from({ length: MAX_LENGTH + 3 }, () => [])
  for (const name of names) groups[name.length]?.push(name)
  return groups.map(
    (group) =>
      new Fuse(group, { threshold: LOOSE, distance: 12, includeScore: false, shouldSort: false }),
  )
}

const rarity = (index: SearchIndex, folded: string): number =>
  index.idf[index.syllable(folded) ?? -1] ?? 0

/**
 * Optimal string alignment distance: insert, delete, replace, or swap neighbours, each one edit.
 * @returns a number above `limit` as soon as it is certain to exceed it
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replace = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const best = Math.min(replace, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(isSwap ? Math.min(best, (beforeLast[j - 2] ?? 0) + 1) : best)
    }
    if (Math.min(...row) > limit) return limit + 1
    beforeLast = last
    last = row
  }
  return last[b.length] ?? limit + 1
}
