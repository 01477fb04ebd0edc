import { gzipSync } from 'node:zlib'

/** Below this, packing saves no packet. */
const SMALL_BYTES = 1_000

/** The same response, gzipped for who takes that: pages and JSON; files and event streams go as they are. */
export async function packed(request: Request, response: Response): Promise<Response> {
  const { headers, status } = response
  const isText = /^(text\/html|application\/json|text\/javascript)/.test(
    headers.get('content-type') ?? '',
  )
  if (!isText || headers.has('content-encoding') || response.body === null) return response
  if (!headers.has('vary')) headers.set('vary', 'accept-encoding')
  if (request.method === 'HEAD') return response
  if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) return response
  const body = new Uint8Array(await response.arrayBuffer())
  if (body.byteLength < SMALL_BYTES) return new Response(body, { status, headers })
  headers.set('content-encoding', 'gzip')
  headers.delete('content-length')
  return new Response(Uint8Array.from(gzipSync(body)), { status, headers })
}
