import { foldWord, isSyllableShaped } from '../../core/index.ts'
import { fits, formOf, isMarked, type WordForm } from './word-form.ts'

/** The words of all patterns, each with a number, found again in whatever form people type them. */
export interface Vocabulary {
  /** The number of a pattern's word; `=` before it wants its marks typed. */
  idOf(word: string): number
  /** Adds the numbers of the words that a typed word may stand for. */
  collect(typed: string, isAccented: boolean, into: Set<number>): void
  /** The same for a word with one wrong, missing or extra letter. */
  collectNear(typed: string, into: Set<number>): void
}

interface Wanted {
  id: number
  form: WordForm
  needsMarks: boolean
}

/** Shorter words are too near to others: of a pattern's, and of those typed (unless two letters are swapped). */
const SHORTEST_NEAR = 4
const SHORTEST_TYPED = 5

export function createVocabulary(): Vocabulary {
  const ids = new Map<string, number>()
  const byFolded = new Map<string, Wanted[]>()
  /** Words with one letter left out, to find those that differ by one letter. */
  const byShortened = new Map<string, Set<string>>()

  const add = (word: string, id: number): void => {
    const needsMarks = word.startsWith('=')
    const form = formOf(needsMarks ? word.slice(1) : word)
    const known = byFolded.get(form.folded)
    if (known !== undefined) return void known.push({ id, form, needsMarks })
    byFolded.set(form.folded, [{ id, form, needsMarks }])
    if (form.folded.length < SHORTEST_NEAR) return
    for (const short of shortened(form.folded)) {
      const words = byShortened.get(short) ?? new Set()
      byShortened.set(short, words.add(form.folded))
    }
  }
  const near = (folded: string): Set<string> => {
    const found = new Set(byShortened.get(folded))
    for (const short of shortened(folded)) {
      if (short.length >= SHORTEST_NEAR && byFolded.has(short)) found.add(short)
      for (const word of byShortened.get(short) ?? []) {
        if (word.length === folded.length && isOneApart(word, folded)) found.add(word)
      }
    }
    return found
  }
  return {
    idOf(word) {
      const known = ids.get(word)
      if (known !== undefined) return known
      const id = ids.size + 1
      ids.set(word, id)
      add(word, id)
      return id
    },
    collect(typed, isAccented, into) {
      const wanted = byFolded.get(foldWord(typed))
      if (wanted === undefined) return
      const form = formOf(typed)
      for (const { id, form: other, needsMarks } of wanted) {
        if ((!needsMarks || isMarked(form)) && fits(form, other, isAccented)) into.add(id)
      }
    },
    collectNear(typed, into) {
      const folded = foldWord(typed)
      if (folded.length < SHORTEST_NEAR || folded.length > 9 || isSyllableShaped(folded)) return
      for (const word of near(folded)) {
        if (folded.length < SHORTEST_TYPED && !isSwapped(word, folded)) continue
        for (const { id, needsMarks } of byFolded.get(word) ?? []) if (!needsMarks) into.add(id)
      }
    },
  }
}

const shortened = (word: string): string[] =>
  Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))

const isSwapped = (a: string, b: string): boolean =>
  a.length === b.length && Array.from(a).toSorted().join('') === Array.from(b).toSorted().join('')

/** One letter replaced, or two neighbours swapped; both words are as long. */
function isOneApart(a: string, b: string): boolean {
  const wrong: number[] = []
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) wrong.push(at)
  const [first = 0, second = 0] = wrong
  if (wrong.length <= 1) return true
  return (
    wrong.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first]
  )
}
