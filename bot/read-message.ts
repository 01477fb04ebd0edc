import { cleanText, maskPersonalNumbers } from '../core/index.ts'
import { parseAction } from './actions.ts'
import { guardAction } from './guard/guard-action.ts'
import type { Guard } from './guard/guard.ts'
import type { IncomingMessage } from './listener.ts'
import type { InboxMessage } from './stores.ts'

/** What is stored of one message at most, in characters. */
const LONGEST_STORED = 10_000
const LONGEST_READ = 12_000

/**
 * What is stored of a message: clean text with personal numbers masked, or an action that we know. Of a text that the
 * guard recognises only the kind is kept.
 */
export function contentOf(
  { text, action }: IncomingMessage,
  guard: Guard,
): Pick<InboxMessage, 'text' | 'action'> {
  if (action !== undefined) {
    const known = parseAction(action) === null ? 'help' : action
    return { text: null, action: known }
  }
  const whole = cleanText(cut(text ?? '', LONGEST_READ))
  const kind = guard(whole)
  if (kind !== null) return { text: null, action: guardAction(kind) }
  const read = maskPersonalNumbers(whole)
  return { text: cut(read, LONGEST_STORED), action: null }
}

/** Cuts without leaving the half of a number, or of a character, at the end. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text
  let end = max
  while (end > 0 && max - end < 60 && /[\d\s.\-\ud800-\udbff]/.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}
