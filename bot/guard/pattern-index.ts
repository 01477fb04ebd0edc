import type { Pattern } from './pattern.ts'
import type { ReadText } from './word-groups.ts'

/** Patterns by the words with which they begin, each with what it belongs to. */
export interface PatternIndex<Owner = null> {
  /**
   * Tells `found` of each match and where it begins and ends (not included), until it returns true.
   * @param blocked places that are not looked at
   * @param wants whose patterns are tried at all
   * @param slips whether one word of each part of a line may lack a mark
   * @returns whether `found` ended it
   */
  look(
    text: ReadText,
    blocked: ReadonlySet<number>,
    found: (owner: Owner, from: number, to: number) => boolean | void,
    wants?: (owner: Owner) => boolean,
    slips?: boolean,
  ): boolean
}

export function createPatternIndex<Owner>(
  groups: readonly (readonly [Owner, readonly Pattern[]])[],
): PatternIndex<Owner> {
  const byStart = new Map<number, { owner: Owner; pattern: Pattern }[]>()
  for (const [owner, patterns] of groups) {
    for (const pattern of patterns) {
      for (const id of pattern.starts) {
        const known = byStart.get(id)
        if (known === undefined) byStart.set(id, [{ owner, pattern }])
        else known.push({ owner, pattern })
      }
    }
  }
  return {
    look({ tokens, present }, blocked, found, wants = () => true, slips = false) {
      if (byStart.size === 0) return false
      const isEndedBy = (id: number, at: number): boolean => {
        for (const { owner, pattern } of byStart.get(id) ?? []) {
          if (!pattern.needs.every((group) => present[group] === 1) || !wants(owner)) continue
          const end = pattern.endFrom(tokens, at, blocked, slips)
          if (end >= 0 && found(owner, at, end) === true) return true
        }
        return false
      }
      for (const [at, token] of tokens.entries()) {
        for (const id of token.sure) if (isEndedBy(id, at)) return true
        if (slips) for (const id of token.slips) if (isEndedBy(id, at)) return true
      }
      return false
    },
  }
}
