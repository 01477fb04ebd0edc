import { foldText } from '../../core/index.ts'
import { currentValue } from '../../knowledge/index.ts'
import type { Aspect, Entry } from '../../knowledge/index.ts'
import type { Feature, Outcome, Turn } from '../turn.ts'
import { withoutDossierCode } from './dossier-code.ts'
import { contentWords } from './small-words.ts'
import { showEntry } from './show-entry.ts'

/**
 * A question about an aspect of the entry that the conversation is about: "thế còn lệ phí?".
 * It names no procedure of its own; one that does is a new question.
 */
export const followUp: Feature = (turn) => {
  const entry = entryOfSession(turn)
  if (entry === null) return null
  const aspects = turn.knowledge.aspectsOf(turn.text)
  if (aspects.length === 0 || contentWords(withoutDossierCode(turn.text)).length > 0) return null
  if (asksOnlyForDossier(aspects, entry, turn)) return null
  return showEntry(turn, { entry, aspects, askedText: turn.text })
}

/** The entry of the session, when it is still known. */
const entryOfSession = ({ session, knowledge }: Turn): Entry | null =>
  session.entryId === null ? null : knowledge.find(session.entryId)

/** "Hồ sơ tới đâu rồi" is a question of its own unless the entry says something about it. */
const asksOnlyForDossier = (aspects: readonly Aspect[], entry: Entry, { day }: Turn): boolean =>
  aspects.every((aspect) => aspect === 'status') && currentValue(entry, 'status', day) === undefined

/**
 * A question that knowledge could not place although an entry is being talked about:
 * its few words are the entry's own ("căn cước làm mấy ngày"), or it says that it goes on ("thế còn phí cho bé").
 */
export function keepsEntry(turn: Turn, aspects: readonly Aspect[]): Outcome | null {
  const entry = entryOfSession(turn)
  if (entry === null || aspects.length === 0) return null
  const words = contentWords(turn.text)
  const known = new Set(contentWords([entry.shortTitle, entry.title, ...entry.keywords].join(' ')))
  const isOwn = words.length > 0 && words.every((word) => known.has(word))
  const goesOn = words.length <= 2 && /^(?:the|vay|con|roi|va)\b/.test(foldText(turn.text))
  return isOwn || goesOn ? showEntry(turn, { entry, aspects, askedText: turn.text }) : null
}
