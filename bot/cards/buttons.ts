import type { Button } from '../../core/index.ts'
import type { Entry } from '../../knowledge/index.ts'
import { encodeAction } from '../actions.ts'
import { EXAMPLES, buttonWords } from '../wording.ts'
import { clip } from './card-text.ts'

export const LONGEST_LABEL = 25

/** Leads to the places where a person answers: one step away on every card. */
export const peopleButton: Button = { label: buttonWords.people, action: 'people' }

export const helpButton: Button = { label: buttonWords.help, action: 'help' }

export const exampleButtons: readonly Button[] = EXAMPLES.map(({ label }, number) => ({
  label,
  action: `example:${number}`,
}))

/** Buttons to entries that may be meant. */
export const entryButtons = (entries: readonly Entry[]): Button[] =>
  entries.flatMap((entry) => {
    const action = encodeAction({ kind: 'show', entryId: entry.id, aspects: [], page: 1 })
    return action === null ? [] : [{ label: clip(entry.shortTitle, LONGEST_LABEL), action }]
  })
