import { foldText, splitWords } from '../../core/index.ts'
import { currentValue } from '../../knowledge/index.ts'
import type { Aspect, Entry } from '../../knowledge/index.ts'
import { whichCard } from '../cards/plain-cards.ts'
import type { Feature, Outcome, Turn } from '../turn.ts'
import { askedAspects, namingWords } from './asked-aspects.ts'
import { dossierCodeOf, withoutDossierCode } from './dossier-code.ts'
import { neighbourMeant } from './neighbour-meant.ts'
import { namesEntry } from './names-entry.ts'
import { contentWords } from './small-words.ts'
import { showEntry } from './show-entry.ts'
import { amountMeant, topicMeant } from './topic-meant.ts'
import { typedNumber } from './typed-number.ts'

/** A text with more words brings a situation of its own. */
const MOST_VAGUE_WORDS = 7
/** Longer texts bring a subject of their own, and so do more naming words than those of a situation. */
const LONGEST_SITUATION = 80
const MOST_NAMING = 2
const GOES_ON = /\bthi (?:sao|the nao|lam sao|the nao nhi)\b[^a-z]*$/

/**
 * A question about an aspect of the entry that the conversation is about: "thế còn lệ phí?".
 * It names no procedure of its own; one that does is a new question.
 */
export const followUp: Feature = (turn) => {
  const last = entryOfSession(turn)
  if (last === null) return null
  const moved = movedOn(turn, last) ?? amountAsked(turn, last)
  if (moved !== null) return moved
  const text = withoutDossierCode(turn.text)
  const aspects = askedAspects(turn.text, turn.knowledge)
  const entry = whatKnows(aspects, last, turn)
  if (aspects.length === 0 || namingWords(text, turn.knowledge).length > 0) return null
  if (asksOnlyForDossier(aspects, entry, turn)) return null
  // a guide that says nothing of it is not what is meant
  if (entry.kind !== 'procedure' && !saysOf(entry, aspects, turn)) return null
  // some phrases for an aspect are also names: an entry of that name goes before an aspect not known of this one
  if (!saysOf(entry, aspects, turn) && contentWords(text).length > 0 && namesEntry(turn))
    return null
  if (turn.session.hasStrayed) return askWhich(turn, aspects, entry)
  const dossierCode = aspects.includes('status') ? dossierCodeOf(turn.text) : null
  return showEntry(turn, { entry, aspects, askedText: turn.text, dossierCode })
}

/**
 * By itself the text is answered, and by none of these ("làm sổ đỏ lần đầu"), or names what has to be asked back about
 * ("làm lại khai sinh"): it is a question of its own.
 */
function isSureOfOther({ text, knowledge, day }: Turn, entries: readonly Entry[]): boolean {
  const found = knowledge.ask(text, { day })
  // one word alone is the situation's own ("mất rồi")
  if (found.outcome === 'choose') return namingWords(text, knowledge).length > 1
  return found.outcome === 'answer' && !entries.some(({ id }) => id === found.entry.id)
}

/** Its words name nothing but another situation: the neighbour whose situation it is. */
function movedOn(turn: Turn, last: Entry): Outcome | null {
  const { text, knowledge } = turn
  if (text.length > LONGEST_SITUATION || namingWords(text, knowledge).length > MOST_NAMING)
    return null
  const entry = neighbourMeant(turn, last)
  if (entry === null || isSureOfOther(turn, [entry, last])) return null
  return showEntry(turn, { entry, aspects: askedAspects(text, knowledge), askedText: text })
}

function amountAsked(turn: Turn, last: Entry): Outcome | null {
  const topic = turn.session.hasStrayed ? null : amountMeant(turn, last)
  return topic === null ? null : showEntry(turn, { ...topic, askedText: turn.text })
}

const saysOf = (entry: Entry, aspects: readonly Aspect[], { day }: Turn): boolean =>
  aspects.some((aspect) => currentValue(entry, aspect, day) !== undefined)

/** The last entry, else the procedure that it is about, else the one before, whichever says something of what is asked. */
function whatKnows(aspects: readonly Aspect[], last: Entry, turn: Turn): Entry {
  const others = [last.about, turn.session.beforeId].map((id) =>
    id === null ? null : turn.knowledge.find(id),
  )
  return [last, ...others].find((one) => one !== null && saysOf(one, aspects, turn)) ?? last
}

/** The entry of the session, when it is still known. */
const entryOfSession = ({ session, knowledge }: Turn): Entry | null =>
  session.entryId === null ? null : knowledge.find(session.entryId)

/** "Hồ sơ tới đâu rồi" is a question of its own unless the entry says something about it. */
const asksOnlyForDossier = (aspects: readonly Aspect[], entry: Entry, { day }: Turn): boolean =>
  aspects.every((aspect) => aspect === 'status') && currentValue(entry, 'status', day) === undefined

/** Something else was asked meanwhile: of which of the two? */
function askWhich(turn: Turn, aspects: readonly Aspect[], old: Entry): Outcome {
  const first = whichCard(aspects, old, false)
  const card = first.title === turn.session.missTitle ? whichCard(aspects, old, true) : first
  return {
    cards: [card],
    session: {
      ...turn.session,
      misses: Math.max(1, turn.session.misses),
      missTitle: card.title,
      buttons: card.buttons,
    },
  }
}

/**
 * A question that knowledge could not place although an entry is being talked about: its few words are the
 * entry's own ("căn cước làm mấy ngày"), or it says that it goes on ("thế còn phí cho bé"), or they are
 * about a part of it ("vậy thuế thì sao"), or they say nothing by themselves ("vậy giờ làm sao"), and then the overview
 * asks which part is meant.
 */
export function keepsEntry(turn: Turn, aspects: readonly Aspect[]): Outcome | null {
  const entry = entryOfSession(turn)
  if (entry === null || turn.session.hasStrayed) return null
  if (aspects.length === 0 && isVague(turn)) return showPart(turn, entry)
  const topic = aspects.length === 0 ? topicMeant(turn, entry) : null
  if (topic !== null) return showEntry(turn, { ...topic, askedText: turn.text })
  if (aspects.length === 0 && goesOnWith(turn.text)) return showPart(turn, entry)
  if (aspects.length === 0) return null
  const words = contentWords(turn.text)
  const known = new Set(contentWords([entry.shortTitle, entry.title, ...entry.keywords].join(' ')))
  const isOwn = words.length > 0 && words.every((word) => known.has(word))
  const goesOn = words.length <= 2 && /^(?:the|vay|con|roi|va)\b/.test(foldText(turn.text))
  return isOwn || goesOn ? showEntry(turn, { entry, aspects, askedText: turn.text }) : null
}

/** "Cho con 3 tuổi thì sao": goes on about the same with a case of its own. */
const goesOnWith = (text: string): boolean =>
  GOES_ON.test(foldText(text)) && contentWords(text).length <= MOST_NAMING

function isVague({ text, knowledge }: Turn): boolean {
  const words = splitWords(text)
  return (
    words.length <= MOST_VAGUE_WORDS &&
    words.some((word) => /\p{L}/u.test(word)) &&
    typedNumber(text, 1) === null &&
    namingWords(text, knowledge).length === 0
  )
}

const showPart = (turn: Turn, entry: Entry): Outcome =>
  showEntry(turn, { entry, aspects: [], asksForPart: true })
