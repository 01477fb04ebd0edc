import type { Entry } from '../entry.ts'
import type { AnalysedQuestion } from '../search/analyse-question.ts'
import { lacksRareWord } from '../search/coverage.ts'
import type { QueryToken } from '../search/query-token.ts'
import type { Ranked } from '../search/rank.ts'
import { FEATURE } from '../search/weights.ts'
import type { DecideContext } from './decide-context.ts'

/** A document is named when the question says this share of its name. */
const NAMED_FROM = 0.6
/** Shares of the name and of the question from which one says the other. */
const SAID_FROM = 0.85

/** The question says the whole name, and little else. */
export const isNamed = (first: Ranked | undefined): boolean =>
  [FEATURE.nameShare, FEATURE.questionShare].every((at) => (first?.features[at] ?? 0) >= SAID_FROM)

/** Either its name is said, or nothing that is said is foreign to it. */
export function isAboutQuestion(
  question: AnalysedQuestion,
  first: Ranked | undefined,
  { search: { index }, entryAt }: DecideContext,
): boolean {
  if (first === undefined) return false
  const entry = entryAt(first.doc)
  const tokens = entry === undefined ? question.tokens : unexplained(question, entry)
  return (
    (first.features[FEATURE.nameShare] ?? 0) >= NAMED_FROM ||
    !lacksRareWord(index, first.doc, tokens)
  )
}

/** The lexicon reads all that carries meaning as this entry and no other: "hồ sơ trễ hẹn 5 bữa rồi mà im ru". */
export function isJustMeant(question: AnalysedQuestion, entry: Entry): boolean {
  const { everydayAt } = question
  const isOnly = everydayAt.every(
    ({ row: { codes, ask } }) =>
      !ask && codes.length === 1 && (codes[0] === entry.id || codes[0] === entry.code),
  )
  return (
    everydayAt.length > 0 &&
    isOnly &&
    unexplained(question, entry).every(({ weight }) => weight < 1)
  )
}

/** The words, without those that the lexicon reads as just this entry, where they are most of what is said. */
function unexplained(
  { tokens, everydayAt }: AnalysedQuestion,
  entry: Entry,
): readonly QueryToken[] {
  const isMeant = everydayAt.every(({ row: { codes } }) =>
    codes.some((code) => code === entry.id || code === entry.code),
  )
  if (!isMeant) return tokens
  const rest = tokens.filter(
    (_, at) => !everydayAt.some(({ start, end }) => start <= at && at < end),
  )
  const count = (list: readonly QueryToken[]): number =>
    list.filter(({ weight }) => weight === 1).length
  return count(rest) * 2 <= count(tokens) ? rest : tokens
}
