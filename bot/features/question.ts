import { splitWords, withoutMaskLabels } from '../../core/index.ts'
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
import {
  localCard,
  noneCard,
  notHeldAgainCard,
  tooLongCard,
  unknownCodeCard,
  whichCard,
} from '../cards/plain-cards.ts'
import { EMPTY_SESSION } from '../session-data.ts'
import type { SessionData } from '../session-data.ts'
import type { AskedPart, Feature, Outcome, Turn } from '../turn.ts'
import { contentWords } from './small-words.ts'
import { askedAspects, isBareAspect, refinedAspects } from './asked-aspects.ts'
import { dossierCodeOf, withoutDossierCode } from './dossier-code.ts'
import { keepsEntry } from './follow-up.ts'
import { guideFor } from './guide-for.ts'
import { showEntry } from './show-entry.ts'

/** A longer text is read for the sentences that ask something. */
const LONG_TEXT = 1_000
/** How much of a long text is asked at most. */
const LONGEST_QUESTION = 600
const MOST_SENTENCES = 150
/** A text that is longer says more than one word for an aspect. */
const LONGEST_BARE = 100
/** How probable the best candidate must be to be offered without being sure. */
const NEAR_FROM = 0.5
/** So many words that we do not know are about something else. */
const STRAYS_FROM = 2

/** Only a text of so many words shows in which language it is written. */
const FOREIGN_FROM = 3
/** A procedure code (mã thủ tục) as notices print it. */
const CODE = /(?<![\d.])\d\.\d{6}(?!\d)/

/** Asked by whoever sends a dossier code alone. */
const STATUS: readonly Aspect[] = ['status']

/** Whatever no other feature took is a question to our knowledge. */
export const question: Feature = (turn) => askQuestion(turn, turn.text)

/** What to say to a text with what knowledge finds for it. */
export function askQuestion(turn: Turn, text: string): Outcome {
  const answer = askKnowledge(turn.knowledge, text, turn.day)
  return answer === null
    ? missed(turn, text, 'not_found', [tooLongCard()])
    : respond(turn, text, answer)
}

/**
 * Asks what the text asks; null when it is long and asks nothing. Masked numbers and dossier codes are not
 * searched for. A text that names no procedure gets a guide or no answer: what else is near, is near by chance.
 */
export function askKnowledge(knowledge: Knowledge, text: string, day: LocalDate): Answer | null {
  const bare = bareText(text)
  const asked = bare.length > LONG_TEXT ? askingPart(bare, knowledge) : bare
  if (asked === '' && bare !== '') return null
  const found = knowledge.ask(asked, { day })
  const said =
    found.aspects.length > 0
      ? refinedAspects(asked, found.aspects)
      : asked.length > LONGEST_BARE
        ? []
        : askedAspects(asked, knowledge)
  const aspects = said.length === 0 && dossierCodeOf(text) !== null ? STATUS : said
  const answer: Answer = { ...found, aspects }
  if (answer.outcome === 'answer' || !namesNothing(asked, aspects))
    return plainReason(answer, asked)
  const { candidates } = answer
  const entry = guideFor(asked, aspects, knowledge, candidates)
  return entry === null
    ? { outcome: 'none', reason: 'not_found', aspects, candidates }
    : { outcome: 'answer', entry, aspects, candidates, replacedCode: null }
}

/** One or two words do not show a language: "visa", "admin". */
function plainReason(answer: Answer, asked: string): Answer {
  const isForeign = answer.outcome === 'none' && answer.reason === 'foreign_language'
  return isForeign && splitWords(asked).length < FOREIGN_FROM
    ? { ...answer, reason: 'not_found' }
    : answer
}

const bareText = (text: string): string => withoutDossierCode(withoutMaskLabels(text))

