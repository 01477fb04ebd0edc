import { atOnce, type LocalDate, type Parts } from '../../core/index.ts'
import type { Entry } from '../entry.ts'
import type { IndexData, IndexDelta } from '../search/index-data.ts'
import type { Lexicon } from '../search/lexicon.ts'
import { searchParts } from '../search/search.ts'
import type { Knowledge } from './answer.ts'
import { decide } from './decide.ts'
import type { DecideContext } from './decide-context.ts'
import { explain } from './explain.ts'
import { withWishes, type Decided } from './wishes.ts'
import { findWrittenParts } from './written-questions.ts'

/**
 * Knowledge of one revision, ready to be asked.
 * @param data the index of just these entries
 */
export const createKnowledge = (
  revision: number,
  entries: readonly Entry[],
  data: IndexData,
  lexicon: Lexicon,
): Knowledge => atOnce(knowledgeParts(revision, entries, data, lexicon, null))

/** The same in parts of some milliseconds. @param delta what makes `data` the index of just these entries */
export function* knowledgeParts(
  revision: number,
  entries: readonly Entry[],
  data: IndexData,
  lexicon: Lexicon,
  delta: IndexDelta | null,
): Parts<Knowledge> {
  const search = yield* searchParts(data, lexicon, delta)
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const byOldCode = new Map(entries.flatMap((e) => e.replaces.map((code) => [code, e] as const)))
  const byCode = new Map(entries.flatMap((e) => (e.code === null ? [] : [[e.code, e] as const])))
  yield
  const findWritten = yield* findWrittenParts(entries)
  const find = (key: string): Entry | null =>
    byId.get(key) ?? byCode.get(key) ?? byOldCode.get(key) ?? null
  const byDoc = Array.from({ length: search.index.size }, (_, doc) =>
    byId.get(search.index.id(doc)),
  )
  const entryAt = (doc: number): Entry | undefined => byDoc[doc]
  const contextOf = (text: string, day: LocalDate): DecideContext => ({
    search,
    day,
    find,
    entryAt,
    written: findWritten(text),
  })
  const decideOn = (text: string, day: LocalDate): Decided => {
    const question = search.analyse(text)
    return { question, decision: decide(question, contextOf(text, day)) }
  }
  const decideOnAll = (text: string, day: LocalDate): Decided => {
    const whole = decideOn(text, day)
    const decision = withWishes(text, whole, (part) => decideOn(part, day), search.index)
    return { question: whole.question, decision }
  }
  return {
    revision,
    find,
    entries: () => entries,
    aspectsOf: (text) => search.analyse(text).aspects,
    wordsOf: (text) => search.analyse(text).words,
    ask: (question, { day }) => {
      const {
        question: { corrected },
        decision: { answer, rule },
      } = decideOnAll(question, day)
      // what is written down word for word was not misread
      return corrected === null || rule === 'written' || answer.outcome === 'none'
        ? answer
        : { ...answer, understood: corrected }
    },
    explain: (text, { day }) => {
      const { question, decision } = decideOnAll(text, day)
      return explain(question, decision, contextOf(text, day), lexicon)
    },
  }
}
