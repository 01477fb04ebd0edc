import { ASPECTS } from '../knowledge/index.ts'
import type { Aspect } from '../knowledge/index.ts'

/** What a pressed button asks for. */
export type Action =
  /** an entry ('' for the one of the last answer), its asked aspects, which screen of the answer (from 1) */
  | { kind: 'show'; entryId: string; aspects: readonly Aspect[]; page: number }
  /** the numbered option of the last question back, from 1 */
  | { kind: 'pick'; number: number }
  /** one of the example questions, from 0 */
  | { kind: 'example'; number: number }
  /** a page (from 1) of a list to look through */
  | { kind: 'browse'; list: BrowseList; page: number }
  | { kind: 'rate'; questionId: string; isHelpful: boolean }
  | { kind: 'command'; name: CommandName }

/**
 * The groups of fields, the events of a life, the fields of the group with this number (from 0), or one field (`f3`: the
 * fourth of all).
 */
export type BrowseList = 'groups' | 'events' | `f${number}` | number

const COMMANDS = ['start', 'help', 'people', 'other'] as const
export type CommandName = (typeof COMMANDS)[number]

/** Two letters for each aspect, so that an action with several stays short. */
const ASPECT_CODES: Readonly<Record<Aspect, string>> = {
  components: 'co',
  place_hours: 'pl',
  duration: 'du',
  fee: 'fe',
  online: 'on',
  postal: 'po',
  payment: 'pa',
  form: 'fo',
  conditions: 'cn',
  result: 're',
  legal_basis: 'le',
  substitute: 'su',
  steps: 'st',
  authority: 'au',
  obligation: 'ob',
  status: 'ss',
  validity_change: 'va',
  copies: 'cp',
}

/** Telegram allows 64 bytes; the card contract 60. */
const LONGEST_ACTION = 60

const isShort = (action: string): boolean =>
  /^[\x21-\x7e]+$/.test(action) && action.length <= LONGEST_ACTION

/** The action text of a button; null when the identifier is too long or not ASCII, so there can be no button. */
export function encodeAction(action: Action): string | null {
  const text = encoded(action)
  return isShort(text) ? text : null
}

function encoded(action: Action): string {
  switch (action.kind) {
    case 'show': {
      const codes = action.aspects.map((aspect) => ASPECT_CODES[aspect]).join('')
      return `show:${action.entryId}:${codes}:${action.page}`
    }
    case 'pick':
      return `pick:${action.number}`
    case 'example':
      return `example:${action.number}`
    case 'browse':
      return `browse:${typeof action.list === 'number' ? `g${action.list}` : action.list}:${action.page}`
    case 'rate':
      return `rate:${action.questionId}:${action.isHelpful ? 'yes' : 'no'}`
    case 'command':
      return action.name
  }
}

/** Reads the action of a button; null when it is none of ours. */
export function parseAction(text: string): Action | null {
  if (!isShort(text)) return null
  const name = COMMANDS.find((command) => command === text)
  if (name !== undefined) return { kind: 'command', name }
  const show = /^show:(.*):((?:[a-z]{2})*):(\d{1,3})$/.exec(text)
  if (show?.[1] !== undefined) {
    return {
      kind: 'show',
      entryId: show[1],
      aspects: readAspects(show[2] ?? ''),
      page: Number(show[3]),
    }
  }
  const numbered = /^(pick|example):(\d)$/.exec(text)
  if (numbered?.[1] === 'pick') return { kind: 'pick', number: Number(numbered[2]) }
  if (numbered?.[1] === 'example') return { kind: 'example', number: Number(numbered[2]) }
  const browse = /^browse:(?:(groups|events|f\d{1,2})|g(\d{1,2})):(\d{1,3})$/.exec(text)
  if (browse?.[3] !== undefined) {
    const list = browse[1] === undefined ? Number(browse[2]) : listNamed(browse[1])
    return list === null ? null : { kind: 'browse', list, page: Number(browse[3]) }
  }
  const rate = /^rate:([a-z0-9]{1,40}):(yes|no)$/.exec(text)
  return rate?.[1] === undefined
    ? null
    : { kind: 'rate', questionId: rate[1], isHelpful: rate[2] === 'yes' }
}

/** The list of this name; null when there is none. */
export function listNamed(name: string): Exclude<BrowseList, number> | null {
  if (name === 'groups' || name === 'events') return name
  return /^f\d{1,2}$/.test(name) ? `f${Number(name.slice(1))}` : null
}

/** Each aspect once, in the order of the codes; codes that we do not know are passed over. */
const readAspects = (codes: string): Aspect[] =>
  [...new Set(codes.match(/../g) ?? [])].flatMap((code) =>
    ASPECTS.filter((aspect) => ASPECT_CODES[aspect] === code),
  )
