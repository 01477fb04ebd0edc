import { foldText, splitWords } from '../../core/index.ts'
import { currentValue } from '../../knowledge/index.ts'
import type { Aspect, Entry } from '../../knowledge/index.ts'
import { whichCard } from '../cards/plain-cards.ts'
import type { Feature, Outcome, Turn } from '../turn.ts'
import { askedAspects, namingWords } from './asked-aspects.ts'
import { dossierCodeOf, withoutDossierCode } from './dossier-code.ts'
import { namesEntry } from './names-entry.ts'
import { contentWords } from './small-words.ts'
import { showEntry } from './show-entry.ts'
import { typedNumber } from './typed-number.ts'

/** A text with more words brings a situation of its own. */
const MOST_VAGUE_WORDS = 7

/**
 * A question about an aspect of the entry that the conversation is about: "thế còn lệ phí?".
 * It names no procedure of its own; one that does is a new question.
 */
export const followUp: Feature = (turn) => {
  const last = entryOfSession(turn)
  if (last === null) return null
  const text = withoutDossierCode(turn.text)
  const aspects = askedAspects(turn.text, turn.knowledge)
  const entry = whatKnows(aspects, last, turn)
  if (aspects.length === 0 || namingWords(text, turn.knowledge).length > 0) return null
  if (asksOnlyForDossier(aspects, entry, turn)) return null
  // some phrases for an aspect are also names: an entry of that name goes before an aspect not known of this one
  if (!saysOf(entry, aspects, turn) && contentWords(text).length > 0 && namesEntry(turn))
    return null
  if (turn.session.hasStrayed) return askWhich(turn, aspects, entry)
  const dossierCode = aspects.includes('status') ? dossierCodeOf(turn.text) : null
  return showEntry(turn, { entry, aspects, askedText: turn.text, dossierCode })
}

const saysOf = (entry: Entry, aspects: readonly Aspect[], { day }: Turn): boolean =>
  aspects.some((aspect) => currentValue(entry, aspect, day) !== undefined)

/** The last entry, or the procedure before it when only that one says something of what is asked. */
function whatKnows(aspects: readonly Aspect[], last: Entry, turn: Turn): Entry {
  const { beforeId } = turn.session
  const before = beforeId === null ? null : turn.knowledge.find(beforeId)
  return before !== null && !saysOf(last, aspects, turn) && saysOf(before, aspects, turn)
    ? before
    : last
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
 * entry's own ("căn cước làm mấy ngày"), or it says that it goes on ("thế còn phí cho bé"), or they say nothing
 * by themselves ("vậy giờ làm sao"), and then the overview asks which part is meant.
 */
export function keepsEntry(turn: Turn, aspects: readonly Aspect[]): Outcome | null {
  const entry = entryOfSession(turn)
  if (entry === null || turn.session.hasStrayed) return null
  if (aspects.length === 0) return isVague(turn) ? showPart(turn, entry) : null
  const words = contentWords(turn.text)
  const known = new Set(contentWords([entry.shortTitle, entry.title, ...entry.keywords].join(' ')))
  const isOwn = words.length > 0 && words.every((word) => known.has(word))
  const goesOn = words.length <= 2 && /^(?:the|vay|con|roi|va)\b/.test(foldText(turn.text))
  return isOwn || goesOn ? showEntry(turn, { entry, aspects, askedText: turn.text }) : null
}

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
