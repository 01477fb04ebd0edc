import { foldText } from '../../core/index.ts'
import { parseAction } from '../actions.ts'
import { goneCard, helpCard } from '../cards/plain-cards.ts'
import { EXAMPLES, buttonWords } from '../wording.ts'
import type { Feature, Turn } from '../turn.ts'
import { askQuestion } from './question.ts'
import { showList } from './browse/browse.ts'
import { runCommand } from './command.ts'
import { pickChoice } from './choice.ts'
import { ratePressed } from './rating.ts'
import { sayOnly, showEntry } from './show-entry.ts'

/** A pressed button, or its label typed. */
export const pressed: Feature = (turn) => {
  const action = turn.action ?? typedLabel(turn)
  if (action === null) return null
  switch (action.kind) {
    case 'show': {
      const entry = turn.knowledge.find(action.entryId || (turn.session.entryId ?? ''))
      if (entry === null) return sayOnly(turn, goneCard())
      const { choices } = turn.session
      const isChosen = choices?.entryIds.includes(entry.id) ?? false
      return showEntry(turn, {
        entry,
        aspects: action.aspects,
        page: action.page,
        askedText: isChosen ? (choices?.text ?? null) : null,
      })
    }
    case 'pick':
      return pickChoice(turn, action.number) ?? sayOnly(turn, goneCard())
    case 'example': {
      const example = EXAMPLES[action.number]
      return example ? askQuestion(turn, example.question) : sayOnly(turn, helpCard())
    }
    case 'browse':
      return showList(turn, action.list, action.page) ?? sayOnly(turn, goneCard())
    case 'rate':
      return ratePressed(turn, action.questionId, action.isHelpful)
    case 'command':
      return runCommand(turn, action.name)
  }
}

const MORE = new Set(['tiep', 'tiep theo', 'con nua', 'xem them', 'xem tiep di'])

/** The action of the button of the last card whose label the text repeats. */
function typedLabel({ text, session }: Turn): ReturnType<typeof parseAction> {
  const typed = plain(text)
  const label = MORE.has(typed) ? plain(buttonWords.more) : typed
  const button = session.buttons.find((candidate) => plain(candidate.label) === label)
  return button === undefined || typed === '' ? null : parseAction(button.action)
}

const plain = (text: string): string =>
  foldText(text)
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
