import { withoutMaskLabels } from '../../core/index.ts'
import type { Card, LocalDate } from '../../core/index.ts'
import type {
  Answer,
  Aspect,
  Candidate,
  Entry,
  Knowledge,
  NoAnswerReason,
} from '../../knowledge/index.ts'
import { MOST_CHOICES, chooseCard } from '../cards/choose-card.ts'
import { noneCard, tooLongCard, whichCard } from '../cards/plain-cards.ts'
import { EMPTY_SESSION } from '../session-data.ts'
import type { AskedPart, Feature, Outcome, Turn } from '../turn.ts'
import { contentWords } from './small-words.ts'
import { hasDossierCode, withoutDossierCode } from './dossier-code.ts'
import { keepsEntry } from './follow-up.ts'
import { guideFor } from './guide-for.ts'
import { showEntry } from './show-entry.ts'

/** A longer text is read for the sentences that ask something. */
const LONG_TEXT = 1_000
/** How much of a long text is asked at most. */
const LONGEST_QUESTION = 600
const MOST_SENTENCES = 150
/** How probable the best candidate must be to be offered without being sure. */
const NEAR_FROM = 0.5

/** Asked by whoever sends a dossier code alone. */
const STATUS: readonly Aspect[] = ['status']

/** Whatever no other feature took is a question to our knowledge. */
export const question: Feature = (turn) => askQuestion(turn, turn.text)

export function askQuestion(turn: Turn, text: string): Outcome {
  const answer = askKnowledge(turn.knowledge, text, turn.day)
  if (answer === null) return missed(turn, text, 'not_found', tooLongCard)
  return respond(turn, text, answer)
}

/**
 * Asks what the text asks; null when it is long and asks nothing. Masked numbers and dossier codes are not
 * searched for. A text that names no procedure gets a guide or no answer: what else is near, is near by chance.
 */
export function askKnowledge(knowledge: Knowledge, text: string, day: LocalDate): Answer | null {
  const bare = bareText(text)
  const asked = bare.length > LONG_TEXT ? askingPart(bare, knowledge) : bare
  if (asked === '' && bare !== '') return null
  const answer = knowledge.ask(asked, { day })
  const { candidates } = answer
  const aspects = answer.aspects.length === 0 && hasDossierCode(text) ? STATUS : answer.aspects
  if (answer.outcome === 'answer' || !namesNothing(asked, aspects)) return answer
  const entry = guideFor(asked, aspects, knowledge)
  return entry === null
    ? { outcome: 'none', reason: 'not_found', aspects, candidates }
    : { outcome: 'answer', entry, aspects, candidates, replacedCode: null }
}

const bareText = (text: string): string => withoutDossierCode(withoutMaskLabels(text))

const namesNothing = (text: string, aspects: readonly Aspect[]): boolean =>
  aspects.length > 0 && contentWords(text).length === 0

/** Sentences of a long text that ask something, with the one before for what they are about. */
function askingPart(text: string, knowledge: Knowledge): string {
  const sentences = text
    .slice(0, 12_000)
    .split(/(?<=[.?!;])\s+/u)
    .slice(0, MOST_SENTENCES)
  const isAsking = (sentence: string | undefined): boolean =>
    sentence !== undefined &&
    (sentence.endsWith('?') || knowledge.aspectsOf(sentence.slice(0, LONGEST_QUESTION)).length > 0)
  const asking = sentences.map(isAsking)
  const kept = sentences.filter((_, i) => asking[i] || asking[i + 1])
  return kept.join(' ').slice(0, LONGEST_QUESTION)
}

function respond(turn: Turn, text: string, answer: Answer): Outcome {
  const { candidates, aspects } = answer
  if (answer.outcome === 'answer') {
    const { entry, replacedCode } = answer
    return showEntry(turn, { entry, aspects, replacedCode, askedText: text, candidates })
  }
  if (answer.outcome === 'choose')
    return keepsChosen(turn, answer) ?? chooseBack(turn, text, answer)
  const { reason } = answer
  const kept = reason === 'not_found' ? keepsEntry(turn, aspects) : null
  const card = (): Card =>
    namesNothing(bareText(text), aspects)
      ? whichCard(aspects)
      : noneCard(reason, 0, nearOf(candidates))
  return kept ?? missed(turn, text, reason, card)
}

/** Entries near enough to be offered although none is sure: only where one stands out. */
const nearOf = (candidates: readonly Candidate[]): Entry[] =>
  (candidates[0]?.score ?? 0) < NEAR_FROM
    ? []
    : candidates.filter(({ score }) => score >= NEAR_FROM / 4).map(({ entry }) => entry)

/** A question back is not needed when one of its choices is what the conversation is about. */
function keepsChosen(
  turn: Turn,
  { choices, aspects }: Answer & { outcome: 'choose' },
): Outcome | null {
  return choices.some(({ entry }) => entry.id === turn.session.entryId)
    ? keepsEntry(turn, aspects)
    : null
}

function chooseBack(turn: Turn, text: string, answer: Answer & { outcome: 'choose' }): Outcome {
  const options = answer.choices.slice(0, MOST_CHOICES).map(({ entry }) => entry)
  const card = chooseCard(options, answer.aspects, text)
  return {
    cards: [card],
    session: {
      ...EMPTY_SESSION,
      choices: { entryIds: options.map(({ id }) => id), aspects: answer.aspects, text },
      questionId: turn.questionId,
      otherIds: answer.candidates.map(({ entry }) => entry.id).slice(0, 8),
      buttons: card.buttons,
    },
    asked: { text, outcome: 'choose', reason: null, entryId: null },
  }
}

/** No answer: says so, from the second time running in other words than the time before. */
function missed(turn: Turn, text: string, reason: NoAnswerReason, firstCard: () => Card): Outcome {
  const { misses } = turn.session
  const card = misses > 0 ? noneCard(reason, misses, []) : firstCard()
  const asked: AskedPart = { text, outcome: 'none', reason, entryId: null }
  return {
    cards: [card],
    session: { ...turn.session, choices: null, misses: misses + 1, buttons: card.buttons },
    ...(reason === 'empty' ? {} : { asked }),
  }
}
