import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Random } from '../../core/index.ts'

/** A browser's session (phiên): what its cookie or header holds, and the conversation that it opens. */
export interface WebSession {
  /** A secret and our mark on it. */
  token: string
  /** SHA-256 of the secret: what is stored, so that reading the conversations opens none. */
  conversationId: string
}

/** Issues sessions and recognises those that were issued with the same key. */
export interface Sessions {
  /** The session that the request's header or else its cookie names; null when it names none of ours. */
  read(request: Request): WebSession | null
  /** A new session with 128 bits of chance. */
  start(): WebSession
}

const COOKIE = 'tro_ly'
/**
 * Carries the session where there is no cookie: in a frame of another site, whose cookies browsers block,
 * and on a public machine, which shall keep none. A request of another site cannot set it.
 */
export const SESSION_HEADER = 'x-tro-ly-session'
const MAX_AGE_SECONDS = 7 * 86_400
const MARKED_SECRET = /^([\w-]{22})\.([\w-]{22})$/

/**
 * Cookies carry an HMAC (128 bits of it), so that a value which somebody invented opens nothing: neither
 * a conversation for whoever it is planted on nor one of the event streams.
 * @param key shared by all processes on the same data
 */
export function createSessions(key: Uint8Array, random: Random): Sessions {
  const markOf = (secret: string): string =>
    createHmac('sha256', key).update(secret).digest().subarray(0, 16).toString('base64url')
  const sessionOf = (secret: string): WebSession => ({
    token: `${secret}.${markOf(secret)}`,
    conversationId: createHash('sha256').update(secret).digest('base64url'),
  })
  return {
    read(request) {
      for (const token of tokensOf(request)) {
        const [, secret = '', mark = ''] = MARKED_SECRET.exec(token) ?? []
        if (secret !== '' && isSame(mark, markOf(secret))) return sessionOf(secret)
      }
      return null
    },
    start: () => sessionOf(randomToken(random)),
  }
}

/** A header stands alone: the page that sends it speaks for no cookie. */
function tokensOf({ headers }: Request): string[] {
  const given = headers.get(SESSION_HEADER)
  if (given !== null) return [given]
  return (headers.get('cookie') ?? '').split(';').flatMap((part) => {
    const [name, value = ''] = part.trim().split('=')
    return name === COOKIE ? [value] : []
  })
}

const isSame = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** 22 characters of chance (128 bits), safe in cookies and forms. */
export const randomToken = (random: Random): string =>
  Buffer.from(random.bytes(16)).toString('base64url')

/** The `Set-Cookie` value; each answer renews it for seven days. */
export const sessionCookie = (session: WebSession, isHttps: boolean): string =>
  `${COOKIE}=${session.token}; Path=/; Max-Age=${MAX_AGE_SECONDS}; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`
