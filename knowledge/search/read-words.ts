import { toSyllables, type Parts, type Syllable } from '../../core/index.ts'
import { languageParts, type Language } from './language.ts'
import type { Lexicon } from './lexicon.ts'
import { guessWords, type GuessTools, type Word } from './guess-words.ts'
import { repairMarks } from './marks.ts'
import { nearWordsParts } from './near-words.ts'
import { createUndoTelex, undoStretching, undoVni, writeOut } from './respell.ts'
import type { SearchIndex } from './search-index.ts'
import { createFindSilent, type FindSilent } from './silent-words.ts'
import { createRepairSpaces } from './spaces.ts'
import type { Correct } from './spelling.ts'
import { splitSentences, type Sentence } from './question-weights.ts'

/** A question longer than this is cut: no procedure needs more words to be found. */
const MAX_SYLLABLES = 400
/** So many different words are compared with all known ones; each costs about a millisecond. */
const MAX_GUESSED_WORDS = 16
const MOST_PASSES = 4

/** What stands on the two sides of a comma are no neighbours. */
const CLAUSE_END = /[,;:()"“”](?=\s|$)|(?<=\s)[("“]/u

/** A question word by word. */
export interface ReadQuestion {
  words: readonly Word[]
  /** The same as understood. */
  syllables: readonly Syllable[]
  /** The words before chat words were written out; null when there were none. */
  asTyped: readonly Word[] | null
  sentences: readonly Sentence[]
  /** The clause of each word: what stands on the two sides of a comma are no neighbours. */
  clauses: readonly number[]
}

/** Reads what was typed; with the language and the silent words by which it does. */
export interface WordReader {
  read(text: string): ReadQuestion
  readonly language: Language
  readonly findSilent: FindSilent
}

/**
 * Makes the reader of what was typed, in parts: keystrokes, chat words, spaces, marks and slips put right, in this order.
 */
export function* wordReaderParts(
  index: SearchIndex,
  lexicon: Lexicon,
  correct: Correct,
): Parts<WordReader> {
  const language = yield* languageParts(index, lexicon)
  const known = new Set([...language.words, ...index.vocabulary])
  const near = yield* nearWordsParts([...known].toSorted())
  const findSilent = createFindSilent(lexicon, language)
  const undoTelex = createUndoTelex(index, lexicon.foreign)
  const repairSpaces = createRepairSpaces(language, lexicon.foreign)
  const repair = (words: readonly Syllable[]): readonly Syllable[] =>
    repairMarks(repairSpaces(undoTelex(words)), language)
  const guessOnce = ({ words, clauses }: Run, tools: GuessTools): Word[] => {
    const edges = flagsOf(words, [...lexicon.silent.find(words), ...lexicon.aspects.find(words)])
    const phrases = flagsOf(words, lexicon.everyday.find(words))
    const isFixed = (at: number): boolean =>
      edges[at] === true || phrases[at] === true || lexicon.foreign.has(words[at]?.raw ?? '')
    return guessWords(words, isFixed, (at) => edges[at] ?? true, clauses, tools)
  }
  /** A word put right may be what bears its neighbour out: again, until nothing changes. */
  const guess = ({ words: written, clauses }: Run, tools: GuessTools): readonly Word[] => {
    let words: readonly Word[] = guessOnce({ words: written, clauses }, tools)
    let isNew = words.some(({ isReplaced }) => isReplaced)
    for (let pass = 1; isNew && pass < MOST_PASSES; pass += 1) {
      const syllables = words.map(({ syllable }) => syllable)
      const again = guessOnce({ words: syllables, clauses }, tools)
      isNew = again.some(({ isReplaced }) => isReplaced)
      words = words.map((word, at) => {
        const next = again[at]
        return next === undefined || (word.isReplaced && !next.isReplaced) ? word : next
      })
    }
    return words
  }
  return {
    language,
    findSilent,
    read: (question) => {
      const out: Run = { words: [], clauses: [] }
      const typed: Run = { words: [], clauses: [] }
      const sentences: Sentence[] = []
      let isWrittenOut = false
      for (const sentence of splitSentences(undoVni(question))) {
        const start = out.words.length
        for (const clause of sentence.split(CLAUSE_END)) {
          const room = MAX_SYLLABLES - typed.words.length
          if (room <= 0) break
          const written = undoStretching(toSyllables(clause).slice(0, room))
          if (written.length === 0) continue
          const spelled = writeOut(written, lexicon)
          if (spelled !== written) isWrittenOut = true
          const repaired = repair(spelled)
          addClause(typed, spelled === written ? repaired : repair(written))
          addClause(out, repaired)
        }
        const end = out.words.length
        if (end > start)
          sentences.push({ start, end, isQuestion: sentence.trimEnd().endsWith('?') })
      }
      const { common } = lexicon
      const tools = { index, language, near, common, correct: atMost(MAX_GUESSED_WORDS, correct) }
      const read = guess(out, tools)
      return {
        words: read,
        syllables: read.some(({ isReplaced }) => isReplaced)
          ? read.map(({ syllable }) => syllable)
          : out.words,
        asTyped: isWrittenOut ? guess(typed, tools) : null,
        sentences,
        clauses: out.clauses,
      }
    },
  }
}

/** Words, and for each to which clause it belongs. */
interface Run {
  words: Syllable[]
  clauses: number[]
}

function addClause({ words, clauses }: Run, more: readonly Syllable[]): void {
  const clause = (clauses.at(-1) ?? 0) + 1
  for (const word of more) {
    words.push(word)
    clauses.push(clause)
  }
}

/** Which words stand in one of the matches. */
function flagsOf(
  words: readonly Syllable[],
  matches: readonly { start: number; end: number }[],
): boolean[] {
  const flags = words.map(() => false)
  for (const { start, end } of matches) flags.fill(true, start, end)
  return flags
}

/** The same proposals for the first `count` different words, none for the others. */
function atMost(count: number, correct: Correct): Correct {
  const words = new Set<string>()
  return (folded) => {
    if (words.size >= count && !words.has(folded)) return []
    words.add(folded)
    return correct(folded)
  }
}
