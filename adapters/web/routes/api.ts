import {
  isGuarded,
  labelOf,
  lastReplyId,
  noticeHtml,
  questionHtml,
  replyHtml,
  transcriptHtml,
} from '../pages/chat-page.ts'
import { networkOf } from '../client-address.ts'
import { toError } from '../../../core/index.ts'
import { fail, PROBLEMS } from '../fail.ts'
import { readJsonMessage, type Sent } from '../incoming.ts'
import type { StreamEvent } from '../reply-streams.ts'
import type { Reply } from '../../../bot/index.ts'
import type { WebSession } from '../session.ts'
import { CHANNEL, takeMessage } from '../take-message.ts'
import type { WebHandler, WebKit } from '../web-kit.ts'
import { wording } from '../wording.ts'
import { pressedIn, TRANSCRIPT_LINES } from './chat.ts'

/**
 * `POST /api/messages` `{messageId, text | action}` →
 * `{replies: [{id, inboxId, createdAt, cards, html}], question, isPrivate}`: `question` is the text as it is
 * stored, with personal numbers masked; of what is private nothing may be kept. The same messageId again gives the same replies. 429 carries the bot's card as `{error, card, html}`.
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
    return c.json({ replies, ...(await storedQuestion(kit, session, sent, taken.replies)) })
  }

/** Lines in which a question that was just answered still is. */
const RECENT_LINES = 12

/** The question as the stores have it; private when they do not have it, or not its text. */
async function storedQuestion(
  kit: WebKit,
  { conversationId }: WebSession,
  { content }: Sent,
  [reply]: readonly Reply[],
): Promise<{ question: string | null; isPrivate: boolean }> {
  const nothing = { question: null, isPrivate: true }
  const { conversation } = kit.deps
  // an urgent text is answered before the stores have it, and they never have its words
  const isUrgent = 'text' in content && conversation.isUrgent(content.text)
  if (isUrgent || reply === undefined || reply.inboxId === null) return nothing
  try {
    const items = await conversation.transcript(CHANNEL, conversationId, RECENT_LINES)
    const asked = items.find((item) => item.kind === 'message' && item.id === reply.inboxId)
    if (asked?.kind !== 'message' || isGuarded(asked.action ?? '')) return nothing
    return { question: asked.text, isPrivate: false }
  } catch (error) {
    kit.deps.logger.warn({ err: toError(error) }, 'stored question not read')
    return nothing
  }
}

/** `GET /api/transcript` → `{html, last}`: the conversation so far, for a page that has no cookie. */
export const giveTranscript =
  (kit: WebKit): WebHandler =>
  async (c) => {
    c.header('cache-control', 'no-store')
    const session = kit.knownSessionOf(c)
    if (session === null) return fail(kit, c, PROBLEMS.noSession)
    const { conversation } = kit.deps
    const items = await conversation.transcript(CHANNEL, session.conversationId, TRANSCRIPT_LINES)
    const lines = transcriptHtml(items, kit.greeting(), kit.cardContext(pressedIn(items)))
    return c.json({ html: lines.join(''), last: lastReplyId(items) })
  }

/**
 * `GET /api/stream?after=<reply id>` (or `Last-Event-ID`): server-sent events `reply`
 * `{id, inboxId, html, question, isPrivate}`, where `question` is the page's HTML of what was asked.
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
  const questionOf = (inboxId: string | null): { question: string | null; isPrivate: boolean } => {
    const index = items.findIndex((item) => item.kind === 'message' && item.id === inboxId)
    const item = items[index]
    if (item?.kind !== 'message') return { question: null, isPrivate: true }
    const label = labelOf(item.action ?? '', items.slice(0, index), kit.greeting())
    const question = questionHtml(item.id, item.text ?? label).toString()
    return { question, isPrivate: isGuarded(item.action ?? '') }
  }
  return replies.map(({ id, inboxId, cards }) => ({
    id,
    name: 'reply',
    data: {
      id,
      inboxId,
      html: replyHtml({ id, cards }, context).toString(),
      ...questionOf(inboxId),
    },
  }))
}
