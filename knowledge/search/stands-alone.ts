import type { Syllable } from '../../core/index.ts'
import type { EverydayRow } from './lexicon.ts'
import type { PhraseMatch } from './phrase-book.ts'
import type { SearchIndex } from './search-index.ts'

/**
 * Whether words of several meanings are more than a part of a longer official term: names have `nhập khẩu | thủy sản`,
 * so that it is not the household register that is meant, unless an entry of the row has these words, too. Words of
 * asking make no terms.
 */
export function standsAlone(
  { start, end, value }: PhraseMatch<EverydayRow>,
  syllables: readonly Syllable[],
  weights: readonly number[],
  index: SearchIndex,
): boolean {
  const isOfficial = (first: number, second: number): boolean => {
    if ((weights[first === end - 1 ? second : first] ?? 0) < 1) return false
    const [a, b] = [first, second].map((at) => index.syllable(syllables[at]?.folded ?? ''))
    const pair = a === undefined || b === undefined ? undefined : index.pair(a, b)
    return pair !== undefined && index.namesWith(pair) > 0 && !isSaidByRow(value, pair, index)
  }
  return !isOfficial(start - 1, start) && !isOfficial(end - 1, end)
}

const isSaidByRow = ({ codes }: EverydayRow, term: number, index: SearchIndex): boolean =>
  codes.some((code) => {
    const doc = index.position(code)
    return doc !== undefined && index.has(term, doc)
  })

/** One stretch of words lies within the other. */
export const isInside = (
  inner: { start: number; end: number },
  outer: { start: number; end: number },
): boolean => outer.start <= inner.start && inner.end <= outer.end
