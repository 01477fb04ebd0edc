import { hashOf, hasSameTag } from '../static-files.ts'
import type { WebHandler, WebKit } from '../web-kit.ts'
import { wording } from '../wording.ts'

/** `GET /widget.js`: what another site loads to show the chat; small, so without comments and indents. */
export function serveWidget(kit: WebKit): WebHandler {
  const words: Readonly<Record<string, string>> = wording.widget
  const body = kit.files
    .textOf('widget.js')
    .replace(/^\s*(\/\*\*.*|\*.*|\/\/.*)?\n/gm, '')
    .replace(/^\s+/gm, '')
    .replace(/%(\w+)%/g, (whole, name: string) => words[name] ?? whole)
  const headers = {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=3600',
    'cross-origin-resource-policy': 'cross-origin',
    etag: `"${hashOf(body)}"`,
  }
  return (c) =>
    hasSameTag(c.req.raw, headers.etag) ? c.body(null, 304, headers) : c.body(body, 200, headers)
}
