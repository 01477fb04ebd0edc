/**
 * Rows as both databases hold them: ids and instants are text (ISO 8601 UTC, fixed width),
 * booleans 0/1, JSON is text. Row types stay inside `adapters/sql`.
 */
export interface Database {
  /** Single facts about this installation: `current_revision` (the pointer), `shipped_hash`, `session_key`, … */
  meta: { key: string; value: string }
  leases: { name: string; owner: string; token: number; expires_at: string }
  /** Immutable contents; `id` is a hash over entry id and record, so equal contents are stored once. */
  entry_versions: { id: string; entry_id: string; record: string; created_at: string }
  /** Drafts and published revisions; `number` is set when published. */
  revisions: {
    id: string
    number: number | null
    state: 'draft' | 'published' | 'discarded'
    kind: 'import' | 'shipped' | 'rollback'
    base_id: string | null
    label: string
    summary: string
    created_at: string
    published_at: string | null
  }
  revision_entries: {
    revision_id: string
    entry_id: string
    version_id: string
    state: 'current' | 'retired' | 'quarantined'
    layer: 'shipped' | 'local'
  }
  sessions: {
    channel: string
    conversation_id: string
    version: number
    state: string
    updated_at: string
  }
  inbox: {
    id: string
    channel: string
    message_id: string
    conversation_id: string
    body: string
    status: 'received' | 'handled'
    attempts: number
    received_at: string
    handled_at: string | null
  }
  replies: {
    id: string
    channel: string
    conversation_id: string
    inbox_id: string | null
    cards: string
    created_at: string
  }
  asked_questions: {
    id: string
    asked_at: string
    channel: string
    text: string
    folded: string
    outcome: string
    reason: string | null
    entry_id: string | null
    revision: number
  }
  ratings: { question_id: string; is_helpful: number; rated_at: string }
  job_runs: {
    job: string
    slot: string
    owner: string
    state: 'running' | 'done' | 'failed'
    started_at: string
    finished_at: string | null
    detail: string
  }
  schema_migrations: { ordinal: number; name: string; applied_at: string }
}
