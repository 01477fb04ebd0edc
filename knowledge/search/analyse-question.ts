import { isSyllableShaped, toSyllables, type Syllable } from '../../core/index.ts'
import type { Aspect } from '../entry.ts'
import { favourNeighbours } from './favour-neighbours.ts'
import type { EverydayRow, Lexicon } from './lexicon.ts'
import type { PhraseMatch } from './phrase-book.ts'
import type { QueryToken } from './query-token.ts'
import { RARE_IDF } from './rarity.ts'
import { undoTelex, undoVni } from './respell.ts'
import type { SearchIndex } from './search-index.ts'
import type { Correct } from './spelling.ts'

/** A question as search sees it. */
export interface AnalysedQuestion {
  tokens: readonly QueryToken[]
  /** The words before chat words were written out (`cmnd`, `ko`); null when there were none. */
  asTyped: readonly QueryToken[] | null
  /** Official terms that the lexicon adds, each a run of tokens of its own. */
  expansions: readonly QueryToken[][]
  everyday: readonly EverydayRow[]
  /** Where the phrases of those rows stand among the tokens: from `start` to before `end`. */
  everydayAt: readonly { start: number; end: number; row: EverydayRow }[]
  /** Words that tell a special case from the base procedure, as the lexicon lists them. */
  variants: ReadonlySet<string>
  /** Procedure codes written in the question. */
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
}

/** A word of a question. */
export interface AskedWord {
  folded: string
  /** It stands in a phrase that asks for an aspect (`mấy tháng`), so it names nothing. */
  isAsking: boolean
}

/** A question longer than this is cut: no procedure needs more words to be found. */
const MAX_SYLLABLES = 400
const ASPECT_WEIGHT = 0.35
/** Weight of official terms that the lexicon adds, for slang and for words that names of procedures use too. */
const EXPANSION = 0.8
const OFFICIAL_EXPANSION = 0.3
const OFFICIAL_FROM = 3
const GUESS_WEIGHTS = [0.8, 0.6, 0.5, 0.4, 0.35, 0.3]
/** After a number they say how long or how much (`3 tháng`, `5 bữa`), which names no procedure; folded. */
const AMOUNT_UNITS = new Set(
  'ngay thang nam bua hom tuan tieng gio trieu nghin ngan dong k tr'.split(' '),
)
const CODE = /(?<![\d.])[1-9]\.\d{6}(?!\d)/g
/** So many different words are compared with all known ones; each costs about a millisecond. */
const MAX_GUESSED_WORDS = 16

export interface Analyser {
  (question: string): AnalysedQuestion
}

