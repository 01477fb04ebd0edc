import { isSyllableShaped, toSyllables, type Parts, type Syllable } from '../../core/index.ts'
import type { Aspect } from '../entry.ts'
import { createFindDocuments } from './document-numbers.ts'
import type { Word } from './guess-words.ts'
import type { EverydayRow, Lexicon } from './lexicon.ts'
import { isMarked, type PhraseMatch } from './phrase-book.ts'
import type { QueryToken } from './query-token.ts'
import { weighWords } from './question-weights.ts'
import { wordReaderParts } from './read-words.ts'
import type { SearchIndex } from './search-index.ts'
import { askedCases, type AskedCase } from './special-cases.ts'
import type { Correct } from './spelling.ts'
import { understoodText } from './understood-text.ts'
import { isInside, standsAlone } from './stands-alone.ts'
import { codesIn } from './written-codes.ts'

/** A question as search sees it. */
export interface AnalysedQuestion {
  tokens: readonly QueryToken[]
  /** The words before chat words were written out (`cmnd`, `ko`); null when there were none. */
  asTyped: readonly QueryToken[] | null
  /** Official terms that the lexicon adds, each a run of tokens of its own. */
  expansions: readonly QueryToken[][]
  everyday: readonly EverydayRow[]
  /** Where the phrases of those rows stand among the tokens: from `start` to before `end`. */
  everydayAt: readonly EverydayMatch[]
  /** The same of the rows that fit several procedures: what is to be asked back unless another word decides. */
  open: readonly { start: number; end: number; row: EverydayRow }[]
  /** Words that tell a special case from the base procedure, as the lexicon lists them. */
  variants: ReadonlySet<string>
  /** Special cases that it tells in any words. */
  cases: readonly AskedCase[]
  /** Codes written in the question, and identifiers of the legal documents of which it asks by number. */
  codes: readonly string[]
  aspects: readonly Aspect[]
  /** Its words, folded, chat words written out; with whether they are part of a phrase that asks for an aspect. */
  words: readonly AskedWord[]
  isOutOfScope: boolean
  /** What it asks that only the commune itself knows; null when it asks no such thing. */
  localData: string | null
  /** Share (0–1) of the words that are syllables the index knows, or near to one. */
  knownShare: number
  /** Share (0–1) of the written words that look Vietnamese; 1 where there are no words but, say, digits. */
  vietnameseShare: number
  /** How many words carry meaning of their own. */
  contentCount: number
  /** The question as understood, where another word was put in the place of one that was written; else null. */
  corrected: string | null
}

/** Words of a lexicon row that stand in a question. */
export interface EverydayMatch {
  start: number
  end: number
  row: EverydayRow
  /** A word of wishing stands right before: this is what the asker wants, other words tell the story. */
  isWished: boolean
}

/** A word of a question. */
export interface AskedWord {
  folded: string
  /** It stands in a phrase that asks for an aspect (`mấy tháng`), so it names nothing. */
  isAsking: boolean
}

/** Weight of official terms that the lexicon adds, for slang and for words that names of procedures use too. */
const EXPANSION = 0.8
const OFFICIAL_EXPANSION = 0.3
const OFFICIAL_FROM = 3
/** So many words may stand between a word of wishing and what is wished. */
const WISH_REACH = 2

export interface Analyser {
  (question: string): AnalysedQuestion
}

