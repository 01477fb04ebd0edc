/**
 * Loaded into the program before it starts: kills it, as `kill -9` does, in the middle of the transaction that
 * answers a message, when the message is about to be marked as handled.
 */
import { createRequire } from 'node:module'

type Call = (this: unknown, ...parameters: unknown[]) => unknown
type Prototype = Record<string, Call>

const require = createRequire(import.meta.url)
const MARKS_HANDLED = /^update "inbox" set .*"handled_at"/

/** Dies before the method is called with the statement, which stands in `sql` or in its `text`. */
function dieBefore(prototype: Prototype, method: string): void {
  const call = prototype[method]
  if (!call) throw new Error(`nothing to be killed in: ${method}`)
  prototype[method] = function dying(...parameters) {
    const [sql] = parameters
    const text = typeof sql === 'string' ? sql : (sql as { text?: string } | undefined)?.text
    if (MARKS_HANDLED.test(text ?? '')) process.kill(process.pid, 'SIGKILL')
    return call.apply(this, parameters)
  }
}

dieBefore((require('better-sqlite3') as { prototype: Prototype }).prototype, 'prepare')
dieBefore((require('pg') as { Client: { prototype: Prototype } }).Client.prototype, 'query')
