import type { Button } from '../core/index.ts'
import { ASPECTS } from '../knowledge/index.ts'
import type { Aspect } from '../knowledge/index.ts'
import { listNamed } from './actions.ts'
import type { BrowseList } from './actions.ts'
import type { Session } from './stores.ts'

/** What the conversation remembers between two messages. Nothing in it identifies a person. */
export interface SessionData {
  /** Version of this shape; another one is read as an empty session. */
  format: 1
  /** The entry of the last answer: what a follow-up is about. */
  entryId: string | null
  aspects: readonly Aspect[]
  /** The procedure that was talked about before a guide answered in between. */
  beforeId: string | null
  /** The options of the last question back, kept for some turns; `text` is what was asked (masked). */
  choices: { entryIds: readonly string[]; aspects: readonly Aspect[]; text: string } | null
  /** How many messages ago the options were shown; 0 while the last card shows them. */
  choicesAge: number
  /** Identifier of the last question that may be rated. */
  questionId: string | null
  /** The next candidates of that question, offered when the answer was wrong. */
  otherIds: readonly string[]
  /** How many questions running had no answer. */
  misses: number
  /** Title of the last card that had no answer, so that the next one is another. */
  missTitle: string | null
  /** Something else was asked since the last answer, without success: what follows need not be about its entry. */
  hasStrayed: boolean
  /** The list to look through that the last card shows. */
  list: { list: BrowseList; page: number } | null
  /** How many short replies were given, so that the next one is another. */
  talks: number
  /** How often the answer was said again in plainer words. */
  plainTimes: number
  /** Buttons of the last card: their labels may be typed. */
  buttons: readonly Button[]
}

/** After this long a new message is not about the old procedure. */
const FORGOTTEN_AFTER_MS = 24 * 3_600_000

export const EMPTY_SESSION: SessionData = {
  format: 1,
  entryId: null,
  aspects: [],
  beforeId: null,
  choices: null,
  choicesAge: 0,
  questionId: null,
  otherIds: [],
  misses: 0,
  missTitle: null,
  hasStrayed: false,
  list: null,
  talks: 0,
  plainTimes: 0,
  buttons: [],
}

/** What a stored session says now; empty when there is none, it is old, or its format is unknown. */
export function readSession(session: Session | null, now: Date): SessionData {
  if (session === null || session.data['format'] !== 1) return EMPTY_SESSION
  if (now.getTime() - Date.parse(session.updatedAt) > FORGOTTEN_AFTER_MS) return EMPTY_SESSION
  const { data } = session
  const choices = data['choices'] as SessionData['choices'] | undefined
  return {
    format: 1,
    entryId: textOrNull(data['entryId']),
    aspects: readAspects(data['aspects']),
    beforeId: textOrNull(data['beforeId']),
    choices: choices ? { ...choices, aspects: readAspects(choices.aspects) } : null,
    choicesAge: Number(data['choicesAge']) || 0,
    questionId: textOrNull(data['questionId']),
    otherIds: Array.isArray(data['otherIds']) ? data['otherIds'].map(String) : [],
    misses: Number(data['misses']) || 0,
    missTitle: textOrNull(data['missTitle']),
    hasStrayed: data['hasStrayed'] === true,
    list: readList(data['list']),
    talks: Number(data['talks']) || 0,
    plainTimes: Number(data['plainTimes']) || 0,
    buttons: Array.isArray(data['buttons']) ? (data['buttons'] as Button[]) : [],
  }
}

function readList(value: unknown): SessionData['list'] {
  if (typeof value !== 'object' || value === null) return null
  const { list, page } = value as { list?: unknown; page?: unknown }
  const known = typeof list === 'string' ? listNamed(list) : typeof list === 'number' ? list : null
  return known !== null && typeof page === 'number' ? { list: known, page } : null
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Only aspects that this program knows: an older or newer one may have stored others. */
const readAspects = (value: unknown): Aspect[] =>
  Array.isArray(value)
    ? ASPECTS.filter((aspect) => value.includes(aspect)).toSorted(
        (a, b) => value.indexOf(a) - value.indexOf(b),
      )
    : []