/** Makes the reader of questions for one index. */
export function* analyserParts(
  index: SearchIndex,
  lexicon: Lexicon,
  correct: Correct,
): Parts<Analyser> {
  const reader = yield* wordReaderParts(index, lexicon, correct)
  const meanings = createMeanings(index)
  const findDocuments = createFindDocuments(index)
  const toTokens = (words: readonly Word[], weights: readonly number[]): QueryToken[] =>
    words.map(({ syllable, options, isReplaced }, at) => ({
      readings: options.flatMap(({ folded, weight }) => {
        const number = index.syllable(folded)
        return number === undefined ? [] : [{ syllable: number, weight }]
      }),
      toned: isReplaced || !isMarked(syllable) ? null : syllable.toned,
      weight: weights[at] ?? 1,
    }))
  const weigh = (words: readonly Word[]): number[] => {
    const syllables = words.map(({ syllable }) => syllable)
    return weighWords(syllables, lexicon.aspects.find(syllables), [], reader.findSilent(syllables))
  }
  return (question) => {
    const read = reader.read(question)
    const { words, syllables, asTyped, sentences, clauses } = read
    const asking = lexicon.aspects.find(syllables)
    const asked = lexicon.asked.find(syllables, asking, clauses)
    const weights = weighWords(syllables, asking, sentences, reader.findSilent(syllables))
    const wishes = lexicon.wishes.find(syllables)
    const isAlone = (match: PhraseMatch<EverydayRow>): boolean =>
      standsAlone(match, syllables, weights, index)
    const matches = findEveryday(syllables, asking, lexicon).filter(
      (match) => !match.value.isAmbiguous || isAlone(match),
    )
    const everyday = [...new Set(matches.map(({ value }) => value))]
    const tokens = toTokens(words, weights)
    return {
      tokens,
      asTyped: asTyped === null ? null : toTokens(asTyped, weigh(asTyped)),
      expansions: matches.flatMap(({ start, end, value }) =>
        isOfficial(tokens.slice(start, end), index)
          ? meanings(value, OFFICIAL_EXPANSION)
          : meanings(value, EXPANSION),
      ),
      everyday,
      everydayAt: matches.map(({ start, end, value }) => ({
        start,
        end,
        row: value,
        isWished: wishes.some((wish) => wish.start < start && start - wish.end <= WISH_REACH),
      })),
      open: lexicon.open
        .find(syllables)
        .filter((match) => !asking.some((aspect) => isInside(match, aspect)))
        .filter(isAlone)
        .map(({ start, end, value }) => ({ start, end, row: value })),
      variants: variantsIn(
        [syllables, ...everyday.flatMap(({ means }) => means.map(toSyllables))],
        lexicon,
      ),
      cases: askedCases(lexicon.cases, syllables, asking),
      codes: [...codesIn(question), ...findDocuments(syllables, weights)],
      aspects: [...new Set(asked.map(({ aspect }) => aspect))],
      words: syllables.map(({ folded }, at) => ({
        folded,
        isAsking:
          asking.some(({ start, end }) => start <= at && at < end) ||
          asked.some((one) => one.at.includes(at)),
      })),
      isOutOfScope: asksForPunishment(syllables, asking, lexicon),
      localData: localDataIn(syllables, lexicon),
      knownShare: share(tokens, (token) => token.readings.length > 0),
      vietnameseShare: vietnameseShare(syllables, tokens, lexicon.foreign),
      contentCount: tokens.filter(({ weight }) => weight === 1).length,
      corrected: understoodText(read, weights, reader.language),
    }
  }
}

/** Official terms of a row as tokens of a weight, made once. */
function createMeanings(index: SearchIndex): (row: EverydayRow, weight: number) => QueryToken[][] {
  const made = new Map<number, WeakMap<EverydayRow, QueryToken[][]>>()
  const toToken = ({ folded, toned }: Syllable, weight: number): QueryToken => {
    const number = index.syllable(folded)
    return {
      readings: number === undefined ? [] : [{ syllable: number, weight: 1 }],
      toned: toned === folded ? null : toned,
      weight,
    }
  }
  return (row, weight) => {
    let rows = made.get(weight)
    if (rows === undefined) made.set(weight, (rows = new WeakMap()))
    let tokens = rows.get(row)
    if (tokens === undefined) {
      tokens = row.means.map((means) => toSyllables(means).map((s) => toToken(s, weight)))
      rows.set(row, tokens)
    }
    return tokens
  }
}

/** Words of special cases in the question or in what the lexicon says it means. */
const variantsIn = (
  texts: readonly (readonly Syllable[])[],
  lexicon: Lexicon,
): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => lexicon.variants.find(text).map(({ value }) => value)))

