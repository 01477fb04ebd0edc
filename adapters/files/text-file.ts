import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { PassThrough, Transform, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Failure } from '../../core/index.ts'
import type { ReadLimits } from './limits.ts'
import { wording } from './wording.ts'

/**
 * The text of a UTF-8 file in pieces, unpacked when its name ends in `.gz`, without a byte order mark.
 * @throws Failure `input` when it cannot be opened or unpacked, is no UTF-8 or too large
 */
export async function* readText(path: string, limits: ReadLimits): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
    } catch (cause) {
      throw new Failure('input', wording.notUtf8, { cause })
    }
  }
  try {
    for await (const bytes of openBytes(path, limits)) yield decode(bytes as Uint8Array)
  } catch (cause) {
    throw toInputFailure(cause)
  }
  yield decode()
}

/** The whole text of a file; see `readText`. */
export async function readWhole(path: string, limits: ReadLimits): Promise<string> {
  const pieces: string[] = []
  for await (const piece of readText(path, limits)) pieces.push(piece)
  return pieces.join('')
}

/** Bytes of the file, never more than the limit: an archive that unpacks to more is cut off there. */
function openBytes(path: string, { maxFileBytes }: ReadLimits): Readable {
  let seen = 0
  const counter = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      seen += chunk.length
      if (seen <= maxFileBytes) return done(null, chunk)
      done(new Failure('input', wording.tooLarge(Math.round(maxFileBytes / 1e6))))
    },
  })
  const unpack = path.toLowerCase().endsWith('.gz') ? createGunzip() : new PassThrough()
  // A failure reaches the reader through the counter, so the promise has nothing to add.
  pipeline(createReadStream(path), unpack, counter).catch(() => {})
  return counter
}

function toInputFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown
  const code = (thrown as NodeJS.ErrnoException).code ?? ''
  const isPacked = code.startsWith('Z_')
  return new Failure('input', isPacked ? wording.notGzip : wording.notReadable(code), {
    cause: thrown,
  })
}
