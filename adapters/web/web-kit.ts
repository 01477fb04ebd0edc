import type { Context } from 'hono'
import { localDateOf, type LocalDate } from '../../core/index.ts'
import { createReadClient, type Client } from './client-address.ts'
import { createGreeting, type Greeting } from './greeting.ts'
import { openTextOf } from './open-now.ts'
import type { CardContext } from './pages/card.ts'
import type { Frame } from './pages/layout.ts'
import { createRateLimiter, URGENT_LIMITS, type RateLimiter } from './rate-limit.ts'
import { createReplyStreams, type ReplyStreams } from './reply-streams.ts'
import {
  createSessions,
  randomToken,
  SESSION_HEADER,
  sessionCookie,
  type WebSession,
} from './session.ts'
import { loadStaticFiles, type StaticFiles } from './static-files.ts'
import type { WebDeps } from './web-deps.ts'

/** What the program that owns the socket knows about a request. */
export interface RequestInfo {
  /** The peer's address; absent in tests without a socket. */
  remoteAddress?: string | undefined
}

export type WebContext = Context<{ Bindings: RequestInfo }>
export type WebHandler = (c: WebContext) => Response | Promise<Response>

/** Whether a page to read is asked for on a public machine, where its links must lead back. */
export const modeOf = (c: WebContext): 'page' | 'kiosk' =>
  c.req.query('kiosk') === undefined ? 'page' : 'kiosk'

/** What all routes share. */
export interface WebKit {
  deps: WebDeps
  files: StaticFiles
  frame: Frame
  limiter: RateLimiter
  /** For people in danger, who must not wait for the other one. */
  urgentLimiter: RateLimiter
  streams: ReplyStreams
  clientOf(c: WebContext): Client
  /** The session that the cookie names; null when it names none that we issued. */
  knownSessionOf(c: WebContext): WebSession | null
  /** The session that the header or cookie names, or a new one; the response names it the same way. */
  sessionOf(c: WebContext): { session: WebSession; isNew: boolean }
  /** Gives the browser a session of its own, whatever it had. */
  startSession(c: WebContext): void
  /** A session that no cookie names, for a page that sends it as a header. */
  freshSession(): WebSession
  greeting(): Greeting
  /** Whether the unit's office is open now, in words; null when its hours are not known. */
  openNow(): string | null
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
    c.req.header(SESSION_HEADER) === undefined
      ? c.header('set-cookie', sessionCookie(session, clientOf(c).isHttps))
      : c.header(SESSION_HEADER, session.token)
  const isKnownCode = (code: string): boolean => {
    try {
      return deps.knowledge.current().find(code) !== null
    } catch {
      // While the index is being loaded a card is shown all the same, without links.
      return false
    }
  }
  return {
    deps,
    files,
    frame: {
      get unit() {
        return deps.unit.current()
      },
      get unitName() {
        return deps.unit.current().name ?? deps.settings.unitName
      },
      assetUrl: files.urlOf,
    },
    limiter: createRateLimiter(deps.clock),
    urgentLimiter: createRateLimiter(deps.clock, URGENT_LIMITS),
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
    freshSession: () => sessions.start(),
    greeting: () => createGreeting(deps),
    openNow: () => openTextOf(deps),
    newToken,
    today: () => localDateOf(deps.clock.now()),
    cardContext: (pressed = new Set()) => ({
      newToken,
      pressed,
      isKnownCode,
    }),
  }
}
