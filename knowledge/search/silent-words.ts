import type { Syllable } from '../../core/index.ts'
import type { Language } from './language.ts'
import type { Lexicon } from './lexicon.ts'
import { isMarked } from './phrase-book.ts'

/** Which words say nothing about what is asked (`cho tôi hỏi`, `không`). */
export type FindSilent = (words: readonly Syllable[]) => readonly boolean[]

/**
 * Words of asking, as the lexicon lists them. A single word without marks (`co`, `thi`) may be one of them or another
 * (`có`, `cơ`): in a text without any marks the words beside it decide.
 */
export function createFindSilent(lexicon: Lexicon, language: Language): FindSilent {
  const single = new Map<string, Set<string>>()
  for (const [word, ...more] of lexicon.silent.phrases) {
    if (word === undefined || more.length > 0 || !isMarked(word)) continue
    single.set(word.folded, (single.get(word.folded) ?? new Set()).add(word.toned))
  }
  const isSilent = (words: readonly Syllable[], at: number): boolean => {
    const word = words[at]
    const forms = word === undefined ? undefined : single.get(word.folded)
    if (word === undefined || forms === undefined) return false
    const [before, after] = [words[at - 1], words[at + 1]]
    let balance = 0
    if (before !== undefined) {
      for (const pair of language.formsTogether(before.folded, word.folded)) {
        if (pair.second !== word.folded)
          balance += forms.has(pair.second) ? pair.count : -pair.count
      }
    }
    if (after !== undefined) {
      for (const pair of language.formsTogether(word.folded, after.folded)) {
        if (pair.first !== word.folded) balance += forms.has(pair.first) ? pair.count : -pair.count
      }
    }
    return balance > 0
  }
  let last: { words: readonly Syllable[]; silent: readonly boolean[] } | null = null
  return (words) => {
    if (last?.words === words) return last.silent
    const silent = words.map(() => false)
    for (const { start, end } of lexicon.silent.find(words)) silent.fill(true, start, end)
    if (!words.some(isMarked)) {
      words.forEach((_, at) => {
        silent[at] ||= isSilent(words, at)
      })
    }
    last = { words, silent }
    return silent
  }
}
