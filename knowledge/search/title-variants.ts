import type { Lexicon } from './lexicon.ts'
import type { SearchIndex } from './search-index.ts'

/** For each document, the words of its title that tell a special case from the base procedure. */
export type TitleVariants = readonly (readonly string[])[]

/** Looks the titles over once, when an index is opened. */
export function findTitleVariants(index: SearchIndex, lexicon: Lexicon): TitleVariants {
  const { data } = index
  return data.ids.map((_, doc) => {
    const title = data.docNames[doc] ?? 0
    const start = data.nameStarts[title] ?? 0
    const words = Array.from(
      { length: (data.nameStarts[title + 1] ?? start) - start },
      (__, at) => ({
        raw: '',
        folded: data.syllables[data.nameSyllables[start + at] ?? 0] ?? '',
        toned: data.toned[data.nameToned[start + at] ?? 0] ?? '',
      }),
    )
    return [...new Set(lexicon.variants.find(words).map(({ value }) => value))]
  })
}
