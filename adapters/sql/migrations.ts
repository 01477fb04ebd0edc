import { sql } from 'kysely'
import type { ColumnDataType, Kysely, RawBuilder } from 'kysely'
import type { Profile } from './engine.ts'

/** Types whose values look the same in rows of both databases. */
export interface ColumnTypes {
  text: RawBuilder<string>
  integer: ColumnDataType
}

export const columnTypesOf = (profile: Profile): ColumnTypes => ({
  text: sql.raw<string>(profile.textType),
  integer: 'integer',
})

/** One step of the schema; it sees tables as they were then, hence untyped. */
export interface Migration {
  name: string
  // oxlint-disable-next-line typescript/no-explicit-any -- the schema of that time has no type
  up(db: Kysely<any>, types: ColumnTypes): Promise<void>
}

// oxlint-disable-next-line typescript/no-explicit-any -- the schema of that time has no type
type AnyDb = Kysely<any>

/**
 * Every step from an empty database to the present one, in order. Only add at the end:
 * a step that has run somewhere is never changed, removed or moved.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    name: '0001-first-tables',
    async up(db, types) {
      await createFoundations(db, types)
      await createKnowledge(db, types)
      await createConversation(db, types)
      await createDesk(db, types)
    },
  },
]

async function createFoundations(db: AnyDb, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('meta')
    .addColumn('key', text, (c) => c.primaryKey().notNull())
    .addColumn('value', text, (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('leases')
    .addColumn('name', text, (c) => c.primaryKey().notNull())
    .addColumn('owner', text, (c) => c.notNull())
    .addColumn('token', integer, (c) => c.notNull())
    .addColumn('expires_at', text, (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('job_runs')
    .addColumn('job', text, (c) => c.notNull())
    .addColumn('slot', text, (c) => c.notNull())
    .addColumn('owner', text, (c) => c.notNull())
    .addColumn('state', text, (c) => c.notNull())
    .addColumn('started_at', text, (c) => c.notNull())
    .addColumn('finished_at', text)
    .addColumn('detail', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('job_runs_pk', ['job', 'slot'])
    .execute()
  await index(db, 'job_runs', ['slot'])
}

async function createKnowledge(db: AnyDb, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('entry_versions')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('entry_id', text, (c) => c.notNull())
    .addColumn('record', text, (c) => c.notNull())
    .addColumn('created_at', text, (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('revisions')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('number', integer, (c) => c.unique())
    .addColumn('state', text, (c) => c.notNull())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('base_id', text)
    .addColumn('label', text, (c) => c.notNull())
    .addColumn('summary', text, (c) => c.notNull())
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('published_at', text)
    .execute()
  await db.schema
    .createTable('revision_entries')
    .addColumn('revision_id', text, (c) => c.notNull().references('revisions.id'))
    .addColumn('entry_id', text, (c) => c.notNull())
    .addColumn('version_id', text, (c) => c.notNull().references('entry_versions.id'))
    .addColumn('state', text, (c) => c.notNull())
    .addColumn('layer', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('revision_entries_pk', ['revision_id', 'entry_id'])
    .execute()
  await index(db, 'revision_entries', ['version_id'])
}

async function createConversation(db: AnyDb, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('sessions')
    .addColumn('channel', text, (c) => c.notNull())
    .addColumn('conversation_id', text, (c) => c.notNull())
    .addColumn('version', integer, (c) => c.notNull())
    .addColumn('state', text, (c) => c.notNull())
    .addColumn('updated_at', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('sessions_pk', ['channel', 'conversation_id'])
    .execute()
  await index(db, 'sessions', ['updated_at'])
  await db.schema
    .createTable('inbox')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('channel', text, (c) => c.notNull())
    .addColumn('message_id', text, (c) => c.notNull())
    .addColumn('conversation_id', text, (c) => c.notNull())
    .addColumn('body', text, (c) => c.notNull())
    .addColumn('status', text, (c) => c.notNull())
    .addColumn('attempts', integer, (c) => c.notNull())
    .addColumn('received_at', text, (c) => c.notNull())
    .addColumn('handled_at', text)
    .addUniqueConstraint('inbox_message_unique', ['channel', 'message_id'])
    .execute()
  await index(db, 'inbox', ['channel', 'conversation_id', 'id'])
  await index(db, 'inbox', ['status', 'received_at'])
  await db.schema
    .createTable('replies')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('channel', text, (c) => c.notNull())
    .addColumn('conversation_id', text, (c) => c.notNull())
    .addColumn('inbox_id', text)
    .addColumn('cards', text, (c) => c.notNull())
    .addColumn('created_at', text, (c) => c.notNull())
    .execute()
  await index(db, 'replies', ['channel', 'conversation_id', 'id'])
  await index(db, 'replies', ['inbox_id'])
  await index(db, 'replies', ['created_at'])
}

async function createDesk(db: AnyDb, { text, integer }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('asked_questions')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('asked_at', text, (c) => c.notNull())
    .addColumn('channel', text, (c) => c.notNull())
    .addColumn('text', text, (c) => c.notNull())
    .addColumn('folded', text, (c) => c.notNull())
    .addColumn('outcome', text, (c) => c.notNull())
    .addColumn('reason', text)
    .addColumn('entry_id', text)
    .addColumn('revision', integer, (c) => c.notNull())
    .execute()
  await index(db, 'asked_questions', ['asked_at'])
  await index(db, 'asked_questions', ['outcome', 'folded'])
  await db.schema
    .createTable('ratings')
    .addColumn('question_id', text, (c) =>
      c.primaryKey().notNull().references('asked_questions.id').onDelete('cascade'),
    )
    .addColumn('is_helpful', integer, (c) => c.notNull())
    .addColumn('rated_at', text, (c) => c.notNull())
    .execute()
}

async function index(db: AnyDb, table: string, columns: string[]): Promise<void> {
  await db.schema
    .createIndex(`${table}_by_${columns.join('_')}`)
    .on(table)
    .columns(columns)
    .execute()
}
