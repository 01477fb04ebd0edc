import type { Selectable } from 'kysely'
import type { JobRun, JobRunStore } from '../../jobs/index.ts'
import type { SqlDatabase } from './database.ts'
import type { Database } from './schema.ts'

const toJobRun = (row: Selectable<Database['job_runs']>): JobRun => ({
  job: row.job,
  slot: row.slot,
  owner: row.owner,
  state: row.state,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  detail: row.detail,
})

export function createJobRunStore({ db }: SqlDatabase): JobRunStore {
  return {
    async claim(run) {
      const { numInsertedOrUpdatedRows } = await db()
        .insertInto('job_runs')
        .values({
          job: run.job,
          slot: run.slot,
          owner: run.owner,
          state: 'running',
          started_at: run.startedAt,
          finished_at: null,
          detail: '',
        })
        .onConflict((conflict) => conflict.columns(['job', 'slot']).doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
    async finish(run, result) {
      await db()
        .updateTable('job_runs')
        .set({ state: result.state, finished_at: result.finishedAt, detail: result.detail })
        .where('job', '=', run.job)
        .where('slot', '=', run.slot)
        .where('owner', '=', run.owner)
        .execute()
    },
    async last(job) {
      const row = await db()
        .selectFrom('job_runs')
        .selectAll()
        .where('job', '=', job)
        .orderBy('slot', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row ? toJobRun(row) : null
    },
    async deleteBefore(before) {
      const { numDeletedRows } = await db()
        .deleteFrom('job_runs')
        .where('slot', '<', before)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
    async deleteAfter(after) {
      const { numDeletedRows } = await db()
        .deleteFrom('job_runs')
        .where('slot', '>', after)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}
