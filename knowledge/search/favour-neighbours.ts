import type { QueryToken } from './query-token.ts'
import type { SearchIndex } from './search-index.ts'

type Reading = QueryToken['readings'][number]

/**
 * Reorders guessed words by what stands beside them: after `tu`, `hcoi` is rather `choi` (từ chối) than `hoi`.
 * The weights stay, in their order; words as written are not touched.
 */
export function favourNeighbours(
  tokens: readonly QueryToken[],
  index: SearchIndex,
): readonly QueryToken[] {
  return tokens.map((token, at) => {
    const written = token.readings.filter(({ weight }) => weight === 1)
    const guesses = token.readings.filter(({ weight }) => weight < 1)
    if (guesses.length < 2) return token
    const before = tokens[at - 1]?.readings ?? []
    const after = tokens[at + 1]?.readings ?? []
    const fit = (guess: Reading): number =>
      guess.weight * (1 + Math.log(1 + documentsBeside(guess.syllable, { before, after }, index)))
    const ordered = guesses
      .map((guess) => ({ guess, fit: fit(guess) }))
      .toSorted((a, b) => b.fit - a.fit)
      .map(({ guess }, place) => ({ ...guess, weight: guesses[place]?.weight ?? 0 }))
    return { ...token, readings: [...written, ...ordered] }
  })
}

/** In how many documents the syllable stands beside one of its neighbours, the better side. */
function documentsBeside(
  syllable: number,
  { before, after }: { before: readonly Reading[]; after: readonly Reading[] },
  index: SearchIndex,
): number {
  const counts = [
    ...before.map((other) => documentsWith(index.pair(other.syllable, syllable), index)),
    ...after.map((other) => documentsWith(index.pair(syllable, other.syllable), index)),
  ]
  return Math.max(0, ...counts)
}

const documentsWith = (term: number | undefined, index: SearchIndex): number =>
  term === undefined ? 0 : index.documentsWith(term)
