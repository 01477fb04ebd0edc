import type { IncomingMessage, ServerResponse } from 'node:http'
import { tellsTooLargeBody } from './body-size.ts'
import type { WebApp } from './app.ts'

/** Whether the request's headers say already that its body is too large. */
export const isTooLarge = (incoming: IncomingMessage): boolean =>
  tellsTooLargeBody(incoming.headers['content-length'])

/**
 * Answers a request whose body is too large without reading it. Node throws the body away as it comes, so
 * that a client which first sends everything still gets the answer; the server's request timeout ends
 * those that send on and on.
 */
export async function refuseBody(
  app: WebApp,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === 'string') headers.set(name, value)
  }
  const url = URL.parse(incoming.url ?? '/', `http://${incoming.headers.host ?? 'localhost'}`)
  const request = new Request(url ?? 'http://localhost/', { method: 'POST', headers })
  const response = await app.fetch(request, { remoteAddress: incoming.socket.remoteAddress })
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(await response.text())
}
