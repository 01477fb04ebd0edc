import { createWebApp, type WebDeps } from '../../../adapters/web/index.ts'
import { createWorkingCalendar, EMPTY_UNIT, systemRandom, type Card } from '../../../core/index.ts'
import { DrivenClock } from '../jobs/driven-clock.ts'
import { createMemoryConversation } from './memory-conversation.ts'
import { sampleKnowledge } from './sample-entries.ts'

export const ORIGIN = 'http://tro-ly.test'

export const SETUP_CODE = 'abcdefgh23456789'

/** The web app without a socket, on a clock that the test moves. */
export function createTestApp(change: Partial<WebDeps> = {}) {
  const clock = new DrivenClock('2026-11-21T03:00:00.000Z')
  const conversation = createMemoryConversation(clock)
  const logged: { details: object; message: string }[] = []
  const note = (details: object, message: string): void => void logged.push({ details, message })
  const knowledge = sampleKnowledge()
  const app = createWebApp({
    conversation,
    knowledge: { current: () => knowledge },
    clock,
    random: systemRandom,
    sessionKey: new Uint8Array(32).fill(7),
    setup: { code: () => Promise.resolve(SETUP_CODE), save: () => Promise.resolve() },
    unit: { current: () => ({ ...EMPTY_UNIT, name: 'Xã Kỳ Anh' }) },
    calendar: createWorkingCalendar({ holidays: [], swaps: [] }),
    settings: { unitName: 'Xã Kỳ Anh', trustedProxies: [], frameAncestors: [] },
    ready: () => Promise.resolve({ ok: true, detail: '' }),
    logger: { warn: note, error: note },
    ...change,
  })
  return { app, clock, conversation, logged, ...createBrowser(app) }
}

/** What `/api/*` answers; which parts are there depends on the status. */
interface ApiAnswer {
  replies: { id: string; inboxId: string; createdAt: string; cards: Card[]; html: string }[]
  error: { kind: string; message: string }
  card: Card
  html: string
  question: string | null
  isPrivate: boolean
}

export const apiAnswer = async (response: Response): Promise<ApiAnswer> =>
  (await response.json()) as ApiAnswer

interface Ask {
  cookie?: string | null
  address?: string
  headers?: Record<string, string>
}

/** Requests with the cookie of one browser, which is kept from the first answer. */
function createBrowser(app: ReturnType<typeof createWebApp>) {
  let jar: string | null = null
  const request = async (
    path: string,
    init: RequestInit = {},
    ask: Ask = {},
  ): Promise<Response> => {
    const headers = new Headers({ ...ask.headers })
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value)
    const cookie = ask.cookie === undefined ? jar : ask.cookie
    if (cookie !== null) headers.set('cookie', cookie)
    const response = await app.fetch(new Request(ORIGIN + path, { ...init, headers }), {
      remoteAddress: ask.address ?? '203.0.113.5',
    })
    const given = response.headers.get('set-cookie')?.split(';')[0]
    if (given !== undefined && ask.cookie === undefined) jar = given
    return response
  }
  return {
    request,
    cookie: () => jar,
    get: (path: string, ask?: Ask) => request(path, {}, ask),
    postForm: (path: string, fields: Record<string, string>, ask?: Ask) =>
      request(path, { method: 'POST', body: new URLSearchParams(fields) }, ask),
    postJson: (path: string, body: unknown, ask?: Ask) =>
      request(
        path,
        {
          method: 'POST',
          body: typeof body === 'string' ? body : JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        },
        ask,
      ),
  }
}

/** The hidden id of the form with this id on a page. */
export const tokenOf = (html: string, form = 'composer'): string =>
  new RegExp(`id="${form}"[\\s\\S]*?name="messageId" value="([^"]+)"`).exec(html)?.[1] ?? ''
