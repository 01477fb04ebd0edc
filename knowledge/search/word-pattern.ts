import { Failure, toSyllables, type Syllable } from '../../core/index.ts'
import { createPhraseBook, isMarked, type PhraseBook } from './phrase-book.ts'

/** Words that may stand for one another, by the name that patterns use: `<gì>`. */
export type WordLists = Readonly<Record<string, readonly string[]>>

/** A row of words with gaps, compiled. */
export type WordPattern = readonly Step[]

/** Ways of writing one step, by the folded word with which each begins. */
type Options = ReadonlyMap<string, readonly Option[]>

type Step =
  | { kind: 'word'; options: Options; isOptional: boolean }
  | { kind: 'gap'; max: number }
  | { kind: 'not'; options: Options }
  | { kind: 'end' }

interface Option {
  words: readonly Syllable[]
  /** Must carry the same marks, even where none were typed. */
  isExact: boolean
}

/** A text as patterns see it. */
export interface PatternText {
  words: readonly Syllable[]
  /** Whoever writes marks writes them everywhere: a bare word is a bare word. */
  isMarked: boolean
  /** For each word the first one after its clause, and from where on its clause has nothing but small words. */
  ends: readonly number[]
  tails: readonly number[]
  /** For each word the unit of which it is a part; the same number for each word of it, -1 for none. */
  units: readonly number[]
  /** Whether a step can stand anywhere in the text, as far as it was asked. */
  possible: Map<Options, boolean>
}

const USUAL_GAP = 3
/** Share of the words with marks from which a text is held to be written with marks. */
const MARKED_SHARE = 0.4

export interface WordPatterns {
  compile(text: string): WordPattern
  read(words: readonly Syllable[], clauses: readonly number[]): PatternText
}

/**
 * Makes the reader of patterns. A pattern is a row of steps: `a|b_c` one of these (`_` within a phrase of several
 * words), `<gì>` one of a list, `a?` may be missing, `=a` with these marks only, `…` up to three words, `…6` up to
 * six, `-a|b` not followed by one of these, `.` the end of the clause but for the small words of the list `<small>`.
 * @param units words that belong together: a step takes all of one or nothing
 */
export function createWordPatterns(lists: WordLists, units: readonly string[]): WordPatterns {
  const known = new Map<string, Options>()
  const optionsFor = (part: string): Options => {
    let options = known.get(part)
    if (options === undefined) known.set(part, (options = byFirst(optionsOf(part, lists))))
    return options
  }
  const small = optionsFor('<small>')
  const together: PhraseBook<true> = createPhraseBook(units.map((unit) => [unit, true] as const))
  return {
    compile: (text) =>
      text
        .trim()
        .split(/\s+/u)
        .map((part) => stepOf(part, optionsFor)),
    read: (words, clauses) => {
      const text = {
        words,
        isMarked: words.filter(isMarked).length >= MARKED_SHARE * words.length,
        ends: words.map(() => 0),
        tails: words.map(() => 0),
        units: words.map(() => -1),
        possible: new Map<Options, boolean>(),
      }
      for (const { start, end } of together.find(words)) text.units.fill(start, start, end)
      for (let at = words.length - 1; at >= 0; at -= 1) {
        const isLast = at === words.length - 1 || clauses[at] !== clauses[at + 1]
        text.ends[at] = isLast ? at + 1 : (text.ends[at + 1] ?? 0)
        const tail = isLast ? at + 1 : (text.tails[at + 1] ?? 0)
        text.tails[at] = tail === at + 1 && lengthsAt(small, at, text).includes(1) ? at : tail
      }
      spread(text.tails, text.ends)
      return text
    },
  }
}

/** Every word of a clause gets the tail of its first word. */
function spread(tails: number[], ends: readonly number[]): void {
  for (let at = 1; at < tails.length; at += 1) {
    if (ends[at] === ends[at - 1]) tails[at] = tails[at - 1] ?? 0
  }
}

/** The folded words with which a pattern may begin. */
export function firstWords(pattern: WordPattern): ReadonlySet<string> {
  const words = new Set<string>()
  for (const step of pattern) {
    if (step.kind !== 'word') continue
    for (const word of step.options.keys()) words.add(word)
    if (!step.isOptional) break
  }
  return words
}

