import type { Parts, Syllable } from '../../core/index.ts'
import type { Lexicon } from './lexicon.ts'
import type { SearchIndex } from './search-index.ts'

/** Which words stand side by side: in names of procedures, in phrases of the lexicon, and in all texts. */
export interface Language {
  /** Some name, phrase or text has the folded word. */
  knows(folded: string): boolean
  /** One of the words that names and phrases have most. */
  isFrequent(folded: string): boolean
  /** Folded words of names and phrases. */
  readonly words: readonly string[]
  /** How many names and phrases have the two folded words side by side. */
  together(first: string, second: string): number
  /** Whether some name or phrase has the three folded words in a row. */
  inRow(first: string, second: string, third: string): boolean
  /** Share (0–1) of the names and phrases with `word` that have the other one on that side of it. */
  share(word: string, other: string, side: 'before' | 'after'): number
  /** Logarithm of the probability that `second` follows `first`; of `second` by itself when `first` is null. */
  chance(first: string | null, second: string): number
  /** Whether a name or phrase has a word of this tone-exact form. */
  hasForm(toned: string): boolean
  /** Tone-exact forms of two folded words that stand side by side, most frequent first. */
  formsTogether(first: string, second: string): readonly FormPair[]
  /** The most frequent tone-exact form of a folded word; null when no name or phrase has it. */
  formOf(folded: string): string | null
}

/** Two tone-exact forms side by side. */
export interface FormPair {
  first: string
  second: string
  count: number
}

/** A name or phrase tells more of what belongs together than a text. */
const NAME_SHARE = 3
/** Occurrences that the frequency of a word by itself stands for beside those with its neighbour. */
const SMOOTHING = 5
const UNKNOWN = 0.05
/** Some milliseconds' work. */
const NAMES_A_PART = 200
/** Of all words of names and phrases, from which on a word is frequent: some 150 words are. */
const FREQUENT_SHARE = 0.0015

/** Counts once, when an index is opened: some 50 ms for the procedures of a whole country, so in parts. */
export function* languageParts(index: SearchIndex, lexicon: Lexicon): Parts<Language> {
  const counts = createCounts()
  let names = 0
  for (const form of namesOf(index)) {
    counts.add(form)
    names += 1
    if (names % NAMES_A_PART === 0) yield
  }
  for (const phrase of phrasesOf(lexicon)) counts.add(phrase)
  counts.settle()
  const documentsWith = (term: number | undefined): number =>
    term === undefined ? 0 : index.documentsWith(term)
  const frequency = (folded: string): number =>
    documentsWith(index.syllable(folded)) + NAME_SHARE * counts.of(folded)
  const together = (first: string, second: string): number => counts.pair(first, second)?.count ?? 0
  const standing = (first: string, second: string): number => {
    const [a, b] = [index.syllable(first), index.syllable(second)]
    const inTexts = a === undefined || b === undefined ? undefined : index.pair(a, b)
    return documentsWith(inTexts) + NAME_SHARE * together(first, second)
  }
  const total = Math.max(
    1,
    index.lengths.reduce((sum, length) => sum + Math.min(length, 300), 0),
  )
  const alone = (folded: string): number => (frequency(folded) + UNKNOWN) / total
  return {
    knows: (folded) => counts.of(folded) > 0 || index.syllable(folded) !== undefined,
    isFrequent: (folded) => counts.of(folded) >= FREQUENT_SHARE * counts.total(),
    words: counts.words(),
    together,
    inRow: counts.inRow,
    share: (word, other, side) =>
      (side === 'before' ? together(other, word) : together(word, other)) /
      Math.max(1, counts.of(word)),
    chance: (first, second) =>
      Math.log(
        first === null
          ? alone(second)
          : (standing(first, second) + SMOOTHING * alone(second)) / (frequency(first) + SMOOTHING),
      ),
    hasForm: counts.hasForm,
    formsTogether: (first, second) => counts.pair(first, second)?.forms ?? [],
    formOf: counts.formOf,
  }
}

type Word = Pick<Syllable, 'folded' | 'toned'>

