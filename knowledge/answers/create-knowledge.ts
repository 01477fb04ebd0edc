import type { Entry } from '../entry.ts'
import type { IndexData } from '../search/index-data.ts'
import type { Lexicon } from '../search/lexicon.ts'
import { createSearch } from '../search/search.ts'
import type { Knowledge } from './answer.ts'
import { decide } from './decide.ts'
import { createFindWritten } from './written-questions.ts'

/**
 * Knowledge of one revision, ready to be asked.
 * @param data the index of just these entries, in the same order of ids
 */
export function createKnowledge(
  revision: number,
  entries: readonly Entry[],
  data: IndexData,
  lexicon: Lexicon,
): Knowledge {
  const search = createSearch(data, lexicon)
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const byOldCode = new Map(entries.flatMap((e) => e.replaces.map((code) => [code, e] as const)))
  const byCode = new Map(entries.flatMap((e) => (e.code === null ? [] : [[e.code, e] as const])))
  const findWritten = createFindWritten(entries)
  const find = (key: string): Entry | null =>
    byId.get(key) ?? byCode.get(key) ?? byOldCode.get(key) ?? null
  return {
    revision,
    find,
    entries: () => entries,
    aspectsOf: (text) => search.analyse(text).aspects,
    wordsOf: (text) => search.analyse(text).words,
    ask: (question, { day }) =>
      decide(search.analyse(question), {
        search,
        day,
        find,
        written: findWritten(question),
        entryAt: (doc) => byId.get(data.ids[doc] ?? ''),
      }),
  }
}
