import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Reply, TranscriptItem } from '../../../bot/index.ts'
import { toError, type Card } from '../../../core/index.ts'
import type { Entry } from '../../../knowledge/index.ts'
import { problemOf } from '../fail.ts'
import { readFormMessage, type Sent } from '../incoming.ts'
import { chatPage, type ChatView } from '../pages/chat-page.ts'
import type { Question } from '../pages/card.ts'
import type { ChatMode } from '../pages/modes.ts'
import { framedHeaders } from '../security.ts'
import type { WebSession } from '../session.ts'
import { CHANNEL, takeMessage } from '../take-message.ts'
import type { WebContext, WebHandler, WebKit } from '../web-kit.ts'
import { wording } from '../wording.ts'

/** Lines of the conversation that the page shows. */
export const TRANSCRIPT_LINES = 60

/**
 * `GET /`: the conversation so far; `?hoi=<code>` offers questions about one entry. With `?kiosk` (a public
 * machine) and `?nhung` (a frame) the page has a session of its own that no cookie names.
 */
export const showChat =
  (kit: WebKit): WebHandler =>
  (c) => {
    const topic = topicOf(kit, c.req.query('hoi'))
    if (c.req.query('nhung') !== undefined) {
      const { frameAncestors } = kit.deps.settings
      for (const [name, value] of Object.entries(framedHeaders(frameAncestors))) {
        c.header(name, value)
      }
      return renderChat(kit, c, null, { ...topic, ...ownSession(kit, 'embedded') })
    }
    if (c.req.query('kiosk') !== undefined) {
      return renderChat(kit, c, null, { ...topic, ...ownSession(kit, 'kiosk') })
    }
    const { session, isNew } = kit.sessionOf(c)
    return renderChat(kit, c, isNew ? null : session, topic)
  }

const ownSession = (kit: WebKit, mode: ChatMode): Partial<ChatView> => ({
  mode,
  session: kit.freshSession().token,
})

/** `GET /ngoai-tuyen`: the page that a browser keeps for when there is no network; nobody's in particular. */
export const showOfflinePage =
  (kit: WebKit): WebHandler =>
  (c) =>
    renderChat(kit, c, null, { mode: 'offline', openNow: null })

/** `POST /`: the same as the script does, by a plain form; ends in a redirect back to the page, or, for somebody in danger, at once. */
export const postChat =
  (kit: WebKit): WebHandler =>
  async (c) => {
    const sent = await readFormMessage(kit, c)
    if (sent instanceof Response) return sent
    const { session } = kit.sessionOf(c)
    try {
      const taken = await takeMessage(kit, c, session, sent)
      if ('replies' in taken) {
        return taken.isUrgent
          ? await renderChat(kit, c, null, { items: taken.replies.map(asLine) })
          : c.redirect('/#moi-nhat', 303)
      }
      c.header('retry-after', String(taken.waitSeconds))
      const notice = kit.deps.conversation.tooFast(taken.waitSeconds)
      return await renderChat(kit, c, session, { notice, ...again(sent) }, 429)
    } catch (error) {
      kit.deps.logger.error({ err: toError(error) }, 'message not taken')
      const { title, message, status } = problemOf(error)
      const notice: Card = { title, paragraphs: [[message]], buttons: [] }
      return renderChat(kit, c, session, { notice, ...again(sent) }, status)
    }
  }

/** `POST /moi`: a new conversation, for the next person at a shared machine. */
export const startOver =
  (kit: WebKit): WebHandler =>
  (c) => {
    kit.startSession(c)
    return c.redirect('/', 303)
  }

async function renderChat(
  kit: WebKit,
  c: WebContext,
  session: WebSession | null,
  extra: Partial<ChatView>,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const { conversation } = kit.deps
  const items =
    session === null
      ? []
      : await conversation.transcript(CHANNEL, session.conversationId, TRANSCRIPT_LINES)
  c.header('cache-control', 'no-store')
  const view: ChatView = {
    mode: 'page',
    session: null,
    items,
    isCut: items.length >= TRANSCRIPT_LINES,
    greeting: kit.greeting(),
    topic: null,
    notice: null,
    draft: '',
    token: kit.newToken(),
    openNow: kit.openNow(),
    ...extra,
  }
  return c.html(chatPage(kit.frame, view, kit.cardContext(pressedIn(items))), status)
}

/** A reply that need not be stored yet to be shown. */
const asLine = ({ id, cards, createdAt }: Reply): TranscriptItem => ({
  kind: 'reply',
  id,
  cards,
  at: createdAt,
})

/** The text back in the field, so that nothing typed is lost. */
const again = ({ content }: Sent): Partial<ChatView> =>
  'text' in content ? { draft: content.text } : {}

/** What was pressed in this conversation. */
export const pressedIn = (items: readonly TranscriptItem[]): ReadonlySet<string> =>
  new Set(items.flatMap((item) => (item.kind === 'message' && item.action ? [item.action] : [])))

function topicOf(kit: WebKit, idOrCode: string | undefined): Partial<ChatView> {
  const entry = idOrCode === undefined ? null : kit.deps.knowledge.current().find(idOrCode)
  if (entry === null) return {}
  const { title, prefill } = wording.topic
  return {
    topic: { title: title(entry.shortTitle), questions: questionsAbout(entry) },
    draft: prefill(entry.shortTitle, entry.code),
  }
}

const questionsAbout = (entry: Entry): Question[] =>
  Object.entries(wording.slotQuestions)
    .filter(([slot]) => (entry.values[slot as keyof typeof entry.values] ?? []).length > 0)
    .slice(0, 5)
    .map(([, label]) => ({
      label,
      text: wording.topic.prefill(entry.shortTitle, entry.code) + label,
    }))