const namesNothing = (text: string, aspects: readonly Aspect[]): boolean =>
  aspects.length > 0 &&
  (contentWords(text).length === 0 || (text.length <= LONGEST_BARE && isBareAspect(text)))

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
    const { entry, replacedCode, understood = null } = answer
    const dossierCode = aspects.includes('status') ? dossierCodeOf(text) : null
    return showEntry(turn, {
      entry,
      aspects,
      replacedCode,
      askedText: text,
      candidates,
      dossierCode,
      understood,
    })
  }
  if (answer.outcome === 'choose')
    return keepsChosen(turn, answer) ?? chooseBack(turn, text, answer)
  const { reason } = answer
  const code = CODE.exec(text)?.[0]
  if (code !== undefined && turn.knowledge.find(code) === null) {
    return missed(turn, text, 'not_found', [unknownCodeCard(code)])
  }
  if (namesNothing(bareText(text), aspects)) {
    const old = turn.session.entryId === null ? null : turn.knowledge.find(turn.session.entryId)
    const cards = [false, true].map((isAgain) => whichCard(aspects, old, isAgain))
    return missed(turn, text, reason, cards)
  }
  const kept = reason === 'not_found' ? keepsEntry(turn, aspects) : null
  return kept ?? missed(turn, text, reason, missCards(turn, answer))
}

/** What to say without an answer, the first that was not just said. */
function missCards(
  { session, text, unit }: Turn,
  { reason, candidates, subject }: Answer & { outcome: 'none' },
): Card[] {
  const near = nearOf(text, candidates)
  if (reason === 'no_local_data') {
    return [false, true].map((isAgain) => localCard(subject?.name ?? null, text, unit, isAgain))
  }
  const first = noneCard(reason, 0, near, unit, subject)
  // what we know by name stays what we do not hold, however often it is asked
  if (reason === 'not_held' && subject !== undefined) {
    return [first, notHeldAgainCard(subject.name, unit)]
  }
  // whose question we understood so far hears the reason, however often
  const isUnderstood = reason === 'out_of_scope'
  const repeated = [0, 1].map((more) => noneCard(reason, session.misses + more, near, unit))
  return isUnderstood || session.misses === 0 ? [first, ...repeated] : repeated
}

/** Entries near enough to be offered although none is sure: only where one stands out and has a word of the text. */
function nearOf(text: string, candidates: readonly Candidate[]): Entry[] {
  if ((candidates[0]?.score ?? 0) < NEAR_FROM) return []
  const words = contentWords(text)
  return candidates
    .filter(({ score }) => score >= NEAR_FROM / 4)
    .map(({ entry }) => entry)
    .filter(({ title, shortTitle, keywords, questions }) => {
      const known = new Set(contentWords([title, shortTitle, ...keywords, ...questions].join(' ')))
      return words.some((word) => known.has(word))
    })
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
  const card = chooseCard(options, answer.aspects, text, turn.day, answer.understood)
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

/**
 * No answer: says so in other words than the time before. What was talked about stays, but is not gone on with
 * when the text brought words of its own.
 */
function missed(turn: Turn, text: string, reason: NoAnswerReason, cards: readonly Card[]): Outcome {
  const { session } = turn
  const all = [...cards, noneCard(reason, session.misses + 1, [], turn.unit)]
  const card =
    all.find(({ title }) => title !== session.missTitle) ?? noneCard(reason, 0, [], turn.unit)
  const asked: AskedPart = { text, outcome: 'none', reason, entryId: null }
  return {
    cards: [card],
    session: {
      ...session,
      misses: session.misses + 1,
      missTitle: card.title,
      hasStrayed: session.hasStrayed || straysWith(session, text, reason),
      buttons: card.buttons,
    },
    ...(reason === 'empty' ? {} : { asked }),
  }
}

/**
 * Whether a text without an answer named something else: what we know by name, so many words that they have a subject
 * of their own, or any after another such text.
 */
function straysWith(session: SessionData, text: string, reason: NoAnswerReason): boolean {
  const count = contentWords(bareText(text).slice(0, LONG_TEXT)).length
  if (count === 0) return false
  return reason !== 'not_found' || count >= STRAYS_FROM || session.misses > 0
}
