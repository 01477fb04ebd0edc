import type { Entry } from '../entry.ts'
import type { AnalysedQuestion } from '../search/analyse-question.ts'
import type { EverydayRow } from '../search/lexicon.ts'
import type { Ranked } from '../search/rank.ts'
import type { DecideContext } from './decide-context.ts'
import { currentAt, rankCurrent, successorOf } from './successors.ts'

const MAX_CHOICES = 4
/** Other words decide when they put a choice so far (in ranking points) ahead of where the open words alone have it. */
const DECIDED_FROM = 1
/** So many words that carry meaning do not leave open what is meant. */
const MOST_WORDS = 8

type Place = AnalysedQuestion['open'][number]

/**
 * What may be meant by words that fit several procedures (`sang tên`): alone in the order of the lexicon, else best
 * first. Null when there are no such words, or others decide: another phrase of the lexicon, or words that change the
 * order of the choices.
 */
export function choicesOfOpenWords(
  question: AnalysedQuestion,
  ranked: readonly Ranked[],
  context: DecideContext,
): Entry[] | null {
  const open = openPlace(question)
  if (open === null) return null
  const found = open.row.codes.map((code) => context.find(code))
  const entries = [
    ...new Set(found.flatMap((entry) => (entry && successorOf(entry, context)) ?? [])),
  ].slice(0, MAX_CHOICES)
  if (entries.length < 2) return null
  if (isBare(question, open)) return entries
  // another entry that comes before all choices is what the other words speak of
  const winner = ranked[0] === undefined ? null : currentAt(ranked[0].doc, context)
  const isMeant = entries.some(({ id }) => id === winner?.id)
  if (!isMeant || question.contentCount > MOST_WORDS) return null
  return decidedBy(entries, gainsOf(ranked, open.row, context), context)
}

/** Such words are all that the question says. */
export function isOpenAlone(question: AnalysedQuestion): boolean {
  const open = openPlace(question)
  return open !== null && isBare(question, open)
}

/** The only open words of the question that no clearer phrase of the lexicon covers or joins. */
function openPlace({ open, everydayAt }: AnalysedQuestion): Place | null {
  const clear = everydayAt.filter(({ row }) => !row.ask)
  const [place, ...others] = open.filter(
    (one) => !clear.some((other) => overlaps(other, one) && lengthOf(other) > lengthOf(one)),
  )
  if (place === undefined || others.some(({ row }) => row !== place.row)) return null
  const isJoined = clear.some(
    (other) => !overlaps(other, place) && (other.row.means.length > 0 || other.row.isOutOfScope),
  )
  return isJoined ? null : place
}

const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end
const lengthOf = ({ start, end }: Span): number => end - start

interface Span {
  start: number
  end: number
}

/** For whom something is done, and words that say nothing when typed without their marks; folded. */
const DECIDING_NOTHING = new Set(
  (
    'con trai gai chau vo chong bo me ma cha ong ba noi ngoai anh chi em ut ho nguoi than nha gia dinh ban ' +
    'thi la ve di nay roi vay xin lam hoi muon can phai co duoc giup dang se the'
  ).split(' '),
)

/** Nothing else that is said carries meaning. */
const isBare = ({ tokens, words }: AnalysedQuestion, { start, end }: Span): boolean =>
  tokens.every(
    ({ weight }, at) =>
      weight < 1 || (start <= at && at < end) || DECIDING_NOTHING.has(words[at]?.folded ?? ''),
  )

/** How the documents rank, with the question's words and with the open words alone. */
interface Gains {
  first: Ranked | undefined
  now: ReadonlyMap<string, number>
  alone: ReadonlyMap<string, number>
}

function gainsOf(ranked: readonly Ranked[], row: EverydayRow, context: DecideContext): Gains {
  const scoresOf = (list: readonly Ranked[]): Map<string, number> => {
    const scores = new Map<string, number>()
    for (const { doc, score } of list) {
      const id = currentAt(doc, context)?.id
      if (id !== undefined && !scores.has(id)) scores.set(id, score)
    }
    return scores
  }
  const alone = rankCurrent(context.search.analyse(row.phrases[0] ?? ''), context)
  return { first: ranked[0], now: scoresOf(ranked), alone: scoresOf(alone) }
}

/** The choices, best first; null when other words decide. */
function decidedBy(
  entries: readonly Entry[],
  { first, now, alone }: Gains,
  context: DecideContext,
): Entry[] | null {
  const leadOf = ({ id }: Entry, scores: ReadonlyMap<string, number>): number =>
    scoreIn(scores, id) -
    Math.max(
      ...entries.filter((other) => other.id !== id).map((other) => scoreIn(scores, other.id)),
    )
  const gainOf = (entry: Entry): number => leadOf(entry, now) - leadOf(entry, alone)
  const winner = first === undefined ? null : currentAt(first.doc, context)
  if (winner !== null && leadOf(winner, now) > 0 && gainOf(winner) >= DECIDED_FROM) return null
  return entries.toSorted((a, b) => scoreIn(now, b.id) - scoreIn(now, a.id))
}

/** What is not ranked at all stands behind the last one. */
const scoreIn = (scores: ReadonlyMap<string, number>, id: string): number =>
  scores.get(id) ?? Math.min(0, ...scores.values())
