import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Failure } from '../../core/index.ts'
import type { Instant } from '../../core/index.ts'
import { isSystemError } from './failures.ts'
import type { TableName } from './tables.ts'
import { wording } from './wording.ts'

/**
 * A backup is gzipped JSON Lines, the same from both databases: one header, a line per row (tables in the
 * order of `TABLES`), one footer. Without its footer it is not whole.
 */
export interface BackupHeader {
  format: typeof FORMAT
  formatVersion: number
  /** The steps of the schema that its rows have, oldest first. */
  migrations: readonly string[]
  createdAt: Instant
}

export interface BackupRow {
  table: TableName
  row: Readonly<Record<string, string | number | null>>
}

/** Rows by table. */
export type RowCounts = Readonly<Record<TableName, number>>

export interface BackupFooter {
  counts: RowCounts
}

export const FORMAT = 'cchc-backup'
export const FORMAT_VERSION = 1

/**
 * The lines of a backup, parsed but not judged.
 * @throws Failure `input` when the file cannot be read or is not gzipped JSON Lines
 */
export async function* readLines(file: string): AsyncGenerator<unknown> {
  const gunzip = createGunzip()
  const reading = pipeline(createReadStream(file), gunzip)
  // Its errors also reach the loop below, which ends first when the caller stops early.
  reading.catch(() => {})
  try {
    let rest = ''
    gunzip.setEncoding('utf8')
    // What is left after the last line break was cut: the footer, then, is missing.
    for await (const chunk of gunzip as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) yield JSON.parse(line)
    }
  } catch (error) {
    throw toReadFailure(error, file)
  }
}

function toReadFailure(error: unknown, file: string): unknown {
  if (isSystemError(error)) {
    return new Failure('input', wording.backupNotRead(file), { cause: error })
  }
  const isBroken = error instanceof SyntaxError || (error instanceof Error && 'errno' in error)
  return isBroken ? new Failure('input', wording.backupBroken(file), { cause: error }) : error
}
