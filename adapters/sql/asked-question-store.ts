import type { AskedQuestionStore } from '../../desk/index.ts'
import type { SqlDatabase } from './database.ts'

export function createAskedQuestionStore({ db, transact }: SqlDatabase): AskedQuestionStore {
  return {
    async add(question) {
      await db()
        .insertInto('asked_questions')
        .values({
          id: question.id,
          asked_at: question.askedAt,
          channel: question.channel,
          text: question.text,
          folded: question.folded,
          outcome: question.outcome,
          reason: question.reason,
          entry_id: question.entryId,
          revision: question.revision,
        })
        .execute()
    },
    rate: (questionId, isHelpful, at) =>
      transact(async () => {
        const known = await db()
          .selectFrom('asked_questions')
          .select('id')
          .where('id', '=', questionId)
          .executeTakeFirst()
        if (!known) return false
        const rating = { is_helpful: isHelpful ? 1 : 0, rated_at: at }
        await db()
          .insertInto('ratings')
          .values({ question_id: questionId, ...rating })
          .onConflict((conflict) => conflict.column('question_id').doUpdateSet(rating))
          .execute()
        return true
      }),
    async missed(limit) {
      const rows = await db()
        .selectFrom((e) =>
          e
            .selectFrom('asked_questions as asked')
            .leftJoin('ratings', (join) =>
              join.onRef('ratings.question_id', '=', 'asked.id').on('ratings.is_helpful', '=', 0),
            )
            .select((f) => [
              f.fn.count<number>('asked.id').as('count'),
              f.fn.count<number>('ratings.question_id').as('unhelpful'),
              f.fn.min('asked.asked_at').as('first_at'),
              f.fn.max('asked.asked_at').as('last_at'),
              // Ids sort by time: the greatest is the newest, whose wording stands for all.
              f.fn.max('asked.id').as('newest_id'),
            ])
            .where((f) =>
              f.or([f('asked.outcome', '=', 'none'), f('ratings.question_id', 'is not', null)]),
            )
            .groupBy('asked.folded')
            .as('groups'),
        )
        .innerJoin('asked_questions as newest', 'newest.id', 'groups.newest_id')
        .select([
          'newest.text',
          'newest.reason',
          'newest.entry_id',
          'count',
          'unhelpful',
          'first_at',
          'last_at',
        ])
        .orderBy('count', 'desc')
        .orderBy('last_at', 'desc')
        .orderBy('newest_id')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        text: row.text,
        count: row.count,
        unhelpful: row.unhelpful,
        entryId: row.entry_id,
        firstAt: row.first_at,
        lastAt: row.last_at,
        reason: row.reason,
      }))
    },
    async ratings(limit) {
      const rows = await db()
        .selectFrom('ratings')
        .innerJoin('asked_questions', 'asked_questions.id', 'ratings.question_id')
        .where('asked_questions.entry_id', 'is not', null)
        .groupBy('asked_questions.entry_id')
        .select((e) => [
          e.ref('asked_questions.entry_id').$notNull().as('entry_id'),
          e.fn.sum<number>('ratings.is_helpful').as('helpful'),
          e(e.fn.countAll<number>(), '-', e.fn.sum<number>('ratings.is_helpful')).as('unhelpful'),
        ])
        .orderBy('unhelpful', 'desc')
        .orderBy('helpful')
        .orderBy('entry_id')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        entryId: row.entry_id,
        helpful: row.helpful,
        unhelpful: row.unhelpful,
      }))
    },
    async deleteBefore(before, limit) {
      const { numDeletedRows } = await db()
        .deleteFrom('asked_questions')
        .where('id', 'in', (e) =>
          e
            .selectFrom('asked_questions as old')
            .select('old.id')
            .where('old.asked_at', '<', before)
            .orderBy('old.asked_at')
            .limit(limit),
        )
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}
