import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Failure } from '../../core/index.ts'
import type { WebApp } from './app.ts'
import { isTooLarge, refuseBody } from './refuse-body.ts'
import { wording } from './wording.ts'

export interface WebServerOptions {
  app: WebApp
  host: string
  /** 0 takes a free one. */
  port: number
  /** How long `stop` waits for requests in hand before it cuts them. */
  stopWithinMs?: number
}

export interface WebServer {
  /** Where a browser on this machine finds it. */
  url: string
  port: number
  /** Ends event streams, takes no new requests, waits for those in hand. Calling it again waits too. */
  stop(): Promise<void>
}

/** Opens the socket. @throws Failure whose message says which setting to change */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const { app, host, port, stopWithinMs = 5_000 } = options
  const listen = getRequestListener((request, { incoming }) =>
    app.fetch(request, { remoteAddress: incoming.socket.remoteAddress }),
  )
  const server = createServer({ requestTimeout: 30_000 }, (incoming, outgoing) => {
    const answered = isTooLarge(incoming)
      ? refuseBody(app, incoming, outgoing)
      : listen(incoming, outgoing)
    answered.catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenFailure(error, host, port)))
    server.listen(port, host, resolve)
  })
  const bound = (server.address() as AddressInfo).port
  let stopped: Promise<void> | undefined
  return {
    url: `http://${hostInUrl(host)}:${bound}`,
    port: bound,
    stop() {
      stopped ??= closeServer(server, stopWithinMs)
      app.endStreams()
      return stopped
    },
  }
}

/** How often connections are looked at whose last answer has gone out. */
const IDLE_CHECK_MS = 50

function closeServer(server: Server, withinMs: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS)
  const cut = setTimeout(() => server.closeAllConnections(), withinMs)
  server.close(() => {
    clearInterval(idle)
    clearTimeout(cut)
    resolve()
  })
  return promise
}

function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function listenFailure(error: NodeJS.ErrnoException, host: string, port: number): Failure {
  const text = wording.errors
  const options = { cause: error }
  switch (error.code) {
    case 'EADDRINUSE':
      return new Failure('input', text.portBusy(port), options)
    case 'EACCES':
      return new Failure('input', text.portForbidden(port), options)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Failure('input', text.hostWrong(host), options)
    default:
      return new Failure('ours', text.listenFailed(port), options)
  }
}
