import { createDesk } from '../../../desk/index.ts'
import { EMPTY_UNIT, systemRandom, createNewId } from '../../../core/index.ts'
import type { Clock, UnitProfile } from '../../../core/index.ts'
import { createConversation } from '../../../bot/index.ts'
import { EMPTY_BROWSE } from '../../../bot/browse.ts'
import type { InboxStore, ReplyStore, SessionStore } from '../../../bot/index.ts'
import {
  createAskedQuestionStore,
  createInboxStore,
  createReplyStore,
  createSessionStore,
} from '../../../adapters/sql/index.ts'
import type { SqlDatabase } from '../../../adapters/sql/index.ts'
import type { AskedQuestionStore } from '../../../desk/index.ts'
import type { Guard } from '../../../bot/guard/guard.ts'
import type { Knowledge, KnowledgeSource } from '../../../knowledge/index.ts'
import { calendar } from './calendar.ts'
import { ENTRIES } from './entries.ts'
import { createTokenKnowledge } from './token-knowledge.ts'

/** A clock whose time a test sets; waiting is real but short. */
export function createSetClock(start: string): Clock & { set(time: string): void } {
  let now = new Date(start)
  return {
    now: () => now,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 20))),
    set: (time) => (now = new Date(time)),
  }
}

export interface BotParts {
  inbox: InboxStore
  replies: ReplyStore
  sessions: SessionStore
  questions: AskedQuestionStore
}

/** The stores of the bot over a database. */
export const storesOf = (database: SqlDatabase): BotParts => ({
  inbox: createInboxStore(database),
  replies: createReplyStore(database),
  sessions: createSessionStore(database),
  questions: createAskedQuestionStore(database),
})

interface OpenBotOptions {
  clock?: Clock
  knowledge?: Knowledge
  unit?: UnitProfile
  /** Recognises nothing when left out. */
  guard?: Guard
  /** Instead of `knowledge`, for one that is not there yet. */
  source?: KnowledgeSource
  /** Replaces single stores, for example by one that fails. */
  wrap?: (parts: BotParts) => Partial<BotParts>
  onError?: (details: object, message: string) => void
}

/** A conversation over a real database and a small knowledge, with what a test wants to look at. */
export function openBot(database: SqlDatabase, options: OpenBotOptions = {}) {
  const clock = options.clock ?? createSetClock('2026-11-21T02:00:00Z')
  const parts = storesOf(database)
  const knowledge = options.knowledge ?? createTokenKnowledge(ENTRIES)
  const newId = createNewId(clock, systemRandom)
  const { questions, ...stores } = { ...parts, ...options.wrap?.(parts) }
  const conversation = createConversation({
    ...stores,
    desk: createDesk({ questions, clock }),
    knowledge: options.source ?? { current: () => knowledge, loaded: () => Promise.resolve() },
    guard: options.guard ?? (() => null),
    calendar,
    unit: { current: () => options.unit ?? EMPTY_UNIT },
    browse: EMPTY_BROWSE,
    transact: database.transact,
    clock,
    newId,
    logger: { error: options.onError ?? (() => {}) },
  })
  let count = 0
  const send = async (
    message: { text: string } | { action: string },
    conversationId = 'c1',
    messageId = `m${(count += 1)}`,
  ) => {
    const replies = await conversation.receive({
      channel: 'web',
      conversationId,
      messageId,
      ...message,
    })
    return replies.flatMap((reply) => reply.cards)
  }
  return {
    conversation,
    parts,
    clock,
    send,
    /** Says something; gives the first card of the answer. */
    say: async (text: string, conversationId = 'c1') => {
      const [card] = await send({ text }, conversationId)
      if (!card) throw new Error('no card')
      return card
    },
    press: async (action: string, conversationId = 'c1') => {
      const [card] = await send({ action }, conversationId)
      if (!card) throw new Error('no card')
      return card
    },
  }
}
