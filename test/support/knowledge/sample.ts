import { compileLexicon, toEntry, type Entry, type LexiconData } from '../../../knowledge/index.ts'
import type { SearchDocument } from '../../../knowledge/search/document.ts'

/** A document of a name, with no more than the given fields. */
export const document = (
  id: string,
  title: string,
  more: Partial<SearchDocument> = {},
): SearchDocument => ({
  id,
  title,
  aliases: [],
  phrases: [],
  text: [],
  isProcedure: true,
  isAtCommune: false,
  isOnlyAtMinistry: false,
  ...more,
})

/** A procedure of a code and a name; `more` is laid over its record. */
export const sampleEntry = (
  code: string,
  name: string,
  more: Readonly<Record<string, unknown>> = {},
): Entry => ({
  ...toEntry({ kind: 'procedure', code, name, level: 'Cấp Xã' }),
  ...more,
})

const EMPTY_LEXICON: LexiconData = {
  everyday: [],
  chat: [],
  ignore: [],
  asking: [],
  outOfScope: [],
  localData: [],
  foreign: [],
  common: [],
  variants: [],
  cases: [],
  limits: [],
  wishes: [],
  aspects: {},
  aspectPatterns: {
    words: { small: ['ạ'] },
    units: [],
    patterns: {},
    weak: {},
    yields: {},
    otherwise: {},
  },
}

/** A lexicon of no more than the given parts. */
export const lexiconOf = (data: Partial<LexiconData> = {}) =>
  compileLexicon({ ...EMPTY_LEXICON, ...data })
