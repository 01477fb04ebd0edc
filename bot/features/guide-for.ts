import { foldWord, splitWords } from '../../core/index.ts'
import type { Aspect, Candidate, Entry, Knowledge } from '../../knowledge/index.ts'
import { isBareAspect } from './asked-aspects.ts'

/** Aspects that are the same for every procedure, so that a guide answers them without naming one. */
const GENERAL: readonly Aspect[] = ['online', 'postal', 'payment', 'substitute', 'status']

/** How probable a guide must be to answer a text whose words are nearly all about how, not what. */
const NEAR_FROM = 0.25

/**
 * The guide about what a text asks without naming a procedure ("nộp online thế nào", "trễ hẹn rồi mà im ru"); null
 * when none is.
 * @param candidates what search finds for the text
 */
export function guideFor(
  text: string,
  aspects: readonly Aspect[],
  knowledge: Knowledge,
  candidates: readonly Candidate[],
): Entry | null {
  const aspect = aspects.find((asked) => GENERAL.includes(asked))
  if (aspect === undefined) return nearGuide(text, candidates)
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

/** The guide that search puts first, when the text is more than a bare word for an aspect. */
function nearGuide(text: string, [first]: readonly Candidate[]): Entry | null {
  if (first === undefined || first.score < NEAR_FROM || isBareAspect(text)) return null
  return first.entry.kind === 'guide' || first.entry.kind === 'faq' ? first.entry : null
}

const wordsOf = ({ title, keywords, questions }: Entry): string[] =>
  splitWords([title, ...keywords, ...questions].join(' ')).map(foldWord)
