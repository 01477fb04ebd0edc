import { createHash } from 'node:crypto'
import { z } from 'zod'
import { fail, PROBLEMS } from './fail.ts'
import type { WebContext, WebKit } from './web-kit.ts'

/** What a person sent, checked for shape only: what it means is for the bot to judge. */
export interface Sent {
  /** Chosen by the sender, unique within the conversation. */
  messageId: string
  content: { text: string } | { action: string }
}

const MESSAGE_ID = z.string().regex(/^[\w-]{8,64}$/)
const ACTION = z.string().regex(/^[\x20-\x7e]{1,60}$/)
/** PostgreSQL takes no half of a surrogate pair. */
const TEXT = z.string().transform((text) => text.toWellFormed())

const sentByScript = z.union([
  z.strictObject({ messageId: MESSAGE_ID, text: TEXT }),
  z.strictObject({ messageId: MESSAGE_ID, action: ACTION }),
])

const sentByForm = z.object({
  messageId: MESSAGE_ID,
  text: TEXT.optional(),
  action: ACTION.optional(),
})

/** A message in JSON; a ready error response when it is not one. */
export async function readJsonMessage(kit: WebKit, c: WebContext): Promise<Sent | Response> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    return fail(kit, c, PROBLEMS.notJson)
  }
  const json = await c.req.json<unknown>().catch(() => undefined)
  if (json === undefined) return fail(kit, c, PROBLEMS.badJson)
  const { data } = sentByScript.safeParse(json)
  if (data === undefined) return fail(kit, c, PROBLEMS.badMessage)
  const { messageId, ...content } = data
  return { messageId, content }
}

/**
 * A message of a plain form. The hidden id of a page that the browser brought back by "Back" was used
 * already, so the content is part of the id: the same sent twice is one message, another is another.
 */
export async function readFormMessage(kit: WebKit, c: WebContext): Promise<Sent | Response> {
  const form = await c.req.parseBody().catch(() => undefined)
  const { data } = sentByForm.safeParse(form)
  if (data === undefined || (data.text === undefined && data.action === undefined)) {
    return fail(kit, c, PROBLEMS.badForm)
  }
  const content = data.action === undefined ? { text: data.text ?? '' } : { action: data.action }
  const mark = createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 8)
  return { messageId: `${data.messageId}-${mark}`, content }
}
