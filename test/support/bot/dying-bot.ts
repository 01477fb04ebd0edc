/*
 * A process that receives one message and kills itself (SIGKILL) at a given step.
 * Arguments: database file, step, whether it dies before or after the step, and `resume` to answer, a minute
 * later, what an earlier one left behind.
 */
import { openDatabase } from '../../../adapters/sql/index.ts'
import { systemClock } from '../../../core/index.ts'
import { createSetClock, openBot } from './open-bot.ts'
import type { BotParts } from './open-bot.ts'

const [file = '', step = '', when = '', mode = ''] = process.argv.slice(2)

const die = (): never => {
  process.kill(process.pid, 'SIGKILL')
  throw new Error('dead')
}

/** The same store, deadly at one of its methods. */
function deadly<T extends object>(store: T, method: keyof T & string): T {
  const original = store[method] as (...args: unknown[]) => Promise<unknown>
  return {
    ...store,
    [method]: async (...args: unknown[]) => {
      if (when === 'before') die()
      const result = await original(...args)
      if (when === 'after') die()
      return result
    },
  }
}

const STEPS: Record<string, (parts: BotParts) => Partial<BotParts>> = {
  received: ({ inbox }) => ({ inbox: deadly(inbox, 'add') }),
  loaded: ({ sessions }) => ({ sessions: deadly(sessions, 'load') }),
  session: ({ sessions }) => ({ sessions: deadly(sessions, 'save') }),
  reply: ({ replies }) => ({ replies: deadly(replies, 'add') }),
  handled: ({ inbox }) => ({ inbox: deadly(inbox, 'markHandled') }),
  counted: ({ questions }) => ({ questions: deadly(questions, 'add') }),
  returned: ({ replies }) => ({ replies: deadly(replies, 'to') }),
}

const wrap = STEPS[step]
if (!wrap) throw new Error(`unknown step ${step}`)
const database = await openDatabase({ kind: 'sqlite', file }, { clock: systemClock })
const later = createSetClock(new Date(systemClock.now().getTime() + 60_000).toISOString())
const bot = openBot(database, { clock: mode === 'resume' ? later : systemClock, wrap })
if (mode === 'resume') await bot.conversation.resume()
else await bot.send({ text: 'xin giấy độc thân cần giấy tờ gì' }, 'c1', 'm1')
await database.close()
