import { gzipSync } from 'node:zlib'
import type { LocalDate, UnitProfile } from '../../../core/index.ts'
import type { Entry, Knowledge } from '../../../knowledge/index.ts'
import { findEntries } from '../find-entries.ts'
import { listPage } from '../pages/list-page.ts'
import { hashOf, hasSameTag } from '../static-files.ts'
import { modeOf, type WebHandler, type WebKit } from '../web-kit.ts'

/** The page as it was made for one revision, unit and day: thousands of links are not made for each visitor. */
interface MadeList {
  knowledge: Knowledge
  unit: UnitProfile
  day: LocalDate
  body: string
  gzipped: Uint8Array<ArrayBuffer>
  etag: string
}

/** `GET /tt`: everything that the assistant knows and that holds today; `?tim=` searches it. */
export function listEntries(kit: WebKit): WebHandler {
  const made = new Map<string, MadeList>()
  return (c) => {
    const knowledge = kit.deps.knowledge.current()
    const day = kit.today()
    const { unit } = kit.frame
    const mode = modeOf(c)
    const asked = (c.req.query('tim') ?? '').trim().slice(0, 200).toWellFormed()
    if (asked !== '') {
      const valid = validOn(knowledge, day)
      const search = { asked, found: findEntries(knowledge, valid, asked, day) }
      c.header('cache-control', 'no-store')
      return c.html(listPage(kit.frame, { mode, valid, search }))
    }
    let list = made.get(mode)
    if (list?.knowledge !== knowledge || list.day !== day || list.unit !== unit) {
      const valid = validOn(knowledge, day)
      const body = listPage(kit.frame, { mode, valid, search: null }).toString()
      const gzipped = Uint8Array.from(gzipSync(body))
      list = { knowledge, unit, day, body, gzipped, etag: `"${hashOf(body)}"` }
      made.set(mode, list)
    }
    const headers = {
      'cache-control': 'no-cache',
      etag: list.etag,
      vary: 'accept-encoding',
      'content-type': 'text/html; charset=UTF-8',
    }
    if (hasSameTag(c.req.raw, list.etag)) return c.body(null, 304, headers)
    return /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
      ? c.body(list.gzipped, 200, { ...headers, 'content-encoding': 'gzip' })
      : c.body(list.body, 200, headers)
  }
}

const validOn = (knowledge: Knowledge, day: LocalDate): Entry[] =>
  knowledge.entries().filter((entry) => !entry.isRepealed && (entry.validTo ?? day) >= day)