/** Whether a step that must stand finds a word of its own somewhere: most patterns fail here, before any is tried. */
function canStand(step: Step, { words, possible }: PatternText): boolean {
  if (step.kind !== 'word' || step.isOptional) return true
  let can = possible.get(step.options)
  if (can === undefined) {
    can = words.some(({ folded }) => step.options.has(folded))
    possible.set(step.options, can)
  }
  return can
}

/** The words, by number, that the pattern takes when it begins at `start`; null when it does not stand there. */
export function matchAt(
  pattern: WordPattern,
  start: number,
  text: PatternText,
): readonly number[] | null {
  const end = text.ends[start] ?? 0
  if (!pattern.every((step) => canStand(step, text))) return null
  const from = (step: number, at: number): readonly number[] | null => {
    const now = pattern[step]
    if (now === undefined) return []
    if (now.kind === 'end') return at >= (text.tails[start] ?? 0) ? from(step + 1, at) : null
    if (now.kind === 'not')
      return lengthsAt(now.options, at, text).length > 0 ? null : from(step + 1, at)
    if (now.kind === 'gap') {
      for (let to = at; to <= Math.min(at + now.max, end); to += 1) {
        const found = from(step + 1, to)
        if (found !== null) return found
      }
      return null
    }
    for (const length of at < end ? lengthsAt(now.options, at, text) : []) {
      if (at + length > end || cutsUnit(at, at + length, text)) continue
      const found = from(step + 1, at + length)
      if (found !== null) return [...Array.from({ length }, (_, word) => at + word), ...found]
    }
    return now.isOptional ? from(step + 1, at) : null
  }
  return from(0, start)
}

/** Whether these words are a part of a unit, or end in the middle of one. */
export function cutsUnit(start: number, end: number, { units }: PatternText): boolean {
  const [first = -1, last = -1] = [units[start], units[end - 1]]
  return (first >= 0 && units[start - 1] === first) || (last >= 0 && units[end] === last)
}

type Written = Pick<PatternText, 'words' | 'isMarked'>

const NONE: readonly number[] = []

/** How many words each of the options that stand at this place takes. */
function lengthsAt(options: Options, at: number, text: Written): readonly number[] {
  const here = options.get(text.words[at]?.folded ?? '')
  if (here === undefined) return NONE
  const lengths: number[] = []
  for (const option of here) if (stands(option, at, text)) lengths.push(option.words.length)
  return lengths
}

function stands({ words, isExact }: Option, at: number, text: Written): boolean {
  for (const [offset, word] of words.entries()) {
    const written = text.words[at + offset]
    if (written?.folded !== word.folded) return false
    if (written.toned === word.toned) continue
    if (text.isMarked || isExact || (isMarked(word) && isMarked(written))) return false
  }
  return true
}

function stepOf(part: string, optionsFor: (part: string) => Options): Step {
  if (part === '.') return { kind: 'end' }
  const gap = /^…(\d*)$/u.exec(part)
  if (gap) return { kind: 'gap', max: gap[1] ? Number(gap[1]) : USUAL_GAP }
  if (part.startsWith('-')) return { kind: 'not', options: optionsFor(part.slice(1)) }
  const isOptional = part.endsWith('?')
  return { kind: 'word', options: optionsFor(isOptional ? part.slice(0, -1) : part), isOptional }
}

function optionsOf(part: string, lists: WordLists): Option[] {
  return part.split('|').flatMap((option) => {
    const name = /^<(.+)>$/u.exec(option)?.[1]
    if (name === undefined) {
      const words = toSyllables(option.replaceAll(/[=_]/gu, ' '))
      return words.length === 0 ? [] : [{ words, isExact: option.startsWith('=') }]
    }
    const list = lists[name]
    if (list === undefined) throw new Failure('input', `unknown list of words <${name}>`)
    return list.flatMap((word) => optionsOf(word.replaceAll(' ', '_'), lists))
  })
}

const byFirst = (options: readonly Option[]): Options =>
  Map.groupBy(options, ({ words }) => words[0]?.folded ?? '')
