import type { Kysely } from 'kysely'
import { Failure } from '../../core/index.ts'
import type { Instant } from '../../core/index.ts'
import { FORMAT, FORMAT_VERSION, readLines } from './backup-format.ts'
import type { BackupFooter, BackupHeader, BackupRow, RowCounts } from './backup-format.ts'
import type { SqlDatabase } from './database.ts'
import { apply, rebuild } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import type { Database } from './schema.ts'
import { TABLE_NAMES } from './tables.ts'
import type { TableName } from './tables.ts'
import { wording } from './wording.ts'

const ROWS_PER_INSERT = 100

/**
 * Replaces everything by what the backup holds, from whichever of the two databases it came: the whole file is
 * checked first, then one transaction takes the schema of that time, its rows, and the steps since.
 * @throws Failure `input` when the file is broken, cut or newer than the program, or when the database holds
 *   revisions and `force` is not set; nothing is changed then
 */
export async function restoreDatabase(
  database: SqlDatabase,
  file: string,
  { force = false }: { force?: boolean } = {},
): Promise<{ createdAt: Instant; counts: RowCounts }> {
  const { header, counts } = await verify(file)
  const { engine, clock, db, transact } = database
  await transact(async () => {
    if (!force && (await holdsRevisions(db()))) {
      throw new Failure('input', wording.notEmpty(engine.place))
    }
    const then = MIGRATIONS.slice(0, header.migrations.length)
    const since = MIGRATIONS.slice(header.migrations.length)
    const dropped = [...TABLE_NAMES.toReversed(), 'schema_migrations'] as const
    await rebuild(db(), engine.profile, then, clock, dropped)
    await insertRows(db(), file)
    for (const migration of since) await apply(db(), engine.profile, migration, clock)
  })
  return { createdAt: header.createdAt, counts }
}

async function insertRows(db: Kysely<Database>, file: string): Promise<void> {
  for await (const { table, rows } of batchesOf(file)) {
    try {
      await db.insertInto(table).values(rows).execute()
    } catch (error) {
      // The database is well; what it refuses is a row that no table of ours can have held.
      if (error instanceof Failure) throw error
      throw new Failure('input', wording.backupBroken(file), { cause: error })
    }
  }
}

const holdsRevisions = async (db: Kysely<Database>): Promise<boolean> =>
  (await db.selectFrom('revisions').select('id').limit(1).execute()).length > 0

/** Reads the whole file; what it returns is known to be a whole backup that this program understands. */
async function verify(file: string): Promise<{ header: BackupHeader; counts: RowCounts }> {
  const counts = Object.fromEntries(TABLE_NAMES.map((table) => [table, 0])) as Record<
    TableName,
    number
  >
  const broken = (): Failure => new Failure('input', wording.backupBroken(file))
  let header: BackupHeader | undefined
  let footer: BackupFooter | undefined
  for await (const line of readLines(file)) {
    if (footer) throw broken()
    if (!header) {
      if (!isHeader(line)) throw broken()
      if (isNewer(line)) throw new Failure('input', wording.backupNewer(file))
      header = line
    } else if (isRow(line)) counts[line.table] += 1
    else if (isFooter(line)) footer = line
    else throw broken()
  }
  const given = footer?.counts
  if (!header || !given || TABLE_NAMES.some((table) => given[table] !== counts[table])) {
    throw broken()
  }
  return { header, counts }
}

const isNewer = (header: BackupHeader): boolean =>
  header.formatVersion > FORMAT_VERSION ||
  header.migrations.some((name, at) => MIGRATIONS[at]?.name !== name)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isHeader = (line: unknown): line is BackupHeader =>
  isObject(line) &&
  line['format'] === FORMAT &&
  typeof line['formatVersion'] === 'number' &&
  Array.isArray(line['migrations']) &&
  typeof line['createdAt'] === 'string'

const isRow = (line: unknown): line is BackupRow =>
  isObject(line) &&
  TABLE_NAMES.some((table) => table === line['table']) &&
  isObject(line['row']) &&
  Object.values(line['row']).every(
    (value) => value === null || typeof value === 'string' || typeof value === 'number',
  )

const isFooter = (line: unknown): line is BackupFooter => isObject(line) && isObject(line['counts'])

/** The rows of a verified file, in its order, some of one table at a time. */
async function* batchesOf(
  file: string,
): AsyncGenerator<{ table: TableName; rows: BackupRow['row'][] }> {
  let batch: { table: TableName; rows: BackupRow['row'][] } | undefined
  for await (const line of readLines(file)) {
    if (!isRow(line)) continue
    if (batch && (batch.table !== line.table || batch.rows.length >= ROWS_PER_INSERT)) {
      yield batch
      batch = undefined
    }
    batch ??= { table: line.table, rows: [] }
    batch.rows.push(line.row)
  }
  if (batch) yield batch
}
