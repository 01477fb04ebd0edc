import { Failure, toError } from '../../../core/index.ts'
import { fail, PROBLEMS } from '../fail.ts'
import type { WebHandler, WebKit } from '../web-kit.ts'
import { wording } from '../wording.ts'

/** `GET /healthz`: the process is alive. */
export const health: WebHandler = (c) => c.json({ ok: true }, 200, { 'cache-control': 'no-store' })

/** `GET /readyz`: 200 when it can answer, else 503 with the reason. */
export const readiness =
  (kit: WebKit): WebHandler =>
  async (c) => {
    const state = await kit.deps.ready().catch((error: unknown) => {
      // still starting: nobody needs to look into it
      if (error instanceof Failure && error.kind === 'wait') {
        return { ok: false, detail: error.message }
      }
      kit.deps.logger.error({ err: toError(error) }, 'not ready')
      return { ok: false, detail: wording.errors.ours }
    })
    return c.json(state, state.ok ? 200 : 503, { 'cache-control': 'no-store' })
  }

/** `GET /robots.txt`: pages may be found; the machine's own addresses need not. */
export const robots: WebHandler = (c) =>
  c.text('User-agent: *\nDisallow: /api/\nDisallow: /*?hoi=\nAllow: /\n', 200, {
    'cache-control': 'public, max-age=86400',
  })

/** `GET /static/<version>/<file>`. */
export const serveStatic =
  (kit: WebKit): WebHandler =>
  (c) =>
    kit.files.serve(c.req.raw, c.req.param('file') ?? '', c.req.param('version') ?? '') ??
    fail(kit, c, PROBLEMS.notFound)

/** `GET /sw.js`: at the top, because it may only answer for addresses below its own. */
export const serviceWorker =
  (kit: WebKit): WebHandler =>
  (c) =>
    kit.files.serve(c.req.raw, 'sw.js', '') ?? fail(kit, c, PROBLEMS.notFound)

/** `GET /favicon.svg`, an address without a version because browsers keep it. */
export const favicon =
  (kit: WebKit): WebHandler =>
  (c) =>
    kit.files.serve(c.req.raw, 'favicon.svg', '') ?? fail(kit, c, PROBLEMS.notFound)
