import { encodeAction } from '../../bot/index.ts'
import type { Button, Card } from '../../core/index.ts'
import type { Entry } from '../../knowledge/index.ts'
import type { MostAsked, WebDeps } from './web-deps.ts'

const MOST_BUTTONS = 8

/** What the first screen offers before anything was said. */
export interface Greeting {
  /** The bot's words, with those of its buttons that are not examples. */
  card: Card
  /** What people ask most. */
  mostAsked: readonly Button[]
}

/** Examples give way to what people really ask. */
export function createGreeting(deps: WebDeps): Greeting {
  const welcome = deps.conversation.welcome()
  const mostAsked = mostAskedOf(deps)
  const buttons =
    mostAsked.length === 0
      ? welcome.buttons
      : welcome.buttons.filter(({ action }) => !/^(example|show):/.test(action))
  return { card: { ...welcome, buttons }, mostAsked }
}

function mostAskedOf({ knowledge, settings }: WebDeps): Button[] {
  try {
    const current = knowledge.current()
    const given = settings.mostAsked?.() ?? firstProcedures(current.entries())
    return given
      .filter(({ id }) => current.find(id) !== null)
      .slice(0, MOST_BUTTONS)
      .flatMap(({ id, label }) => {
        const action = encodeAction({ kind: 'show', entryId: id, aspects: [], page: 1 })
        return action === null ? [] : [{ label, action }]
      })
  } catch {
    // The index is still being loaded: the page opens without these buttons.
    return []
  }
}

const firstProcedures = (entries: readonly Entry[]): MostAsked[] =>
  entries
    .filter(({ kind, isRepealed }) => kind === 'procedure' && !isRepealed)
    .slice(0, MOST_BUTTONS)
    .map(({ id, buttonLabel, shortTitle }) => ({ id, label: buttonLabel ?? shortTitle }))
