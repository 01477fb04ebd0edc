import type { Card, Instant } from '../core/index.ts'

/** A person's message as stored: masked text, or the action of a pressed button. */
export interface InboxMessage {
  id: string
  channel: string
  /** The platform's own id; (channel, messageId) is unique, so the same update twice is one message. */
  messageId: string
  conversationId: string
  text: string | null
  action: string | null
  status: 'received' | 'handled'
  attempts: number
  receivedAt: Instant
}

export interface InboxStore {
  /** Stores the message; false when (channel, messageId) is there already. */
  add(message: InboxMessage): Promise<boolean>
  /** The stored message with the platform's own id; null when it never came. */
  find(channel: string, messageId: string): Promise<InboxMessage | null>
  /** Unhandled messages of one conversation, oldest first. */
  waiting(channel: string, conversationId: string): Promise<InboxMessage[]>
  /** Conversations that have unhandled messages received before `before`: what a crash left behind. */
  abandoned(before: Instant, limit: number): Promise<{ channel: string; conversationId: string }[]>
  countAttempt(id: string): Promise<void>
  markHandled(id: string, at: Instant): Promise<void>
  /** Deletes handled messages received before `before`, at most `limit` a call. */
  deleteBefore(before: Instant, limit: number): Promise<number>
}

/** State of one conversation; `version` grows by one with each save, `data` carries its own format version. */
export interface Session {
  channel: string
  conversationId: string
  version: number
  data: Readonly<Record<string, unknown>>
  updatedAt: Instant
}

export interface SessionStore {
  load(channel: string, conversationId: string): Promise<Session | null>
  /** Saves when the stored version is `session.version - 1` (or nothing is stored and it is 1); else false. */
  save(session: Session): Promise<boolean>
  deleteBefore(before: Instant, limit: number): Promise<number>
}

/** What the assistant said, one row a reply, ids sorted by time. */
export interface Reply {
  id: string
  channel: string
  conversationId: string
  /** The inbox message it answers; null when nobody asked. */
  inboxId: string | null
  cards: readonly Card[]
  createdAt: Instant
}

/** A line of the conversation as the page shows it again after a reload. */
export type TranscriptItem =
  | { kind: 'message'; id: string; text: string | null; action: string | null; at: Instant }
  | { kind: 'reply'; id: string; cards: readonly Card[]; at: Instant }

export interface ReplyStore {
  add(replies: readonly Reply[]): Promise<void>
  /** Replies to one inbox message, oldest first. */
  to(inboxId: string): Promise<Reply[]>
  /** Replies of a conversation with id > `afterId` ('' for all), oldest first. */
  after(channel: string, conversationId: string, afterId: string, limit: number): Promise<Reply[]>
  /** The last `limit` lines of both sides, oldest first. */
  transcript(channel: string, conversationId: string, limit: number): Promise<TranscriptItem[]>
  deleteBefore(before: Instant, limit: number): Promise<number>
}
