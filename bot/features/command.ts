import { foldText } from '../../core/index.ts'
import type { CommandName } from '../actions.ts'
import { greetingCard, helpCard, otherCard, peopleCard } from '../cards/plain-cards.ts'
import { EMPTY_SESSION } from '../session-data.ts'
import type { Feature, Outcome, Turn } from '../turn.ts'
import { entriesOf } from './entries-of.ts'
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
  other: ['viec khac', 'hoi viec khac', 'khong phai viec nao'],
}

const KNOWN = new Set(Object.values(TYPED).flat())
/** Looks like a command, for example one of another bot. */
const UNKNOWN = /^\/[a-z]+$/

/** Commands as they are typed; buttons come here through `runCommand`. */
export const command: Feature = (turn) => {
  const typed = foldText(turn.text).replace(/[.!\s]+$/g, '')
  if (UNKNOWN.test(typed) && !KNOWN.has(typed)) return sayOnly(turn, helpCard())
  const found = (Object.keys(TYPED) as CommandName[]).find((name) => TYPED[name].includes(typed))
  return found === undefined ? null : runCommand(turn, found)
}

export function runCommand(turn: Turn, name: CommandName): Outcome {
  if (name === 'help') return sayOnly(turn, helpCard())
  if (name === 'people') return sayOnly(turn, peopleCard())
  if (name === 'other') return sayOther(turn)
  return sayOnly({ ...turn, session: EMPTY_SESSION }, greetingCard())
}

/** None of the offered entries: what else was near, and how to say more. */
export function sayOther(turn: Turn): Outcome {
  const { choices, otherIds } = turn.session
  const offered = choices?.entryIds ?? []
  const others = entriesOf(turn, otherIds).filter(({ id }) => !offered.includes(id))
  return sayOnly({ ...turn, session: { ...turn.session, choices: null } }, otherCard(others))
}
