import { createHash } from 'node:crypto'
import type { Random } from '../../core/index.ts'

/** A browser's session (phiên): the secret in its cookie, and the conversation that it opens. */
export interface WebSession {
  secret: string
  /** SHA-256 of the secret: what is stored, so that reading the database opens no conversation. */
  conversationId: string
}

const COOKIE = 'tro_ly'
const MAX_AGE_SECONDS = 7 * 86_400
const SECRET = /^[A-Za-z0-9_-]{22}$/

/** The session that the request's cookie names; null when it names none. */
export function readSession(request: Request): WebSession | null {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [name, value = ''] = part.trim().split('=')
    if (name === COOKIE && SECRET.test(value)) return sessionOf(value)
  }
  return null
}

/** A new session with 128 bits of chance. */
export const newSession = (random: Random): WebSession => sessionOf(randomToken(random))

/** 22 characters of chance (128 bits), safe in cookies and forms. */
export const randomToken = (random: Random): string =>
  Buffer.from(random.bytes(16)).toString('base64url')

/** The `Set-Cookie` value; each answer renews it for seven days. */
export const sessionCookie = (session: WebSession, isHttps: boolean): string =>
  `${COOKIE}=${session.secret}; Path=/; Max-Age=${MAX_AGE_SECONDS}; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`

const sessionOf = (secret: string): WebSession => ({
  secret,
  conversationId: createHash('sha256').update(secret).digest('base64url'),
})
