import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { gzipSync } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

interface StaticFile {
  body: Uint8Array<ArrayBuffer>
  gzipped: Uint8Array<ArrayBuffer>
  type: string
  etag: string
}

/** The files of `public/`, read once, served from memory. */
export interface StaticFiles {
  /** `/static/<version>/<file>`: the version is a hash over all files, so that modules find each other. */
  urlOf(file: string): string
  /** What stands in a file. @throws when there is none of that name */
  textOf(file: string): string
  /** The response to a request for `file`; null when there is none of that name. */
  serve(request: Request, file: string, version: string): Response | null
}

export function loadStaticFiles(folder = new URL('./public/', import.meta.url)): StaticFiles {
  const files = new Map<string, StaticFile>()
  for (const name of readdirSync(folder)) {
    const type = TYPES[extname(name)]
    if (type === undefined) continue
    const body = Uint8Array.from(readFileSync(new URL(name, folder)))
    const gzipped = Uint8Array.from(gzipSync(body, { level: 9 }))
    files.set(name, { body, gzipped, type, etag: `"${hashOf(body)}"` })
  }
  const current = hashOf(Buffer.from([...files].map(([name, { etag }]) => name + etag).join()))
  return {
    urlOf: (file) => `/static/${current}/${file}`,
    textOf: (file) => readFileSync(new URL(file, folder), 'utf8'),
    serve(request, name, version) {
      const file = files.get(name)
      return file === undefined ? null : respond(request, file, version === current)
    },
  }
}

/** A page of an older version gets today's file, but may not keep it. */
function respond(request: Request, file: StaticFile, isCurrent: boolean): Response {
  const headers = new Headers({
    'content-type': file.type,
    etag: file.etag,
    'cache-control': isCurrent ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
  })
  if (hasSameTag(request, file.etag)) return new Response(null, { status: 304, headers })
  const isGzipped = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')
  if (isGzipped) headers.set('content-encoding', 'gzip')
  const body = isGzipped ? file.gzipped : file.body
  headers.set('content-length', String(body.byteLength))
  return new Response(body, { headers })
}

/** Whether the client has the content with this ETag already (`If-None-Match`). */
export const hasSameTag = (request: Request, etag: string): boolean =>
  (request.headers.get('if-none-match') ?? '')
    .split(',')
    .some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*')

/** 16 characters that change with the content. */
export const hashOf = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('base64url').slice(0, 16)