/** Makes the reader of questions for one index. */
export function createAnalyser(index: SearchIndex, lexicon: Lexicon, correct: Correct): Analyser {
  return (question) => {
    const guess = atMost(MAX_GUESSED_WORDS, correct)
    const toToken = (syllable: Syllable, weight: number): QueryToken => ({
      readings: readingsOf(syllable, index, guess),
      toned: syllable.toned === syllable.folded ? null : syllable.toned,
      weight,
    })
    const text = undoVni(question)
    const written = toSyllables(text).slice(0, MAX_SYLLABLES)
    const unTelex = (list: readonly Syllable[]): Syllable[] =>
      undoTelex(list, index, { rareFrom: RARE_IDF, foreign: lexicon.foreign })
    const syllables = unTelex(replaceChat(written, lexicon))
    const asking = lexicon.aspects.find(syllables)
    const matches = findEveryday(syllables, asking, lexicon)
    const everyday = [...new Set(matches.map(({ value }) => value))]
    const read = (list: readonly Syllable[]): readonly QueryToken[] =>
      favourNeighbours(weighed(list, lexicon, toToken), index)
    const tokens = read(syllables)
    const isRewritten = syllables.some((syllable, at) => syllable !== written[at])
    return {
      tokens,
      asTyped: isRewritten ? read(unTelex(written)) : null,
      expansions: matches.flatMap((match) => {
        const weight = isOfficial(tokens.slice(match.start, match.end), index)
          ? OFFICIAL_EXPANSION
          : EXPANSION
        return match.value.means.map((means) => toSyllables(means).map((s) => toToken(s, weight)))
      }),
      everyday,
      everydayAt: matches.map(({ start, end, value }) => ({ start, end, row: value })),
      variants: variantsIn(
        [syllables, ...everyday.flatMap(({ means }) => means.map(toSyllables))],
        lexicon,
      ),
      codes: question.match(CODE) ?? [],
      aspects: [...new Set(asking.map(({ value }) => value))],
      words: syllables.map(({ folded }, at) => ({
        folded,
        isAsking: asking.some(({ start, end }) => start <= at && at < end),
      })),
      isOutOfScope: asksForPunishment(syllables, asking, lexicon),
      localData: localDataIn(syllables, lexicon),
      knownShare: share(tokens, (token) => token.readings.length > 0),
      vietnameseShare: vietnameseShare(syllables, tokens, lexicon.foreign),
      contentCount: tokens.filter(({ weight }) => weight === 1).length,
    }
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
    .filter(({ value }) => saysSomething(value))
    .filter((match) => !asking.some((aspect) => takesEndOf(match, aspect)))
  const clear = found.filter(({ value }) => !value.isAmbiguous)
  return clear.length > 0 ? clear : found
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

function replaceChat(syllables: readonly Syllable[], lexicon: Lexicon): Syllable[] {
  const result: Syllable[] = []
  let at = 0
  for (const { start, end, value } of lexicon.chat.find(syllables)) {
    if (start < at) continue
    result.push(...syllables.slice(at, start), ...toSyllables(value))
    at = end
  }
  return [...result, ...syllables.slice(at)]
}

function weighed(
  syllables: readonly Syllable[],
  lexicon: Lexicon,
  toToken: (syllable: Syllable, weight: number) => QueryToken,
): QueryToken[] {
  const weights = weigh(syllables, lexicon)
  return syllables.map((syllable, at) => toToken(syllable, weights[at] ?? 1))
}

function weigh(syllables: readonly Syllable[], lexicon: Lexicon): number[] {
  const weights = syllables.map(() => 1)
  for (const { start, end } of lexicon.aspects.find(syllables))
    weights.fill(ASPECT_WEIGHT, start, end)
  for (const { start, end } of lexicon.silent.find(syllables)) weights.fill(0, start, end)
  for (const [at, { folded }] of syllables.entries()) {
    const unit = syllables[at + 1]?.folded ?? ''
    if (/^\d+$/.test(folded) && AMOUNT_UNITS.has(unit)) weights.fill(0, at, at + 2)
  }
  return weights
}

function readingsOf(
  syllable: Syllable,
  index: SearchIndex,
  correct: Correct,
): QueryToken['readings'] {
  const number = index.syllable(syllable.folded)
  const known = number === undefined ? [] : [{ syllable: number, weight: 1 }]
  const isCommon = number !== undefined && (index.idf[number] ?? 0) < RARE_IDF
  if (isCommon) return known
  // a word with marks is hardly a slip but one of its own (`cơm`): guesses serve whole phrases alone
  const isOwnWord = syllable.toned !== syllable.folded && isSyllableShaped(syllable.raw)
  const guesses = correct(syllable.folded)
    .filter(({ folded }) => folded !== syllable.folded)
    .flatMap(({ folded }, at) => {
      const guess = index.syllable(folded)
      return guess === undefined
        ? []
        : [{ syllable: guess, weight: isOwnWord ? 0 : (GUESS_WEIGHTS[at] ?? 0) }]
    })
  return [...known, ...guesses]
}

const share = <T>(items: readonly T[], holds: (item: T) => boolean): number =>
  items.length === 0 ? 0 : items.filter(holds).length / items.length

/** The same proposals for the first `count` different words, none for the others. */
function atMost(count: number, correct: Correct): Correct {
  const words = new Set<string>()
  return (folded) => {
    if (words.size >= count && !words.has(folded)) return []
    words.add(folded)
    return correct(folded)
  }
}

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
    const isMarked = toned !== folded && /^[a-z]+$/.test(folded)
    return [reading !== undefined || isMarked || isSyllableShaped(raw) ? 0.5 : 0]
  })
  return shares.length === 0 ? 1 : shares.reduce<number>((sum, one) => sum + one, 0) / shares.length
}