function* namesOf(index: SearchIndex): Generator<Word[]> {
  const { names } = index
  for (let name = 0; name + 1 < names.starts.length; name += 1) {
    const words: Word[] = []
    for (let at = names.starts[name] ?? 0; at < (names.starts[name + 1] ?? 0); at += 1) {
      words.push({
        folded: index.nameOfSyllable(names.syllables[at] ?? 0),
        toned: index.nameOfToned(names.toned[at] ?? 0),
      })
    }
    yield words
  }
}

const phrasesOf = (lexicon: Lexicon): (readonly Word[])[] =>
  [
    lexicon.everyday,
    lexicon.silent,
    lexicon.aspects,
    lexicon.outOfScope,
    lexicon.localData,
  ].flatMap(({ phrases }) => phrases)

interface CountedPair {
  count: number
  forms: FormPair[]
}

function createCounts() {
  const words = new Map<string, Map<string, number>>()
  const pairs = new Map<string, Map<string, CountedPair>>()
  const forms = new Set<string>()
  const rows = new Set<number>()
  const sums = new Map<string, number>()
  let total = 0
  const addWord = ({ folded, toned }: Word): void => {
    total += 1
    sums.set(folded, (sums.get(folded) ?? 0) + 1)
    let known = words.get(folded)
    if (known === undefined) words.set(folded, (known = new Map<string, number>()))
    known.set(toned, (known.get(toned) ?? 0) + 1)
    forms.add(toned)
  }
  const addPair = (first: Word, second: Word): void => {
    let after = pairs.get(first.folded)
    if (after === undefined) pairs.set(first.folded, (after = new Map<string, CountedPair>()))
    let pair = after.get(second.folded)
    if (pair === undefined) after.set(second.folded, (pair = { count: 0, forms: [] }))
    pair.count += 1
    const same = pair.forms.find((f) => f.first === first.toned && f.second === second.toned)
    if (same === undefined) {
      pair.forms.push({ first: first.toned, second: second.toned, count: 1 })
    } else same.count += 1
  }
  return {
    add: (list: readonly Word[]): void => {
      list.forEach((word, at) => {
        addWord(word)
        const before = list[at - 1]
        if (before === undefined) return
        addPair(before, word)
        const first = list[at - 2]
        if (first !== undefined) rows.add(keyOf(first.folded, before.folded, word.folded))
      })
    },
    inRow: (first: string, second: string, third: string) => rows.has(keyOf(first, second, third)),
    /** Brings what was counted into an order that does not depend on that of the names: processes must agree. */
    settle: (): void => {
      for (const after of pairs.values()) {
        for (const { forms: list } of after.values()) if (list.length > 1) list.sort(mostFirst)
      }
    },
    total: (): number => total,
    words: (): string[] => [...words.keys()].toSorted(),
    of: (folded: string): number => sums.get(folded) ?? 0,
    pair: (first: string, second: string) => pairs.get(first)?.get(second),
    hasForm: (toned: string) => forms.has(toned),
    formOf: (folded: string): string | null => {
      const known = [...(words.get(folded) ?? [])]
      const [best] = known.toSorted(
        (a, b) =>
          markedFirst(folded, a) - markedFirst(folded, b) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1),
      )
      return best?.[0] ?? null
    },
  }
}

/** Three words as a number of 52 bits: two different rows hardly ever get the same. */
function keyOf(first: string, second: string, third: string): number {
  const text = `${first} ${second} ${third}`
  let [high, low] = [7, 11]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    high = (Math.imul(high, 31) + code) | 0
    low = (Math.imul(low, 37) ^ code) | 0
  }
  return (high >>> 12) * 2 ** 32 + (low >>> 0)
}

const mostFirst = (a: FormPair, b: FormPair): number =>
  b.count - a.count ||
  (a.first === b.first ? (a.second < b.second ? -1 : 1) : a.first < b.first ? -1 : 1)

/** Forms with marks before the bare one, which is often only a form typed without them. */
const markedFirst = (folded: string, [toned]: readonly [string, number]): number =>
  toned === folded ? 1 : 0
