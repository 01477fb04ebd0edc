import { foldWord } from '../../core/index.ts'
import type { Aspect } from '../entry.ts'
import {
  compileAspectPatterns,
  type AspectFinder,
  type AspectPatternData,
} from './aspect-patterns.ts'
import { createPhraseBook, type PhraseBook } from './phrase-book.ts'
import { compileSpecialCases, type SpecialCase, type SpecialCases } from './special-cases.ts'

/** Everyday words and the official terms behind them (cà vẹt → chứng nhận đăng ký xe). */
export interface EverydayRow {
  phrases: readonly string[]
  means: readonly string[]
  codes: readonly string[]
  /** The words fit several procedures: ask back rather than answer. Without `means` they do nothing else. */
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
  /** The same with the words by which people tell such a case (`bị rách`: to be issued again, or exchanged). */
  cases: readonly SpecialCase[]
  /** Words that stand before what the asker wants (`muốn`, `xin`). */
  wishes: readonly string[]
  /** What follows these words in a name limits it: `đối với`, `thuộc thẩm quyền`. */
  limits: readonly string[]
  /** Frequent words of other languages that no Vietnamese text has. */
  foreign: readonly string[]
  /** Frequent words of everyday speech, which are hardly ever slips for words of offices. */
  common: readonly string[]
  aspects: Readonly<Partial<Record<Aspect, readonly string[]>>>
  /** Ways of asking for an aspect that need more than a fixed phrase. */
  aspectPatterns: AspectPatternData
}

/** The lexicon compiled for matching. */
export interface Lexicon {
  everyday: PhraseBook<EverydayRow>
  /** Rows that fit several procedures, found apart so that they hide no clearer words. */
  open: PhraseBook<EverydayRow>
  chat: PhraseBook<string>
  silent: PhraseBook<true>
  /** Fixed phrases that ask for an aspect: they say little about the procedure. */
  aspects: PhraseBook<Aspect>
  /** What is asked for, by phrases and patterns together. */
  asked: AspectFinder
  outOfScope: PhraseBook<true>
  localData: PhraseBook<LocalDataPart>
  variants: PhraseBook<string>
  cases: SpecialCases
  limits: PhraseBook<true>
  wishes: PhraseBook<true>
  /** Lower case. */
  foreign: ReadonlySet<string>
  /** Folded. */
  common: ReadonlySet<string>
}

const rowsBy = (rows: readonly EverydayRow[]): PhraseBook<EverydayRow> =>
  createPhraseBook(rows.flatMap((row) => row.phrases.map((phrase) => [phrase, row] as const)))

const isOpen = ({ ask, codes }: EverydayRow): boolean => ask && codes.length > 1

/** It names what may be meant, and helps to find nothing. */
const isOnlyOpen = (row: EverydayRow): boolean => isOpen(row) && row.means.length === 0

export function compileLexicon(data: LexiconData): Lexicon {
  const aspects = Object.entries(data.aspects) as [Aspect, readonly string[]][]
  return {
    everyday: rowsBy(data.everyday.filter((row) => !isOnlyOpen(row))),
    open: rowsBy(data.everyday.filter(isOpen)),
    chat: createPhraseBook(
      data.chat
        .filter((row) => !row.isAmbiguous)
        .flatMap((row) => row.forms.map((form) => [form, row.write] as const)),
    ),
    silent: createPhraseBook([...data.ignore, ...data.asking].map((text) => [text, true] as const)),
    aspects: createPhraseBook(
      aspects.flatMap(([aspect, phrases]) => phrases.map((phrase) => [phrase, aspect] as const)),
    ),
    asked: compileAspectPatterns(data.aspectPatterns),
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
    cases: compileSpecialCases(data.cases),
    wishes: createPhraseBook(
      data.wishes.map((text) => [text, true] as const),
      { isStrictAlone: false },
    ),
    limits: createPhraseBook(data.limits.map((text) => [text, true] as const)),
    foreign: new Set(data.foreign.map((word) => word.toLowerCase())),
    common: new Set(data.common.map(foldWord)),
  }
}
