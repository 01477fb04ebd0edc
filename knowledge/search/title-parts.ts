import type { Parts, Syllable } from '../../core/index.ts'
import type { Lexicon } from './lexicon.ts'
import type { SearchIndex } from './search-index.ts'

/** What a title says besides its words. */
export interface TitleParts {
  /** Words that tell a special case from the base procedure. */
  variants: readonly string[]
  /** Special cases that it is for, by their place in the lexicon. */
  cases: ReadonlySet<number>
  /** How many of its words come before what limits it (`đối với …`, `thuộc thẩm quyền …`). */
  coreLength: number
}

/** A title begins with an act and a thing: words this early limit nothing. */
const EARLIEST_LIMIT = 2
/** Some milliseconds' work. */
const TITLES_A_PART = 400

/** Looks the titles over once, when an index is opened, in parts; by position of the document. */
export function* titleParts(index: SearchIndex, lexicon: Lexicon): Parts<readonly TitleParts[]> {
  const titles: TitleParts[] = []
  for (let doc = 0; doc < index.size; doc += 1) {
    titles.push(partsOf(titleOf(index, doc), lexicon))
    if (doc % TITLES_A_PART === 0) yield
  }
  return titles
}

function partsOf(title: readonly Syllable[], lexicon: Lexicon): TitleParts {
  const limits = lexicon.limits.find(title).filter(({ start }) => start >= EARLIEST_LIMIT)
  return {
    variants: [...new Set(lexicon.variants.find(title).map(({ value }) => value))],
    cases: new Set(lexicon.cases.inNames.find(title).map(({ value }) => value)),
    coreLength: limits[0]?.start ?? title.length,
  }
}

function titleOf(index: SearchIndex, doc: number): Syllable[] {
  const { names } = index
  const title = names.firsts[doc] ?? 0
  if (title === names.firsts[doc + 1]) return []
  const start = names.starts[title] ?? 0
  return Array.from({ length: (names.starts[title + 1] ?? start) - start }, (_, at) => ({
    raw: '',
    folded: index.nameOfSyllable(names.syllables[start + at] ?? 0),
    toned: index.nameOfToned(names.toned[start + at] ?? 0),
  }))
}
