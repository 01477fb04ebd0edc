import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { toError } from '../../core/index.ts'
import { MOST_BODY_BYTES, tellsTooLargeBody } from './body-size.ts'
import { fail, problemOf, PROBLEMS } from './fail.ts'
import { giveTranscript, postMessage, streamReplies } from './routes/api.ts'
import { postChat, showChat, showOfflinePage, startOver } from './routes/chat.ts'
import { showEntry } from './routes/entry.ts'
import { listEntries } from './routes/list.ts'
import { favicon, health, readiness, robots, serveStatic, serviceWorker } from './routes/plain.ts'
import { serveWidget } from './routes/widget.ts'
import { postSetup, postSetupCode, showSetup } from './setup/routes.ts'
import { isCrossSite, SECURITY_HEADERS } from './security.ts'
import type { WebDeps } from './web-deps.ts'
import { packed } from './packed.ts'
import { createWebKit, type RequestInfo, type WebHandler, type WebKit } from './web-kit.ts'

/** All pages and addresses of the program, without a socket. */
export interface WebApp {
  fetch(request: Request, info?: RequestInfo): Promise<Response>
  /** Ends the open event streams, so that a server can stop. */
  endStreams(): void
}

/** @throws Failure `input` when a trusted proxy is not an address or range */
export function createWebApp(deps: WebDeps): WebApp {
  const kit = createWebKit(deps)
  const hono = new Hono<{ Bindings: RequestInfo }>()
  const limitBody = bodyLimit({
    maxSize: MOST_BODY_BYTES,
    onError: (c) => fail(kit, c, PROBLEMS.tooLarge),
  })
  hono.on('POST', '*', async (c, next) => {
    if (isCrossSite(c.req.raw, kit.clientOf(c).host)) return fail(kit, c, PROBLEMS.crossSite)
    const isTold = tellsTooLargeBody(c.req.header('content-length'))
    return isTold ? fail(kit, c, PROBLEMS.tooLarge) : limitBody(c, next)
  })
  for (const [path, methods] of Object.entries(routesOf(kit))) {
    for (const [method, handler] of Object.entries(methods)) hono.on(method, path, handler)
    const allowed = Object.keys(methods).flatMap((method) =>
      method === 'GET' ? ['GET', 'HEAD'] : [method],
    )
    hono.all(path, (c) => {
      c.header('allow', allowed.join(', '))
      return fail(kit, c, PROBLEMS.method)
    })
  }
  hono.notFound((c) => fail(kit, c, PROBLEMS.notFound))
  hono.onError((error, c) => {
    deps.logger.error({ err: toError(error), path: c.req.path }, 'request failed')
    return fail(kit, c, problemOf(error))
  })
  return {
    async fetch(request, info = {}) {
      const response = await packed(request, await hono.fetch(request, info))
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
        if (!response.headers.has(name)) response.headers.set(name, value)
      }
      return response
    },
    endStreams: kit.streams.end,
  }
}

type Route = Partial<Record<'GET' | 'POST', WebHandler>>

const routesOf = (kit: WebKit): Record<string, Route> => ({
  '/': { GET: showChat(kit), POST: postChat(kit) },
  '/ngoai-tuyen': { GET: showOfflinePage(kit) },
  '/moi': { POST: startOver(kit) },
  '/tt': { GET: listEntries(kit) },
  '/tt/:code': { GET: showEntry(kit) },
  '/thiet-lap': { GET: showSetup(kit), POST: postSetup(kit) },
  '/thiet-lap/ma': { POST: postSetupCode(kit) },
  '/api/messages': { POST: postMessage(kit) },
  '/api/transcript': { GET: giveTranscript(kit) },
  '/api/stream': { GET: streamReplies(kit) },
  '/static/:version/:file': { GET: serveStatic(kit) },
  '/sw.js': { GET: serviceWorker(kit) },
  '/widget.js': { GET: serveWidget(kit) },
  '/favicon.svg': { GET: favicon(kit) },
  '/robots.txt': { GET: robots },
  '/healthz': { GET: health },
  '/readyz': { GET: readiness(kit) },
})
