import { foldWord, splitWords } from '../../../core/index.ts'
import type { LocalDate } from '../../../core/index.ts'
import type { Answer, Aspect, Entry, Knowledge } from '../../../knowledge/index.ts'
import { contentWords } from '../small-words.ts'
import { VERBS, cutsOf, splitWishes, wordingsOf } from './split-wishes.ts'

/** Longer texts tell a story; their commas separate no wishes. */
const MOST_WORDS = 30
/** A wish names its procedure in few words. */
const MOST_WORDS_OF_WISH = 7

/** Several procedures asked for in one text. */
export interface Wishes {
  entries: readonly Entry[]
  aspects: readonly Aspect[]
}

/**
 * The different procedures that the parts of a text name, each for sure; null when the text is one question, or one
 * entry covers the whole of it.
 * @param whole what knowledge says to the text as a whole
 */
export function findWishes(
  text: string,
  whole: Answer,
  knowledge: Knowledge,
  day: LocalDate,
): Wishes | null {
  if (contentWords(text).length > MOST_WORDS) return null
  const parts = splitWishes(text)
  if (parts.length < 2) return null
  const entries = new Map<string, Entry>()
  for (const part of parts) {
    const words = contentWords(part)
    if (words.length === 0) continue
    const entry = words.length > MOST_WORDS_OF_WISH ? null : wishOf(part, knowledge, day)
    if (entry === null) return null
    entries.set(entry.id, entry)
  }
  if (entries.size < 2) return null
  const isOne =
    isCovered(whole, entries) ||
    isSaidByOne(text, whole, entries) ||
    hasCutPhrase(text, [...entries.values()])
  return isOne ? null : { entries: [...entries.values()], aspects: whole.aspects }
}

/** The part for which there is hardly a doubt has all that is said: `kết hôn với người Trung Quốc`. */
const isSaidByOne = (text: string, whole: Answer, wishes: ReadonlyMap<string, Entry>): boolean =>
  whole.outcome === 'answer' &&
  wishes.has(whole.entry.id) &&
  (whole.candidates[0]?.score ?? 0) >= HARDLY_DOUBTED_FROM &&
  saysIt(whole.entry, contentWords(text))

/** A joining word was taken out of a phrase that an entry has as it stands: `kết hôn với người nước ngoài`. */
function hasCutPhrase(text: string, entries: readonly Entry[]): boolean {
  const cuts = cutsOf(text)
  return entries.some((entry) => {
    const own = ` ${wordingOf(entry).map(foldedWords).join(' | ')} `
    return cuts.some((cut) => own.includes(` ${cut} `))
  })
}

const foldedWords = (text: string): string => splitWords(text).map(foldWord).join(' ')

/** How probable the entry for the whole text must be to go before its parts. */
const HARDLY_DOUBTED_FROM = 0.98
/** A guide about so many different things says less than a list of them. */
const MOST_COVERED_BY_GUIDE = 2

/** One entry that is none of the parts covers them all: `khai sinh, hộ khẩu, bảo hiểm`. */
const isCovered = (whole: Answer, wishes: ReadonlyMap<string, Entry>): boolean =>
  whole.outcome === 'answer' &&
  !wishes.has(whole.entry.id) &&
  (whole.entry.kind === 'procedure' || wishes.size <= MOST_COVERED_BY_GUIDE)

/** The procedure that a part names in its own words; null unless knowledge is sure. */
function wishOf(part: string, knowledge: Knowledge, day: LocalDate): Entry | null {
  for (const wish of wordingsOf(part)) {
    const found = knowledge.ask(wish, { day })
    if (found.outcome !== 'answer' || found.replacedCode !== null) continue
    const { entry } = found
    if (entry.kind === 'procedure' && saysIt(entry, contentWords(wish))) return entry
  }
  return null
}

/** All that is said, the verb as well, is the entry's own; a verb alone names nothing. */
function saysIt(entry: Entry, words: readonly string[]): boolean {
  const own = new Set(contentWords(wordingOf(entry).join(' ')))
  return words.some((word) => !VERBS.has(word)) && words.every((word) => own.has(word))
}

const wordingOf = ({ title, shortTitle, keywords, questions }: Entry): string[] => [
  title,
  shortTitle,
  ...keywords,
  ...questions,
]
