import { Failure, toInstant } from '../core/index.ts'
import { greetingCard, tooFastCard } from './cards/plain-cards.ts'
import type { ConversationDeps } from './conversation-deps.ts'
import type { Knowledge } from '../knowledge/index.ts'
import { offered } from './features/greeting-for.ts'
import { abandonedBefore, createDrain } from './drain.ts'
import type { GuardKind } from './guard/kinds.ts'
import { isUrgentKind } from './guard/kinds.ts'
import { createUrgentAnswers } from './guard/urgent.ts'
import { createKeyedQueue } from './keyed-queue.ts'
import type { Conversation } from './listener.ts'
import { contentOf } from './read-message.ts'
import type { InboxMessage } from './stores.ts'
import { otherMessage } from './wording.ts'

const MOST_RESUMED = 100
const MOST_REPLIES = 200

/**
 * The conversation core: stores a message, then answers what waits, in order, so that a crash between
 * two steps loses no question and answers none twice.
 */
export function createConversation(deps: ConversationDeps): Conversation {
  const { inbox, replies, clock, newId, guard } = deps
  const queue = createKeyedQueue()
  const drain = createDrain(deps)
  const drainInTurn = (channel: string, conversationId: string): Promise<number> =>
    queue.run(JSON.stringify([channel, conversationId]), () => drain(channel, conversationId))
  const answerUrgently = createUrgentAnswers(deps)
  const urgentKindOf = (text: string | undefined): GuardKind | null => {
    const kind = text === undefined ? null : guard(text)
    return kind !== null && isUrgentKind(kind) ? kind : null
  }
  return {
    isUrgent: (text) => urgentKindOf(text) !== null,
    async receive(message) {
      const urgent = message.action === undefined ? urgentKindOf(message.text) : null
      if (urgent !== null) return answerUrgently(message, urgent)
      const { channel, conversationId, messageId } = message
      const id = newId()
      const content = contentOf(message, guard)
      const isNew = await inbox.add({
        id,
        channel,
        messageId,
        conversationId,
        ...content,
        status: 'received',
        attempts: 0,
        receivedAt: toInstant(clock.now()),
      })
      const stored = isNew ? null : await inbox.find(channel, messageId)
      // somebody else's message with the same id is not answered to this conversation
      if (!isNew && stored?.conversationId !== conversationId) return []
      if (stored && !isSame(stored, content)) throw new Failure('conflict', otherMessage)
      if (stored?.status !== 'handled') await drainInTurn(channel, conversationId)
      return replies.to(stored?.id ?? id)
    },
    async resume() {
      const abandoned = await inbox.abandoned(abandonedBefore(clock.now()), MOST_RESUMED)
      let handled = 0
      for (const { channel, conversationId } of abandoned) {
        try {
          handled += await drainInTurn(channel, conversationId)
        } catch (error) {
          deps.logger?.error(
            { err: error, channel },
            'an abandoned conversation could not be resumed',
          )
        }
      }
      return handled
    },
    transcript: (channel, conversationId, limit) =>
      replies.transcript(channel, conversationId, limit),
    repliesAfter: (channel, conversationId, afterId) =>
      replies.after(channel, conversationId, afterId, MOST_REPLIES),
    welcome: () => greetingCard(deps.unit.current(), offered(deps.browse, knownNow(deps))),
    tooFast: tooFastCard,
  }
}

/** The knowledge, when it is loaded. */
function knownNow({ knowledge }: ConversationDeps): Knowledge | null {
  try {
    return knowledge.current()
  } catch {
    // people are greeted while the index is still being loaded
    return null
  }
}

/** The same message sent again; compared as stored, since personal numbers are masked before. */
const isSame = (stored: InboxMessage, sent: Pick<InboxMessage, 'text' | 'action'>): boolean =>
  stored.text === sent.text && stored.action === sent.action
