import { toSyllables, type Syllable } from '../../core/index.ts'
import { ASPECTS, type Aspect } from '../entry.ts'
import type { PhraseMatch } from './phrase-book.ts'
import {
  createWordPatterns,
  cutsUnit,
  firstWords,
  matchAt,
  type PatternText,
  type WordLists,
  type WordPattern,
  type WordPatterns,
} from './word-pattern.ts'
import { joiningWords } from './wording.ts'

/** Patterns of an aspect; those of `nothing` only keep the words they take from being read as asking. */
type PatternLists = Readonly<Partial<Record<Value, readonly string[]>>>
type Value = Aspect | 'nothing'

/** Ways of asking that need more than a fixed phrase, as read from the shipped data file. */
export interface AspectPatternData {
  words: WordLists
  /** Words that belong together: a pattern takes the whole or nothing (`sổ hồng` has no `không`). */
  units: readonly string[]
  patterns: PatternLists
  /** Words that name an aspect (`lệ phí`) and general ways of asking: only where their clause asks nothing clearer. */
  weak: PatternLists
  /** An aspect gives way to these in its clause (`nộp tiền ở đâu`: how to pay), unless a small word joins them. */
  yields: Readonly<Partial<Record<Aspect, readonly Aspect[]>>>
  /** Only for want of any other: general ways of asking (`có được … không`). */
  otherwise: PatternLists
}

/** What is asked for, and the numbers of the words that ask for it, without gaps. */
export interface FoundAspect {
  aspect: Aspect
  at: readonly number[]
}

export interface AspectFinder {
  /**
   * What is asked for, given also the matches of fixed phrases: of two readings of the same words the longer counts.
   * @param clauses the clause of each word: no pattern reaches from one into another
   */
  find(
    text: readonly Syllable[],
    phrases: readonly PhraseMatch<Aspect>[],
    clauses: readonly number[],
  ): readonly FoundAspect[]
}

interface Found {
  value: Value
  at: readonly number[]
}

/** So many last words of a letter are compared with patterns: letters ask at their end, and time is short. */
const MOST_WORDS = 120

/** Small words that join what is asked (`ở đâu và lệ phí`), by their folded form. */
const JOINING = new Map(joiningWords.flatMap(toSyllables).map((word) => [word.folded, word]))

/** Whether the word of this number joins: one with its marks, or one of a text that has none (`mã` is not `mà`). */
function joins(at: number, { words, isMarked, units }: PatternText): boolean {
  const word = words[at]
  const joining = JOINING.get(word?.folded ?? '')
  return joining !== undefined && (isMarked ? joining.toned === word?.toned : (units[at] ?? -1) < 0)
}

export function compileAspectPatterns(data: AspectPatternData): AspectFinder {
  const patterns = createWordPatterns(data.words, data.units)
  const [first, weak, otherwise] = [data.patterns, data.weak, data.otherwise].map((lists) =>
    createList(lists, patterns),
  ) as [PatternList, PatternList, PatternList]
  const yieldsTo = (one: FoundAspect, other: FoundAspect, text: PatternText): boolean =>
    data.yields[one.aspect]?.includes(other.aspect) === true &&
    isSameClause(one, other, text) &&
    !isJoined(one, other, text)
  return {
    find: (words, phrases, clauses) => {
      const text = patterns.read(words, clauses)
      const vague = weak(text)
      const named = new Set(vague.map(keyOf))
      const strong = [...fixed(phrases, text), ...first(text)].filter(
        (one) => !named.has(keyOf(one)),
      )
      const asked = askedByClause(strong, text)
      const clear = withoutParts([...strong, ...vague.filter((one) => isAlone(one, asked, text))])
      const silent = strong.filter(({ value }) => value === 'nothing')
      const found = clear.length > 0 ? clear : withoutParts([...silent, ...otherwise(text)])
      return found.filter((one) => !found.some((other) => yieldsTo(one, other, text)))
    },
  }
}

