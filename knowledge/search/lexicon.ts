import type { Aspect } from '../entry.ts'
import { createPhraseBook, type PhraseBook } from './phrase-book.ts'

/** Everyday words and the official terms behind them (cà vẹt → chứng nhận đăng ký xe). */
export interface EverydayRow {
  phrases: readonly string[]
  means: readonly string[]
  codes: readonly string[]
  /** The words fit several procedures: ask back rather than answer. */
  ask: boolean
  /** Belongs to somebody else (courts, power company): no procedure of ours. */
  isOutOfScope: boolean
  /** Short words of several meanings: a hint for want of anything clearer. */
  isAmbiguous: boolean
}

/** Something that only the commune itself knows (days of payment, lists, names), and the words by which it is asked. */
export interface LocalDataRow {
  /** As it stands in "chưa có thông tin về …". */
  about: string
  /** A question asks for it when it has a phrase of each list. */
  phrases: readonly (readonly string[])[]
}

/** One list of phrases of a `LocalDataRow`. */
export interface LocalDataPart {
  row: LocalDataRow
  /** The place of the list in the row. */
  part: number
}

/** The lexicon as read from the shipped data files. */
export interface LexiconData {
  everyday: readonly EverydayRow[]
  /** How people write words in chats and dialects: `ko` → `không`. Ambiguous forms are left as they are. */
  chat: readonly { write: string; forms: readonly string[]; isAmbiguous: boolean }[]
  /** Forms of address and other words that say nothing about what is asked. */
  ignore: readonly string[]
  /** Words of asking (`như thế nào`, `cho tôi hỏi`): they say nothing about the procedure. */
  asking: readonly string[]
  /** Words by which questions about punishment, crime and the like are known; not ours to answer. */
  outOfScope: readonly string[]
  /** What only the commune itself knows. */
  localData: readonly LocalDataRow[]
  /** Words that tell a special case from the base procedure: `lại`, `nước ngoài`, `gia hạn`. */
  variants: readonly string[]
  /** Frequent words of other languages that no Vietnamese text has. */
  foreign: readonly string[]
  aspects: Readonly<Partial<Record<Aspect, readonly string[]>>>
}

/** The lexicon compiled for matching. */
export interface Lexicon {
  everyday: PhraseBook<EverydayRow>
  chat: PhraseBook<string>
  silent: PhraseBook<true>
  aspects: PhraseBook<Aspect>
  outOfScope: PhraseBook<true>
  localData: PhraseBook<LocalDataPart>
  variants: PhraseBook<string>
  /** Lower case. */
  foreign: ReadonlySet<string>
}

export function compileLexicon(data: LexiconData): Lexicon {
  const aspects = Object.entries(data.aspects) as [Aspect, readonly string[]][]
  return {
    everyday: createPhraseBook(
      data.everyday.flatMap((row) => row.phrases.map((phrase) => [phrase, row] as const)),
    ),
    chat: createPhraseBook(
      data.chat
        .filter((row) => !row.isAmbiguous)
        .flatMap((row) => row.forms.map((form) => [form, row.write] as const)),
    ),
    silent: createPhraseBook([...data.ignore, ...data.asking].map((text) => [text, true] as const)),
    aspects: createPhraseBook(
      aspects.flatMap(([aspect, phrases]) => phrases.map((phrase) => [phrase, aspect] as const)),
    ),
    outOfScope: createPhraseBook(data.outOfScope.map((text) => [text, true] as const)),
    localData: createPhraseBook(
      data.localData.flatMap((row) =>
        row.phrases.flatMap((list, part) => list.map((text) => [text, { row, part }] as const)),
      ),
    ),
    variants: createPhraseBook(
      data.variants.map((text) => [text, text] as const),
      { isStrictAlone: false },
    ),
    foreign: new Set(data.foreign.map((word) => word.toLowerCase())),
  }
}
