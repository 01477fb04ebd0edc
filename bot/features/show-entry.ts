import type { Card } from '../../core/index.ts'
import type { Aspect, Candidate, Entry } from '../../knowledge/index.ts'
import { answerCard, isEnded } from '../cards/answer-card.ts'
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
}

/** The answer card of an entry; the conversation is about it from now on. */
export function showEntry(turn: Turn, showing: Showing): Outcome {
  const { knowledge, calendar, day, session } = turn
  const current = currentOf(showing.entry, turn)
  const askedText = showing.askedText ?? null
  // a related entry may have been retired since
  const related = current.related.filter(({ entryId }) => knowledge.find(entryId) !== null)
  const card = answerCard({
    entry: { ...current, related },
    aspects: showing.aspects,
    day,
    calendar,
    replacedCode: showing.replacedCode ?? (current === showing.entry ? null : showing.entry.code),
    page: showing.page ?? 1,
    ratingFor: askedText === null ? null : turn.questionId,
    askedText: askedText ?? turn.text,
    dossierCode: showing.dossierCode ?? null,
    asksForPart: showing.asksForPart ?? false,
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

/** Cards about no entry; what the conversation is about stays, and so do the options of a question back. */
export const sayOnly = ({ session }: Turn, ...cards: readonly Card[]): Outcome => ({
  cards,
  session: { ...session, missTitle: null, buttons: cards.at(-1)?.buttons ?? [] },
})
