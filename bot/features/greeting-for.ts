import type { Button, Card } from '../../core/index.ts'
import type { Knowledge } from '../../knowledge/index.ts'
import { encodeAction } from '../actions.ts'
import type { Browse } from '../browse.ts'
import { entryButtons } from '../cards/buttons.ts'
import { greetingCard } from '../cards/plain-cards.ts'
import type { Turn } from '../turn.ts'
import { buttonWords } from '../wording.ts'

/** With the lists, the help and the people five buttons are full. */
const MOST_OFFERED = 1

/** The greeting of the unit, with what people ask most and the ways to look through everything. */
export const greetingFor = ({
  unit,
  browse,
  knowledge,
}: Pick<Turn, 'unit' | 'browse' | 'knowledge'>): Card =>
  greetingCard(unit, offered(browse, knowledge))

/** Buttons of a greeting; none while there is nothing to look through. */
export function offered(browse: Browse, knowledge: Knowledge | null): Button[] {
  if (browse.groups.length === 0) return []
  const entries = browse.mostAsked.flatMap((id) => knowledge?.find(id) ?? [])
  const lists = [
    { label: buttonWords.lifeEvents, list: 'events' as const },
    { label: buttonWords.groups, list: 'groups' as const },
  ].flatMap(({ label, list }) => {
    const action = encodeAction({ kind: 'browse', list, page: 1 })
    return action === null ? [] : [{ label, action }]
  })
  return [...entryButtons(entries.slice(0, MOST_OFFERED)), ...lists]
}
