import { foldWord, splitWords } from '../../core/index.ts'
import type { Aspect, Entry, Knowledge } from '../../knowledge/index.ts'

/** Aspects that are the same for every procedure, so that a guide answers them without naming one. */
const GENERAL: readonly Aspect[] = ['online', 'postal', 'payment', 'substitute', 'status']

/** The guide about what a text asks without naming a procedure ("nộp online thế nào"); null when none is. */
export function guideFor(
  text: string,
  aspects: readonly Aspect[],
  knowledge: Knowledge,
): Entry | null {
  const aspect = aspects.find((asked) => GENERAL.includes(asked))
  if (aspect === undefined) return null
  const words = new Set(splitWords(text).map(foldWord))
  const overlap = (entry: Entry): number =>
    [...new Set(wordsOf(entry))].filter((word) => words.has(word)).length
  const guides = knowledge
    .entries()
    .filter((entry) => entry.kind === 'guide' && !entry.isRepealed)
    .filter((entry) => knowledge.aspectsOf(`${entry.title}. ${entry.shortTitle}`).includes(aspect))
    .toSorted((a, b) => overlap(b) - overlap(a))
  return guides[0] ?? null
}

const wordsOf = ({ title, keywords, questions }: Entry): string[] =>
  splitWords([title, ...keywords, ...questions].join(' ')).map(foldWord)
