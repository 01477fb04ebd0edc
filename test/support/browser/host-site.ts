import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A site of somebody else (trang của xã) on another origin, for what is shown inside it. */
export interface HostSite {
  url: string
  stop(): Promise<void>
}

/**
 * @param pages HTML by path
 * @param policy its Content-Security-Policy; null for none
 */
export async function serveHostSite(
  pages: Readonly<Record<string, () => string>>,
  policy: (() => string) | null = null,
): Promise<HostSite> {
  const server = createServer(({ url = '/' }, response) => {
    const page = pages[url]
    response.statusCode = page === undefined ? 404 : 200
    response.setHeader('content-type', 'text/html; charset=utf-8')
    if (policy !== null) response.setHeader('content-security-policy', policy())
    response.end(page?.() ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
