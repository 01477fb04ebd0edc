import type { Button } from '../../core/index.ts'
import type { Aspect, Entry } from '../../knowledge/index.ts'
import { encodeAction } from '../actions.ts'
import { EXAMPLES, buttonWords } from '../wording.ts'
import { wholeWords } from './clip.ts'

export const LONGEST_LABEL = 25

/** Leads to the places where a person answers: one step away on every card. */
export const peopleButton: Button = { label: buttonWords.people, action: 'people' }

export const helpButton: Button = { label: buttonWords.help, action: 'help' }

export const exampleButtons: readonly Button[] = EXAMPLES.map(({ label }, number) => ({
  label,
  action: `example:${number}`,
}))

/** Buttons to entries that may be meant; `aspects` are what was asked of them. */
export const entryButtons = (
  entries: readonly Entry[],
  aspects: readonly Aspect[] = [],
): Button[] =>
  entries.flatMap((entry) => {
    const action = encodeAction({ kind: 'show', entryId: entry.id, aspects, page: 1 })
    return action === null ? [] : [{ label: labelOf(entry, LONGEST_LABEL), action }]
  })

/** An entry's name for a button: the label made for it, else as many whole words of its name as fit. */
const labelOf = ({ buttonLabel, shortTitle }: Entry, max: number): string =>
  wholeWords(buttonLabel !== null && buttonLabel.length <= max ? buttonLabel : shortTitle, max)
