import { labelOf, noticeHtml, questionHtml, replyHtml } from '../pages/chat-page.ts'
import { networkOf } from '../client-address.ts'
import { fail, PROBLEMS } from '../fail.ts'
import { readJsonMessage } from '../incoming.ts'
import type { StreamEvent } from '../reply-streams.ts'
import { CHANNEL, takeMessage } from '../take-message.ts'
import type { WebHandler, WebKit } from '../web-kit.ts'
import { wording } from '../wording.ts'
import { pressedIn, TRANSCRIPT_LINES } from './chat.ts'

/**
 * `POST /api/messages` `{messageId, text | action}` → `{replies: [{id, inboxId, createdAt, cards, html}]}`.
 * The same messageId again gives the same replies. 429 carries the bot's card as `{error, card, html}`.
 */
export const postMessage =
  (kit: WebKit): WebHandler =>
  async (c) => {
    c.header('cache-control', 'no-store')
    const sent = await readJsonMessage(kit, c)
    if (sent instanceof Response) return sent
    const { session } = kit.sessionOf(c)
    const taken = await takeMessage(kit, c, session, sent)
    const context = kit.cardContext()
    if ('waitSeconds' in taken) {
      const card = kit.deps.conversation.tooFast(taken.waitSeconds)
      c.header('retry-after', String(taken.waitSeconds))
      const error = { kind: 'wait', message: wording.errors.tooFast(taken.waitSeconds) }
      return c.json({ error, card, html: noticeHtml(card, context).toString() }, 429)
    }
    const replies = taken.replies.map(({ id, inboxId, createdAt, cards }) => ({
      id,
      inboxId,
      createdAt,
      cards,
      html: replyHtml({ id, cards }, context).toString(),
    }))
    return c.json({ replies })
  }

/**
 * `GET /api/stream?after=<reply id>` (or `Last-Event-ID`): server-sent events `reply`
 * `{id, inboxId, html, question}`, where `question` is the page's HTML of what was asked.
 */
export const streamReplies =
  (kit: WebKit): WebHandler =>
  (c) => {
    const session = kit.knownSessionOf(c)
    if (session === null) return fail(kit, c, PROBLEMS.noSession)
    const headers = {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    }
    if (c.req.method === 'HEAD') return c.body(null, 200, headers)
    const after = c.req.header('last-event-id') ?? c.req.query('after') ?? ''
    const { conversationId } = session
    const body = kit.streams.open(
      {
        conversationId,
        network: networkOf(kit.clientOf(c).address),
        afterId: /^[\w-]{1,64}$/.test(after) ? after : '',
      },
      (afterId) => eventsAfter(kit, conversationId, afterId),
    )
    if (body === null) {
      c.header('retry-after', '30')
      return fail(kit, c, PROBLEMS.tooManyStreams)
    }
    return c.body(body, 200, headers)
  }

async function eventsAfter(
  kit: WebKit,
  conversationId: string,
  afterId: string,
): Promise<StreamEvent[]> {
  const { conversation } = kit.deps
  const replies = await conversation.repliesAfter(CHANNEL, conversationId, afterId)
  if (replies.length === 0) return []
  const items = await conversation.transcript(CHANNEL, conversationId, TRANSCRIPT_LINES)
  const context = kit.cardContext(pressedIn(items))
  const questionOf = (inboxId: string | null): string | null => {
    const index = items.findIndex((item) => item.kind === 'message' && item.id === inboxId)
    const item = items[index]
    if (item?.kind !== 'message') return null
    const label = labelOf(item.action ?? '', items.slice(0, index), conversation.welcome())
    return questionHtml(item.id, item.text ?? label).toString()
  }
  return replies.map(({ id, inboxId, cards }) => ({
    id,
    name: 'reply',
    data: {
      id,
      inboxId,
      html: replyHtml({ id, cards }, context).toString(),
      question: questionOf(inboxId),
    },
  }))
}
