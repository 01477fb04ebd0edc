import type { Syllable } from '../../core/index.ts'
import type { Aspect } from '../entry.ts'
import { createPhraseBook, type PhraseBook, type PhraseMatch } from './phrase-book.ts'

/** A special case of a procedure: its words in names (`cấp lại`), and the words by which people tell it (`bị rách`). */
export interface SpecialCase {
  names: readonly string[]
  asked: readonly string[]
}

/** The special cases compiled for matching; a case is known by its place in the list. */
export interface SpecialCases {
  /** The first name of each. */
  names: readonly string[]
  inNames: PhraseBook<number>
  inQuestions: PhraseBook<number>
}

/** Words of a question that tell a special case; some of them several (`rách`: to be issued again, or exchanged). */
export interface AskedCase {
  cases: ReadonlySet<number>
  /** The words are those of names, too: they count elsewhere, as words of the name. */
  isAsNamed: boolean
}

export function compileSpecialCases(list: readonly SpecialCase[]): SpecialCases {
  const rows = (texts: (row: SpecialCase) => readonly string[]) =>
    list.flatMap((row, at) => [...new Set(texts(row))].map((text) => [text, at] as const))
  return {
    names: list.map(({ names }) => names[0] ?? ''),
    inNames: createPhraseBook(
      rows(({ names }) => names),
      { isStrictAlone: false },
    ),
    // typed without marks, one syllable alone may be another word (`huy`): its neighbours in the title tell
    inQuestions: createPhraseBook(
      rows(({ names, asked }) => [...names, ...asked]),
      { isStrictAlone: false },
    ),
  }
}

/** The cases that a question tells, place by place; words that ask for an aspect (`mất bao lâu`) tell none. */
export function askedCases(
  { inNames, inQuestions }: SpecialCases,
  syllables: readonly Syllable[],
  asking: readonly PhraseMatch<Aspect>[],
): AskedCase[] {
  const named = inNames.find(syllables)
  const places = new Map<number, PhraseMatch<number>[]>()
  for (const match of inQuestions.find(syllables)) {
    if (asking.some((aspect) => isInside(match, aspect))) continue
    places.set(match.start, [...(places.get(match.start) ?? []), match])
  }
  return [...places.values()].map((matches) => ({
    cases: new Set(matches.map(({ value }) => value)),
    isAsNamed: matches.some((match) => named.some((name) => isInside(match, name))),
  }))
}

const isInside = (inner: PhraseMatch<unknown>, outer: PhraseMatch<unknown>): boolean =>
  outer.start <= inner.start && inner.end <= outer.end
