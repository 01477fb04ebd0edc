import type { Token } from './read-tokens.ts'

/** A text as patterns are compared with it. */
export interface ReadText {
  tokens: readonly Token[]
  /** 1 for each group of words of which one is in the text. */
  present: Uint8Array
}

/** Words of which a line wants one, numbered: most lines are ruled out by a look at what a text has at all. */
export interface WordGroups {
  groupOf(words: readonly number[]): number
  read(tokens: readonly Token[]): ReadText
}

export function createWordGroups(): WordGroups {
  const numbers = new Map<string, number>()
  const groupsByWord = new Map<number, number[]>()
  return {
    groupOf(words) {
      const key = words.toSorted((a, b) => a - b).join()
      const known = numbers.get(key)
      if (known !== undefined) return known
      const group = numbers.size
      numbers.set(key, group)
      for (const word of words) {
        const groups = groupsByWord.get(word)
        if (groups === undefined) groupsByWord.set(word, [group])
        else groups.push(group)
      }
      return group
    },
    read(tokens) {
      const present = new Uint8Array(numbers.size)
      // a word said often is one token, said often
      for (const { sure, slips } of new Set(tokens)) {
        for (const words of [sure, slips]) {
          for (const word of words) {
            for (const group of groupsByWord.get(word) ?? []) present[group] = 1
          }
        }
      }
      return { tokens, present }
    },
  }
}