type PatternList = (text: PatternText) => Found[]

/** Finds the patterns of a list; they are kept by the word with which they begin. */
function createList(lists: PatternLists, patterns: WordPatterns): PatternList {
  const byFirst = new Map<string, { value: Value; pattern: WordPattern }[]>()
  for (const value of [...ASPECTS, 'nothing' as const]) {
    for (const written of lists[value] ?? []) {
      const pattern = patterns.compile(written)
      for (const word of firstWords(pattern)) {
        const list = byFirst.get(word)
        if (list === undefined) byFirst.set(word, [{ value, pattern }])
        else list.push({ value, pattern })
      }
    }
  }
  return (text) =>
    text.words.flatMap(({ folded }, start) =>
      (start < text.words.length - MOST_WORDS ? [] : (byFirst.get(folded) ?? [])).flatMap(
        ({ value, pattern }) => {
          const at = matchAt(pattern, start, text)
          return at === null ? [] : [{ value, at }]
        },
      ),
    )
}

/** Fixed phrases but those that are a part of a unit. */
const fixed = (phrases: readonly PhraseMatch<Aspect>[], text: PatternText): Found[] =>
  phrases
    .filter(({ start, end }) => {
      const unit = text.units[start] ?? -1
      return unit < 0 || unit !== text.units[end - 1] || !cutsUnit(start, end, text)
    })
    .map(({ start, end, value }) => ({
      value,
      at: Array.from({ length: end - start }, (_, word) => start + word),
    }))

/** Without those whose words are part of a longer one. */
function withoutParts(found: readonly Found[]): FoundAspect[] {
  const having = new Map<number, Found[]>()
  for (const one of found) {
    for (const word of one.at) {
      const known = having.get(word)
      if (known === undefined) having.set(word, [one])
      else known.push(one)
    }
  }
  const isPart = (inner: Found, outer: Found): boolean =>
    inner.value !== outer.value &&
    inner.at.length < outer.at.length &&
    inner.at.every((word) => outer.at.includes(word))
  return found.flatMap((one) =>
    one.value === 'nothing' || having.get(one.at[0] ?? 0)?.some((other) => isPart(one, other))
      ? []
      : [{ aspect: one.value, at: one.at }],
  )
}

const keyOf = ({ value, at }: Found): string => `${value} ${at.join()}`

/** The aspects that each clause asks for, by its end. */
function askedByClause(found: readonly Found[], { ends }: PatternText): Map<number, Set<Value>> {
  const asked = new Map<number, Set<Value>>()
  for (const { value, at } of found) {
    if (value === 'nothing') continue
    const clause = ends[at[0] ?? 0] ?? 0
    const known = asked.get(clause)
    if (known === undefined) asked.set(clause, new Set([value]))
    else known.add(value)
  }
  return asked
}

type At = Pick<Found, 'at'>

const isSameClause = (one: At, other: At, { ends }: PatternText): boolean =>
  ends[one.at[0] ?? 0] === ends[other.at[0] ?? 0]

/** Nothing else is asked in the clause, or this is asked beside it. */
function isAlone(
  { value, at }: Found,
  asked: ReadonlyMap<number, ReadonlySet<Value>>,
  text: PatternText,
): boolean {
  const [start = 0, end = 0] = [at[0], at.at(-1)]
  if ([start - 1, end + 1].some((near) => joins(near, text))) return true
  const others = asked.get(text.ends[start] ?? 0)
  return others === undefined || [...others].every((other) => other === value)
}

/** Whether a joining word stands between the first or the last words of the two. */
const isJoined = (one: At, other: At, text: PatternText): boolean =>
  [0, -1].some((end) => {
    const [from = 0, to = 0] = [one.at.at(end) ?? 0, other.at.at(end) ?? 0].toSorted(
      (a, b) => a - b,
    )
    return text.words.slice(from, to).some((_, at) => joins(from + at, text))
  })
