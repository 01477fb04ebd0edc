import type { Card } from '../core/index.ts'
import type { Reply, TranscriptItem } from './stores.ts'

/** What a channel adapter hands over. Exactly one of `text` and `action` is set. */
export interface IncomingMessage {
  channel: string
  conversationId: string
  /** Unique within the channel; the same id twice is the same message. */
  messageId: string
  text?: string
  action?: string
}

/** What the bot offers to channel adapters. */
export interface Conversation {
  /**
   * Stores the message, then answers it and everything that waits before it in the conversation.
   * A message received before gives its stored replies again and does no work.
   * @throws Failure `conflict` when another text or action came with the same `messageId` before
   */
  receive(message: IncomingMessage): Promise<readonly Reply[]>
  /**
   * Whether a life may hang on the answer. `receive` answers such a text at once, without store or index; a channel
   * lets it pass its limits.
   */
  isUrgent(text: string): boolean
  /** Answers what a crash left unanswered; called at start and every few seconds. Returns how many. */
  resume(): Promise<number>
  transcript(
    channel: string,
    conversationId: string,
    limit: number,
  ): Promise<readonly TranscriptItem[]>
  /** Replies with id > `afterId`, oldest first. */
  repliesAfter(channel: string, conversationId: string, afterId: string): Promise<readonly Reply[]>
  /** The greeting of a conversation in which nothing was said yet; not stored. */
  welcome(): Card
  /** The polite card for somebody who sends faster than allowed; not stored, does no work. */
  tooFast(retryAfterSeconds: number): Card
}
