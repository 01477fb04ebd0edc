import type { Lexicon } from './lexicon.ts'
import type { SearchIndex } from './search-index.ts'

/** For each document, the words of its title that tell a special case from the base procedure. */
export type TitleVariants = readonly (readonly string[])[]

/** Looks the titles over once, when an index is opened. */
export function findTitleVariants(index: SearchIndex, lexicon: Lexicon): TitleVariants {
  const { names } = index
  return Array.from({ length: index.size }, (_, doc) => {
    const title = names.firsts[doc] ?? 0
    const start = names.starts[title] ?? 0
    const words = Array.from({ length: (names.starts[title + 1] ?? start) - start }, (__, at) => ({
      raw: '',
      folded: index.nameOfSyllable(names.syllables[start + at] ?? 0),
      toned: index.nameOfToned(names.toned[start + at] ?? 0),
    }))
    return [...new Set(lexicon.variants.find(words).map(({ value }) => value))]
  })
}
