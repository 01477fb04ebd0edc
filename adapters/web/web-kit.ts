import type { Context } from 'hono'
import { localDateOf, type LocalDate } from '../../core/index.ts'
import { createReadClient, type Client } from './client-address.ts'
import type { CardContext } from './pages/card.ts'
import type { Frame } from './pages/layout.ts'
import { createRateLimiter, type RateLimiter } from './rate-limit.ts'
import { createReplyStreams, type ReplyStreams } from './reply-streams.ts'
import { createSessions, randomToken, sessionCookie, type WebSession } from './session.ts'
import { loadStaticFiles, type StaticFiles } from './static-files.ts'
import type { WebDeps } from './web-deps.ts'

/** What the program that owns the socket knows about a request. */
export interface RequestInfo {
  /** The peer's address; absent in tests without a socket. */
  remoteAddress?: string | undefined
}

export type WebContext = Context<{ Bindings: RequestInfo }>
export type WebHandler = (c: WebContext) => Response | Promise<Response>

/** What all routes share. */
export interface WebKit {
  deps: WebDeps
  files: StaticFiles
  frame: Frame
  limiter: RateLimiter
  streams: ReplyStreams
  clientOf(c: WebContext): Client
  /** The session that the cookie names; null when it names none that we issued. */
  knownSessionOf(c: WebContext): WebSession | null
  /** The session that the cookie names, or a new one; the response renews its cookie. */
  sessionOf(c: WebContext): { session: WebSession; isNew: boolean }
  /** Gives the browser a session of its own, whatever it had. */
  startSession(c: WebContext): void
  newToken(): string
  today(): LocalDate
  cardContext(pressed?: ReadonlySet<string>): CardContext
}

export function createWebKit(deps: WebDeps): WebKit {
  const files = loadStaticFiles()
  const readClient = createReadClient(deps.settings.trustedProxies)
  const sessions = createSessions(deps.sessionKey, deps.random)
  const newToken = (): string => randomToken(deps.random)
  const clientOf = (c: WebContext): Client => readClient(c.req.raw, c.env?.remoteAddress)
  const remember = (c: WebContext, session: WebSession): void =>
    c.header('set-cookie', sessionCookie(session, clientOf(c).isHttps))
  return {
    deps,
    files,
    frame: { unitName: deps.settings.unitName, assetUrl: files.urlOf },
    limiter: createRateLimiter(deps.clock),
    streams: createReplyStreams(deps.clock, (error) =>
      deps.logger.error({ err: error }, 'reply stream failed'),
    ),
    clientOf,
    knownSessionOf: (c) => sessions.read(c.req.raw),
    sessionOf(c) {
      const known = sessions.read(c.req.raw)
      const session = known ?? sessions.start()
      remember(c, session)
      return { session, isNew: known === null }
    },
    startSession: (c) => remember(c, sessions.start()),
    newToken,
    today: () => localDateOf(deps.clock.now()),
    cardContext: (pressed = new Set()) => ({
      newToken,
      pressed,
      isKnownCode: (code) => deps.knowledge.current().find(code) !== null,
    }),
  }
}
