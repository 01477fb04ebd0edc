import type { Reply } from '../../bot/index.ts'
import type { Sent } from './incoming.ts'
import type { WebSession } from './session.ts'
import type { WebContext, WebKit } from './web-kit.ts'

/** How this channel is called in the stores. */
export const CHANNEL = 'web'

/**
 * Hands a message to the bot unless its sender is too fast; then nothing is done or stored. Somebody in danger is not
 * held up by what was sent before, and the answer may be out before it is stored (`isUrgent`).
 */
export async function takeMessage(
  kit: WebKit,
  c: WebContext,
  { conversationId }: WebSession,
  sent: Sent,
): Promise<{ replies: readonly Reply[]; isUrgent: boolean } | { waitSeconds: number }> {
  const isUrgent = 'text' in sent.content && kit.deps.conversation.isUrgent(sent.content.text)
  const limiter = isUrgent ? kit.urgentLimiter : kit.limiter
  const waitSeconds = limiter.take(conversationId, kit.clientOf(c).address)
  if (waitSeconds > 0) return { waitSeconds }
  const replies = await kit.deps.conversation.receive({
    channel: CHANNEL,
    conversationId,
    messageId: `${conversationId}:${sent.messageId}`,
    ...sent.content,
  })
  kit.streams.notify(conversationId)
  return { replies, isUrgent }
}
