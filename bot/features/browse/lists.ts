import { foldText } from '../../../core/index.ts'
import type { Entry } from '../../../knowledge/index.ts'
import type { Action, BrowseList } from '../../actions.ts'
import type { Turn } from '../../turn.ts'
import { entriesOf } from '../entries-of.ts'
import { browseWords } from './wording.ts'

/** One line of a list: its name, and what pressing it does. */
export interface ListItem {
  name: string
  /** Short enough for a button. */
  label: string
  action: Action
}

/** A list that can be looked through. */
export interface Listing {
  title: string
  items: readonly ListItem[]
}

/** Kinds of entries in the order in which a field lists them. */
const KIND_ORDER: readonly Entry['kind'][] = [
  'procedure',
  'guide',
  'faq',
  'office',
  'legal-document',
]

/** The list, or null when there is none of that number. */
export function listingOf(list: BrowseList, turn: Turn): Listing | null {
  if (list === 'events') {
    return {
      title: browseWords.events,
      items: entriesOf(turn, turn.browse.lifeEvents).map(entryItem),
    }
  }
  if (list === 'groups') return { title: browseWords.groups, items: groupItems(turn) }
  const group =
    typeof list === 'string' ? fieldsOf(turn)[Number(list.slice(1))] : groupsOf(turn)[list]
  return group === undefined
    ? null
    : { title: group.label, items: group.entries(turn).map(entryItem) }
}

interface Group {
  label: string
  entries: (turn: Turn) => Entry[]
}

/** The groups of the content, and one for whatever they leave over. */
function groupsOf({ browse }: Turn): Group[] {
  const named = new Set(browse.groups.flatMap(({ fields }) => fields))
  const groups = browse.groups.map(({ label, fields, mostAsked }): Group => ({
    label,
    entries: (turn) =>
      ordered(turn, ({ field }) => field !== null && fields.includes(field), mostAsked),
  }))
  const events = new Set(browse.lifeEvents)
  const isLeftOver = ({ id, field }: Entry): boolean =>
    !events.has(id) && (field === null || !named.has(field))
  return [
    ...groups,
    {
      label: browseWords.others,
      entries: (turn) => ordered(turn, isLeftOver, []),
    },
  ]
}

/** The entries that belong, most asked first, then procedures and the other kinds by name. */
function ordered(
  turn: Turn,
  belongs: (entry: Entry) => boolean,
  mostAsked: readonly string[],
): Entry[] {
  const first = entriesOf(turn, mostAsked)
  const others = turn.knowledge
    .entries()
    .filter(
      (entry) => !entry.isRepealed && belongs(entry) && !first.some(({ id }) => id === entry.id),
    )
    .toSorted(
      (a, b) =>
        KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
        a.shortTitle.localeCompare(b.shortTitle, 'vi'),
    )
  return [...first, ...others]
}

const groupItems = (turn: Turn): ListItem[] =>
  groupsOf(turn).flatMap((group, at) =>
    group.entries(turn).length === 0
      ? []
      : [
          {
            name: group.label,
            label: group.label,
            action: { kind: 'browse', list: at, page: 1 } as const,
          },
        ],
  )

const entryItem = ({ id, shortTitle, buttonLabel }: Entry): ListItem => ({
  name: shortTitle,
  label: buttonLabel ?? shortTitle,
  action: { kind: 'show', entryId: id, aspects: [], page: 1 },
})

/** Each field that a group names, in their order, with what is asked most in it first. */
const fieldsOf = ({ browse }: Turn): Group[] =>
  browse.groups.flatMap(({ fields, mostAsked }) =>
    fields.map((name): Group => ({
      label: name,
      entries: (turn) => {
        const first = mostAsked.filter((id) => turn.knowledge.find(id)?.field === name)
        return ordered(turn, ({ field }) => field === name, first)
      },
    })),
  )

/** The group or field whose name is typed, with how many procedures it has; null when it is none. */
export function listTyped(
  folded: string,
  turn: Turn,
): { list: BrowseList; procedures: number } | null {
  const isTyped = ({ label }: Group): boolean => foldText(label) === folded
  const groups = groupsOf(turn)
  const fields = fieldsOf(turn)
  const group = groups.findIndex(isTyped)
  const field = fields.findIndex(isTyped)
  const found = groups[group] ?? fields[field]
  if (found === undefined) return null
  const entries = found.entries(turn)
  if (entries.length === 0) return null
  const procedures = entries.filter(({ kind }) => kind === 'procedure').length
  return { list: group < 0 ? `f${field}` : group, procedures }
}
