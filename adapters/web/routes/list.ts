import { gzipSync } from 'node:zlib'
import type { LocalDate } from '../../../core/index.ts'
import type { Knowledge } from '../../../knowledge/index.ts'
import { listPage } from '../pages/list-page.ts'
import { hashOf, hasSameTag } from '../static-files.ts'
import type { WebHandler, WebKit } from '../web-kit.ts'

/** The page as it was made for one revision and day: thousands of links are not made for each visitor. */
interface MadeList {
  knowledge: Knowledge
  day: LocalDate
  body: string
  gzipped: Uint8Array<ArrayBuffer>
  etag: string
}

/** `GET /tt`: everything that the assistant knows and that holds today. */
export function listEntries(kit: WebKit): WebHandler {
  let made: MadeList | null = null
  return (c) => {
    const knowledge = kit.deps.knowledge.current()
    const day = kit.today()
    if (made?.knowledge !== knowledge || made.day !== day) made = makeList(kit, knowledge, day)
    const headers = {
      'cache-control': 'no-cache',
      etag: made.etag,
      vary: 'accept-encoding',
      'content-type': 'text/html; charset=UTF-8',
    }
    if (hasSameTag(c.req.raw, made.etag)) return c.body(null, 304, headers)
    return /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
      ? c.body(made.gzipped, 200, { ...headers, 'content-encoding': 'gzip' })
      : c.body(made.body, 200, headers)
  }
}

function makeList(kit: WebKit, knowledge: Knowledge, day: LocalDate): MadeList {
  const body = listPage(kit.frame, knowledge.entries(), day).toString()
  const gzipped = Uint8Array.from(gzipSync(body))
  return { knowledge, day, body, gzipped, etag: `"${hashOf(body)}"` }
}
