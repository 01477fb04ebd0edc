import { withoutMaskLabels } from '../../core/index.ts'
import type { Answer, Entry, Knowledge } from '../../knowledge/index.ts'
import { MOST_CHOICES, chooseCard } from '../cards/choose-card.ts'
import { noneCard, tooLongCard, whichCard } from '../cards/plain-cards.ts'
import { EMPTY_SESSION } from '../session-data.ts'
import type { AskedPart, Feature, Outcome, Turn } from '../turn.ts'
import { contentWords } from './small-words.ts'
import { keepsEntry } from './follow-up.ts'
import { showEntry } from './show-entry.ts'

/** A longer text is read for the sentences that ask something. */
const LONG_TEXT = 1_000
/** How much of a long text is asked at most. */
const LONGEST_QUESTION = 600
const MOST_SENTENCES = 150

/** Whatever no other feature took is a question to our knowledge. */
export const question: Feature = (turn) => askQuestion(turn, turn.text)

export function askQuestion(turn: Turn, text: string): Outcome {
  const answer = askKnowledge(turn.knowledge, text, turn.day)
  if (answer === null) return missed(turn, text, 'not_found', [], 'long')
  return respond(turn, text, answer)
}

/** Asks what the text asks; null when it is long and asks nothing. Masked numbers are not searched for. */
export function askKnowledge(knowledge: Knowledge, text: string, day: string): Answer | null {
  const bare = withoutMaskLabels(text)
  const asked = bare.length > LONG_TEXT ? askingPart(bare, knowledge) : bare
  return asked === '' && bare !== '' ? null : knowledge.ask(asked, { day })
}

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
  switch (answer.outcome) {
    case 'answer':
      return showEntry(turn, {
        entry: answer.entry,
        aspects,
        replacedCode: answer.replacedCode,
        askedText: text,
        candidates,
      })
    case 'choose':
      return keepsChosen(turn, answer) ?? chooseBack(turn, text, answer)
    case 'none': {
      const kept = answer.reason === 'not_found' ? keepsEntry(turn, aspects) : null
      const isBare = text !== '' && contentWords(text).length === 0 && aspects.length > 0
      const near = candidates.map(({ entry }) => entry)
      return kept ?? missed(turn, text, answer.reason, near, isBare ? 'bare' : 'plain', answer)
    }
  }
}

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

/** No answer: says so, never in the same words twice running. */
function missed(
  turn: Turn,
  text: string,
  reason: Extract<Answer, { outcome: 'none' }>['reason'],
  near: readonly Entry[],
  how: 'plain' | 'bare' | 'long',
  answer?: Answer,
): Outcome {
  const { misses } = turn.session
  const card =
    misses > 0 || how === 'plain'
      ? noneCard(reason, misses, near)
      : how === 'bare'
        ? whichCard(answer?.aspects ?? [])
        : tooLongCard()
  const asked: AskedPart = { text, outcome: 'none', reason, entryId: null }
  return {
    cards: [card],
    session: { ...turn.session, choices: null, misses: misses + 1, buttons: card.buttons },
    ...(reason === 'empty' ? {} : { asked }),
  }
}