/** Lexicon rows whose words stand in the question; ambiguous words only for want of clear ones. */
function findEveryday(
  syllables: readonly Syllable[],
  asking: readonly PhraseMatch<Aspect>[],
  lexicon: Lexicon,
): PhraseMatch<EverydayRow>[] {
  const found = lexicon.everyday
    .find(syllables)
    .flatMap((match) => withoutAspect(match, asking, syllables, lexicon))
    .filter(({ value }) => saysSomething(value))
  const clear = found.filter(({ value }) => !value.isAmbiguous)
  return clear.length > 0 ? clear : found
}

/** A match whose end is part of an aspect gives way to what stands before the aspect. */
function withoutAspect(
  match: PhraseMatch<EverydayRow>,
  asking: readonly PhraseMatch<Aspect>[],
  syllables: readonly Syllable[],
  { everyday }: Lexicon,
): PhraseMatch<EverydayRow>[] {
  const aspect = asking.find((one) => takesEndOf(match, one))
  if (aspect === undefined) return [match]
  const { start: from } = match
  return everyday
    .find(syllables.slice(from, aspect.start))
    .map(({ start, end, value }) => ({ start: start + from, end: end + from, value }))
}

/** The last word belongs to what is asked: `hộ chiếu | mất bao lâu` says nothing of a lost one. */
const takesEndOf = (match: PhraseMatch<unknown>, aspect: PhraseMatch<unknown>): boolean =>
  match.start < aspect.start && aspect.start === match.end - 1 && match.end < aspect.end

/** A row without terms and codes only keeps its words from being read as others (`mật khẩu`). */
const saysSomething = ({ means, codes, isOutOfScope }: EverydayRow): boolean =>
  means.length > 0 || codes.length > 0 || isOutOfScope

/** Whether these words stand in names of procedures as they are: then what they mean needs little help. */
function isOfficial(words: readonly QueryToken[], index: SearchIndex): boolean {
  const numbers = words.map(({ readings }) => readings[0]?.syllable)
  return (
    numbers.length > 1 &&
    numbers.slice(1).every((number, at) => {
      const before = numbers[at]
      if (number === undefined || before === undefined) return false
      const pair = index.pair(before, number)
      return pair !== undefined && index.namesWith(pair) >= OFFICIAL_FROM
    })
  )
}

/** Words of punishment that are not part of asking whether something must be done (`có bị phạt không`). */
function asksForPunishment(
  syllables: readonly Syllable[],
  asking: readonly PhraseMatch<Aspect>[],
  lexicon: Lexicon,
): boolean {
  return lexicon.outOfScope
    .find(syllables)
    .some(({ start, end }) => !asking.some((a) => a.start < end && start < a.end))
}

/** A row of which the question has a phrase of each list. */
function localDataIn(syllables: readonly Syllable[], lexicon: Lexicon): string | null {
  const found = lexicon.localData.find(syllables).map(({ value }) => value)
  const whole = found.find(({ row }) =>
    row.phrases.every((_, part) => found.some((other) => other.row === row && other.part === part)),
  )
  return whole?.row.about ?? null
}

const share = <T>(items: readonly T[], holds: (item: T) => boolean): number =>
  items.length === 0 ? 0 : items.filter(holds).length / items.length

/** Known words count whole, words that may be misspelt Vietnamese half; single letters say nothing. */
function vietnameseShare(
  syllables: readonly Syllable[],
  tokens: readonly QueryToken[],
  foreign: ReadonlySet<string>,
): number {
  const shares = syllables.flatMap(({ raw, folded, toned }, at) => {
    if (!/^\p{L}{2,}$/u.test(folded)) return []
    if (foreign.has(raw)) return [0]
    const reading = tokens[at]?.readings[0]
    if (reading?.weight === 1) return [1]
    const hasMarks = toned !== folded && /^[a-z]+$/.test(folded)
    return [reading !== undefined || hasMarks || isSyllableShaped(raw) ? 0.5 : 0]
  })
  return shares.length === 0 ? 1 : shares.reduce<number>((sum, one) => sum + one, 0) / shares.length
}
