import type { Clock, NewId, Transact, UnitSource, WorkingCalendar } from '../core/index.ts'
import type { Desk } from '../desk/index.ts'
import type { KnowledgeSource } from '../knowledge/index.ts'
import type { Guard } from './guard/guard.ts'
import type { Browse } from './browse.ts'
import type { InboxStore, ReplyStore, SessionStore } from './stores.ts'

/** Where the conversation reports what people should not see; a pino logger fits. */
export interface ConversationLogger {
  error(details: object, message: string): void
}

/** What a conversation needs from the rest of the program. */
export interface ConversationDeps {
  knowledge: KnowledgeSource
  /** Recognises what must not be searched for or kept; asked before anything is stored. */
  guard: Guard
  calendar: WorkingCalendar
  unit: UnitSource
  browse: Browse
  inbox: InboxStore
  replies: ReplyStore
  sessions: SessionStore
  desk: Pick<Desk, 'record' | 'rate'>
  transact: Transact
  clock: Clock
  newId: NewId
  logger?: ConversationLogger
}
