import { foldText } from '../../core/index.ts'
import type { Card, LocalDate } from '../../core/index.ts'
import { currentValue } from '../../knowledge/index.ts'
import type { Aspect, Candidate, Entry } from '../../knowledge/index.ts'
import { answerCard, isEnded } from '../cards/answer-card.ts'
import type { AnswerInput } from '../cards/answer-parts.ts'
import { postalCard } from '../cards/postal-card.ts'
import { postalWords } from '../wording.ts'
import type { Outcome, Turn } from '../turn.ts'
import { EMPTY_SESSION } from '../session-data.ts'

/** How an entry comes to be shown. */
export interface Showing {
  entry: Entry
  aspects: readonly Aspect[]
  page?: number
  replacedCode?: string | null
  /** The text that was asked, when it counts as a question and may be rated. */
  askedText?: string | null
  candidates?: readonly Candidate[]
  /** The dossier code that was asked about. */
  dossierCode?: string | null
  /** The overview asks which part is meant. */
  asksForPart?: boolean
  /** The question as it was read, where a word of it was put right. */
  understood?: string | null
}

/** The answer card of an entry; the conversation is about it from now on. */
export function showEntry(turn: Turn, showing: Showing): Outcome {
  const { knowledge, calendar, day, session } = turn
  const current = currentOf(showing.entry, turn)
  const askedText = showing.askedText ?? null
  // a related entry may have been retired since
  const related = current.related.filter(({ entryId }) => knowledge.find(entryId) !== null)
  const card = cardOf(turn, {
    entry: { ...current, related },
    aspects: heldInstead(showing.aspects, current, day),
    day,
    calendar,
    replacedCode: showing.replacedCode ?? (current === showing.entry ? null : showing.entry.code),
    page: showing.page ?? 1,
    ratingFor: askedText === null ? null : turn.questionId,
    askedText: askedText ?? turn.text,
    dossierCode: showing.dossierCode ?? null,
    asksForPart: showing.asksForPart ?? false,
    understood: showing.understood ?? null,
  })
  // the list stays while its own options are looked at
  const isOption = session.choices?.entryIds.includes(current.id) ?? false
  const others = showing.candidates?.flatMap(({ entry }) =>
    entry.id === current.id || knowledge.find(entry.id) === null ? [] : [entry.id],
  )
  return {
    cards: [card],
    session: {
      ...EMPTY_SESSION,
      talks: session.talks,
      entryId: current.id,
      aspects: showing.aspects,
      beforeId: current.kind === 'guide' ? procedureBefore(turn) : null,
      choices: isOption ? session.choices : null,
      choicesAge: isOption ? session.choicesAge : 0,
      questionId: askedText === null ? session.questionId : turn.questionId,
      otherIds: others?.slice(0, 4) ?? session.otherIds,
      buttons: card.buttons,
    },
    ...(askedText === null
      ? {}
      : { asked: { text: askedText, outcome: 'answer', reason: null, entryId: current.id } }),
  }
}

/** How many copies are needed stands with the papers where it has no part of its own. */
const heldInstead = (
  aspects: readonly Aspect[],
  entry: Entry,
  day: LocalDate,
): readonly Aspect[] => {
  const hasCopies = currentValue(entry, 'copies', day) !== undefined
  const hasPapers = currentValue(entry, 'components', day) !== undefined
  if (hasCopies || !hasPapers || !aspects.includes('copies')) return aspects
  return [
    ...new Set(aspects.map((aspect): Aspect => (aspect === 'copies' ? 'components' : aspect))),
  ]
}

/** The guide to the public post. */
const POSTAL_GUIDE = 'dich-vu-buu-chinh-cong-ich'

/** By post, when that is what was asked first; else the usual answer. */
function cardOf({ knowledge }: Turn, input: AnswerInput): Card {
  const { entry, aspects, page, askedText } = input
  const guide = knowledge.find(POSTAL_GUIDE)
  const isPostal =
    entry.kind === 'procedure' &&
    aspects[0] === 'postal' &&
    page <= 1 &&
    !postalWords.officialFee.test(foldText(askedText ?? ''))
  return (isPostal && guide !== null ? postalCard(input, guide) : null) ?? answerCard(input)
}

/** The procedure that is talked about, or was before the last guide. */
function procedureBefore({ session, knowledge }: Turn): string | null {
  const last = session.entryId === null ? null : knowledge.find(session.entryId)
  return last?.kind === 'procedure' ? last.id : session.beforeId
}

/** What replaced an entry that no longer holds, when that is known. */
function currentOf(entry: Entry, { knowledge, day }: Turn): Entry {
  if (!isEnded(entry, day) || entry.replacedBy === null) return entry
  return knowledge.find(entry.replacedBy) ?? entry
}

/** A short reply that asks nothing; the next one is another. */
export function talkBack(turn: Turn, card: Card): Outcome {
  const said = sayOnly(turn, card)
  return { ...said, session: { ...said.session, talks: turn.session.talks + 1 } }
}

/** Cards about no entry; what the conversation is about stays, and so do the options of a question back. */
export const sayOnly = ({ session }: Turn, ...cards: readonly Card[]): Outcome => ({
  cards,
  session: { ...session, list: null, missTitle: null, buttons: cards.at(-1)?.buttons ?? [] },
})
