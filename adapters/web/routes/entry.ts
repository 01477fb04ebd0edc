import { fail, PROBLEMS } from '../fail.ts'
import { entryPage } from '../pages/entry-page.ts'
import { entryPath } from '../pages/text.ts'
import { hashOf, hasSameTag } from '../static-files.ts'
import { modeOf, type WebHandler, type WebKit } from '../web-kit.ts'
import { wording } from '../wording.ts'

/** `GET /tt/<code>`: one entry; a code that was replaced leads on to what replaced it. */
export const showEntry =
  (kit: WebKit): WebHandler =>
  (c) => {
    const asked = c.req.param('code') ?? ''
    const knowledge = kit.deps.knowledge.current()
    const entry = knowledge.find(asked)
    if (entry === null) {
      const { noEntryTitle: title, noEntry } = wording.errors
      return fail(kit, c, { ...PROBLEMS.notFound, title, message: noEntry(asked.slice(0, 40)) })
    }
    const successor = entry.replacedBy === null ? null : knowledge.find(entry.replacedBy)
    const isReplaced = entry.isRepealed && successor !== null && !successor.isRepealed
    const shown = isReplaced ? successor : entry
    const mode = modeOf(c)
    if (asked !== shown.id) {
      return c.redirect(entryPath(shown.id) + (mode === 'kiosk' ? '?kiosk' : ''), 301)
    }
    const { isKnownCode } = kit.cardContext()
    const body = entryPage(kit.frame, shown, { day: kit.today(), mode, isKnownCode }).toString()
    // Always asked for again, so that a published revision is seen at once.
    const headers = { 'cache-control': 'no-cache', etag: `"${hashOf(body)}"` }
    return hasSameTag(c.req.raw, headers.etag)
      ? c.body(null, 304, headers)
      : c.html(body, 200, headers)
  }
