import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Failure } from '../../core/index.ts'
import type { EntryRecord } from '../../knowledge/index.ts'
import { wording } from './wording.ts'

/**
 * Writes records as JSONL, packed when the name ends in `.gz`; the file is whole or not there.
 * @throws Failure `input` when the place cannot be written
 */
export async function writeRecords(path: string, records: readonly EntryRecord[]): Promise<void> {
  const part = `${path}.part`
  const lines = Readable.from(records.map((record) => `${JSON.stringify(record)}\n`))
  try {
    await pipeline(
      lines,
      path.toLowerCase().endsWith('.gz') ? createGzip() : new PassThrough(),
      createWriteStream(part),
    )
    await rename(part, path)
  } catch (cause) {
    await rm(part, { force: true })
    const { code = '' } = cause as NodeJS.ErrnoException
    throw new Failure('input', wording.notWritable(path, code), { cause })
  }
}
