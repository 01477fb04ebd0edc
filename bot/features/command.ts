import { foldText } from '../../core/index.ts'
import type { CommandName } from '../actions.ts'
import { helpCard, otherCard, peopleCard } from '../cards/plain-cards.ts'
import { otherWords } from '../cards/wording.ts'
import { EMPTY_SESSION } from '../session-data.ts'
import type { Feature, Outcome, Turn } from '../turn.ts'
import { entriesOf } from './entries-of.ts'
import { greetingFor } from './greeting-for.ts'
import { sayOnly } from './show-entry.ts'

const TYPED: Readonly<Record<CommandName, readonly string[]>> = {
  start: ['/start', '/huydich', 'bat dau', 'bat dau lai', 'lam lai tu dau', 'thoi bo di', 'huy'],
  help: [
    '/help',
    '/trogiup',
    'menu',
    'tro giup',
    'giup',
    'giup toi',
    'cach hoi',
    'huong dan hoi',
    '?',
  ],
  people: [
    '/canbo',
    'gap can bo',
    'gap nguoi',
    'noi chuyen voi can bo',
    'noi chuyen voi nguoi',
    'tong dai',
    'so dien thoai',
    'hoi can bo',
  ],
  other: [
    'viec khac',
    'hoi viec khac',
    'khong phai viec nao',
    'khong phai viec nay',
    'khong phai cai nay',
    'khong phai cai do',
    'khong phai thu tuc nay',
    'khong phai y toi',
    'y toi khong phai vay',
    'toi khong hoi cai nay',
    'toi khong hoi viec nay',
    'em khong hoi cai nay',
    'ko phai cai nay',
    'ko phai viec nay',
    'k phai viec nay',
    'hong phai cai nay',
    'khong dung viec nay',
    'khong dung viec toi hoi',
  ],
}

const KNOWN = new Set(Object.values(TYPED).flat())
/** Looks like a command, for example one of another bot. */
const UNKNOWN = /^\/[a-z]+$/

const MOST_OTHERS = 3

/** Commands as they are typed; buttons come here through `runCommand`. */
export const command: Feature = (turn) => {
  const typed = foldText(turn.text).replace(/[.!\s]+$/g, '')
  if (UNKNOWN.test(typed) && !KNOWN.has(typed)) return sayOnly(turn, helpCard())
  const found = (Object.keys(TYPED) as CommandName[]).find((name) => TYPED[name].includes(typed))
  return found === undefined ? null : runCommand(turn, found)
}

export function runCommand(turn: Turn, name: CommandName): Outcome {
  if (name === 'help') return sayOnly(turn, helpCard())
  if (name === 'people') return sayOnly(turn, peopleCard(turn.unit))
  if (name === 'other') return sayOther(turn)
  return sayOnly({ ...turn, session: EMPTY_SESSION }, greetingFor(turn))
}

/**
 * Not what was answered, none of what was offered: the next candidates as a new choice, then how to say more, then
 * the people.
 */
export function sayOther(turn: Turn): Outcome {
  const { session } = turn
  const seen = [...(session.choices?.entryIds ?? []), session.entryId]
  const others = entriesOf(turn, session.otherIds)
    .filter(({ id }) => !seen.includes(id))
    .slice(0, MOST_OTHERS)
  const cleared = { ...turn, session: { ...session, choices: null, otherIds: [] } }
  if (session.missTitle === otherWords.title) return sayOnly(cleared, peopleCard(turn.unit))
  const card = otherCard(others)
  const said = sayOnly(cleared, card)
  const choices =
    others.length < 2
      ? null
      : { entryIds: others.map(({ id }) => id), aspects: session.aspects, text: '' }
  return {
    ...said,
    session: { ...said.session, choices, choicesAge: 0, missTitle: card.title, hasStrayed: true },
  }
}
