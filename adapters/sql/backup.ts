import { open, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { Failure, toInstant } from '../../core/index.ts'
import type { Instant } from '../../core/index.ts'
import { FORMAT, FORMAT_VERSION } from './backup-format.ts'
import type { BackupFooter, BackupHeader, BackupRow, RowCounts } from './backup-format.ts'
import type { SqlDatabase } from './database.ts'
import { isSystemError } from './failures.ts'
import type { Database } from './schema.ts'
import { TABLE_NAMES, TABLES } from './tables.ts'
import type { TableName } from './tables.ts'
import { wording } from './wording.ts'

const ROWS_PER_READ = 500

/**
 * Writes everything to `file` as it is at one moment, while others go on reading and writing. The file appears
 * under its name only when it is whole; only the account that runs the program can read it.
 * @throws Failure when the file cannot be written
 */
export async function backupDatabase(
  database: SqlDatabase,
  file: string,
): Promise<{ createdAt: Instant; counts: RowCounts }> {
  const createdAt = toInstant(database.clock.now())
  const counts = Object.fromEntries(TABLE_NAMES.map((table) => [table, 0])) as Record<
    TableName,
    number
  >
  const reader = database.engine.openReader()
  try {
    await reader
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((db) => writeWhole(file, backupLines(db, createdAt, counts)))
    return { createdAt, counts }
  } finally {
    await reader.destroy()
  }
}

/** `counts` grows as the rows go by. */
async function* backupLines(
  db: Kysely<Database>,
  createdAt: Instant,
  counts: Record<TableName, number>,
): AsyncGenerator<string> {
  const steps = await db.selectFrom('schema_migrations').select('name').orderBy('ordinal').execute()
  yield line<BackupHeader>({
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    migrations: steps.map((step) => step.name),
    createdAt,
  })
  for (const table of TABLE_NAMES) {
    for await (const rows of pagesOf(db, table)) {
      counts[table] += rows.length
      yield rows.map((row) => line<BackupRow>({ table, row })).join('')
    }
  }
  yield line<BackupFooter>({ counts })
}

/** All rows of a table in the order of its key, without an OFFSET that would read them again and again. */
async function* pagesOf(
  db: Kysely<Database>,
  table: TableName,
): AsyncGenerator<BackupRow['row'][]> {
  const key = TABLES[table]
  const columns = sql.join(key.map((column) => sql.ref(column)))
  let last: BackupRow['row'] | undefined
  for (;;) {
    const after = last
    const beyond = after
      ? sql`where (${columns}) > (${sql.join(key.map((column) => after[column]))})`
      : sql``
    const { rows } = await sql<BackupRow['row']>`
      select * from ${sql.table(table)} ${beyond} order by ${columns} limit ${ROWS_PER_READ}
    `.execute(db)
    if (rows.length > 0) yield rows
    if (rows.length < ROWS_PER_READ) return
    last = rows.at(-1)
  }
}

const line = <T>(value: T): string => `${JSON.stringify(value)}\n`

async function writeWhole(file: string, lines: AsyncGenerator<string>): Promise<void> {
  const unfinished = `${file}.${process.pid}.tmp`
  try {
    const handle = await open(unfinished, 'w', 0o600)
    await pipeline(lines, createGzip(), handle.createWriteStream({ flush: true }))
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {})
    if (!isSystemError(error)) throw error
    throw new Failure('ours', wording.backupNotWritten(file), { cause: error })
  }
}
