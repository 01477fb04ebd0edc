import { atOnce, toSyllables, type Parts } from '../../core/index.ts'
import type { Entry } from '../entry.ts'

/** Some milliseconds' work. */
const ENTRIES_A_PART = 200

/** Finds the entry for which somebody wrote down just this question (câu hỏi mẫu). */
export type FindWritten = (question: string) => Entry | null

/**
 * Word for word, apart from case, punctuation, spaces and where the tone mark stands; without marks too, where the
 * marks leave one entry only. Questions come before names: short ones of common words ("bạn là ai", "cưới") have
 * nothing else to be found by.
 */
export const createFindWritten = (entries: readonly Entry[]): FindWritten =>
  atOnce(findWrittenParts(entries))

/** The same in parts. */
export function* findWrittenParts(entries: readonly Entry[]): Parts<FindWritten> {
  const questions = yield* createTexts(entries, ({ questions: lines }) => lines)
  const names = yield* createTexts(entries, ({ title, shortTitle }) => [title, shortTitle])
  return (question) => {
    const key = keyOf(question)
    return questions(key) ?? names(key)
  }
}

/** A text with its marks, and without. */
interface Key {
  toned: string
  folded: string
}

/** Looks texts up; null where two entries have the same one. */
function* createTexts(
  entries: readonly Entry[],
  textsOf: (entry: Entry) => readonly string[],
): Parts<(key: Key) => Entry | null> {
  const exact = new Map<string, Entry | null>()
  const bare = new Map<string, Entry | null>()
  const add = (texts: typeof exact, key: string, entry: Entry): void => {
    const other = texts.get(key)
    texts.set(key, other === undefined || other?.id === entry.id ? entry : null)
  }
  for (const [at, entry] of entries.entries()) {
    if (at % ENTRIES_A_PART === 0) yield
    for (const { toned, folded } of [...new Set(textsOf(entry))].map(keyOf)) {
      add(exact, toned, entry)
      add(bare, folded, entry)
    }
  }
  // with some marks typed, only the same marks are the same text
  return ({ toned, folded }) =>
    exact.get(toned) ?? (toned === folded ? (bare.get(folded) ?? null) : null)
}

function keyOf(text: string): Key {
  const syllables = toSyllables(text)
  return {
    toned: syllables.map(({ toned }) => toned).join(' '),
    folded: syllables.map(({ folded }) => folded).join(' '),
  }
}
