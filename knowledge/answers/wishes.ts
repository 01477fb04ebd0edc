import type { Entry } from '../entry.ts'
import type { AnalysedQuestion } from '../search/analyse-question.ts'
import { coverageOf } from '../search/coverage.ts'
import type { SearchIndex } from '../search/search-index.ts'
import type { Decision } from './decide-context.ts'
import type { Rule } from './rules.ts'
import { splitWishes, type WishPart } from './split-wishes.ts'
import { withFirst } from './successors.ts'
import { wishWords } from './wording.ts'

/** A text read and decided. */
export interface Decided {
  question: AnalysedQuestion
  decision: Decision
}

/** A wish names its procedure in so many words at least. */
const FEWEST_WORDS = 2
/** An entry speaks of another part as well as that part's own when it has this share of the pairs that the own one has. */
const AS_WELL = 0.75
const MOST_WISHES = 5
/** Share of the pairs of words from which one entry says it all. */
const SAID_FROM = 0.8
/** With more joining words a part lists things. */
const MOST_PIECES = 4
/** How probable the first candidate of a part must be that is not sure. */
const NEAR_FROM = 0.6

/** Rules after which nothing else can have been asked. */
const WHOLE: ReadonlySet<Rule> = new Set(['code', 'written', 'phrase', 'nothing_asked'])
/** The wishes share this much of the probability. */
const WISHES_SCORE = 0.95

/** The decision on a text, or on its wishes where it has several: a choice of these, in the asker's order. */
export function withWishes(
  text: string,
  { question, decision }: Decided,
  decideOn: (part: string) => Decided,
  index: SearchIndex,
): Decision {
  const entries =
    WHOLE.has(decision.rule) || isSaidByOne(question, decision, index)
      ? []
      : findWishes(text, decideOn, index)
  if (entries.length < 2) return decision
  const { aspects } = question
  const candidates = withFirst(entries, WISHES_SCORE, decision.answer.candidates)
  const choices = candidates.slice(0, entries.length)
  const answer = { outcome: 'choose', choices, areWishes: true, aspects, candidates } as const
  return { answer, rule: 'wishes', sureness: decision.sureness }
}

/** The first candidate speaks of all that is said: one wish, and no need to look for others. */
function isSaidByOne(
  { tokens }: AnalysedQuestion,
  { answer: { candidates } }: Decision,
  index: SearchIndex,
): boolean {
  const doc = index.position(candidates[0]?.entry.id ?? '')
  return doc !== undefined && coverageOf(index, doc, tokens).pairs >= SAID_FROM
}

/**
 * The entries that the parts of a text ask for, in the asker's order, each surely enough; none when the text is one
 * question. Parts that name nothing (`nộp ở đâu`) belong to the wish before them.
 * @param decideOn reads and decides a part as a question of its own
 */
function findWishes(
  text: string,
  decideOn: (part: string) => Decided,
  index: SearchIndex,
): Entry[] {
  const parts = splitWishes(text)
  const wishes: Wish[] = []
  for (const wish of parts.flatMap((part) =>
    wishesOf(part, parts.length > 1 ? 'near' : 'none', decideOn, index),
  )) {
    if (wishes.every((before) => areTwo(before, wish, index))) wishes.push(wish)
  }
  return wishes.length < 2 || wishes.length > MOST_WISHES ? [] : wishes.map(({ entry }) => entry)
}

interface Wish {
  entry: Entry
  question: AnalysedQuestion
}

/** How sure a part must be that is one wish: one that stands alone is the question itself. */
type Needed = 'none' | 'sure' | 'near'

/** A part as one wish, or as several where both sides of a joining word are wishes. */
function wishesOf(
  part: WishPart,
  needed: Needed,
  decideOn: (part: string) => Decided,
  index: SearchIndex,
): Wish[] {
  for (let at = 1; at < part.length && part.length <= MOST_PIECES; at += 1) {
    const first = decideOn(textOf(part.slice(0, at)))
    // what asks something ends where the joining word stands
    const isAsking = first.question.aspects.length > 0
    const wish = sureWish(first) ?? (isAsking ? nearWish(first) : null)
    if (wish === null) continue
    const others = wishesOf(part.slice(at), isAsking ? 'near' : 'sure', decideOn, index)
    if (others.length > 0 && others.every((other) => areTwo(wish, other, index))) {
      return [wish, ...others]
    }
  }
  if (needed === 'none') return []
  const decided = decideOn(textOf(part))
  const wish = sureWish(decided) ?? (needed === 'near' ? nearWish(decided) : null)
  return wish === null ? [] : [wish]
}

/** The pieces without what joins the first one to those before it. */
const textOf = (part: WishPart): string => part.join(' ').replace(wishWords.joined, '')

/** What a part asks for by itself; null unless it is sure, or asks with words that fit several procedures. */
function sureWish({ question, decision: { answer, rule } }: Decided): Wish | null {
  if (question.contentCount < FEWEST_WORDS) return null
  if (answer.outcome === 'answer') return { entry: answer.entry, question }
  const [first] = rule === 'open_words' ? answer.candidates : []
  return first === undefined ? null : { entry: first.entry, question }
}

/** What is set off from the other parts and asks something needs to be less sure. */
function nearWish({ question, decision: { answer, rule } }: Decided): Wish | null {
  const [first] = answer.candidates
  return rule === 'near' &&
    first !== undefined &&
    first.score >= NEAR_FROM &&
    question.contentCount >= FEWEST_WORDS
    ? { entry: first.entry, question }
    : null
}

/** Neither entry speaks of what the other part says as well as that part's own. */
const areTwo = (one: Wish, other: Wish, index: SearchIndex): boolean =>
  one.entry.id !== other.entry.id &&
  !says(one.entry, other, index) &&
  !says(other.entry, one, index)

function says(entry: Entry, { entry: own, question }: Wish, index: SearchIndex): boolean {
  const [a, b] = [entry, own].map(({ id }) => index.position(id))
  if (a === undefined || b === undefined) return false
  const share = coverageOf(index, a, question.tokens).pairs
  return share > 0 && share >= AS_WELL * coverageOf(index, b, question.tokens).pairs
}
