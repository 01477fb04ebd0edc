import { createNewId, systemClock, systemRandom, type NewId } from '../../core/index.ts'
import {
  createRevisionService,
  type RevisionService,
  type RevisionStore,
  type SourceItem,
} from '../../knowledge/index.ts'
import { createRevisionStore, type SqlDatabase } from '../../adapters/sql/index.ts'

/** Raw records as if read from one file, row by row. */
export async function* itemsOf(
  records: readonly unknown[],
  file = 'records.jsonl',
): AsyncGenerator<SourceItem> {
  for (const [at, raw] of records.entries()) yield { file, sheet: null, row: at + 1, raw }
}

/** A small procedure with a code made of `number`; `more` is laid over it. */
export const procedure = (number: number, more: Readonly<Record<string, unknown>> = {}) => ({
  code: `1.${String(number).padStart(6, '0')}`,
  name: `Đăng ký việc thử nghiệm số ${number}`,
  field: 'Hộ tịch',
  level: 'Cấp Xã',
  steps: `Bước 1: nộp hồ sơ ${number}`,
  methods: [{ channel: 'Trực tiếp', duration: '3 Ngày làm việc', fee: 'Miễn phí', note: '' }],
  decision: '163/QĐ-BTP',
  ...more,
})

export const newId: NewId = createNewId(systemClock, systemRandom)

/** The service over a real store. */
export function serviceOn(database: SqlDatabase): {
  store: RevisionStore
  revisions: RevisionService
} {
  const store = createRevisionStore(database)
  return { store, revisions: createRevisionService({ store, clock: systemClock, newId }) }
}

const ROUND_SIZE = 900

/** Records that all differ from those of any other round, some of them with the round in their code. */
export const roundOf = (round: number): ReturnType<typeof procedure>[] =>
  Array.from({ length: ROUND_SIZE }, (_, at) =>
    procedure(at < ROUND_SIZE - 20 ? at + 1 : 10_000 + round * 100 + at, {
      steps: `Vòng ${round}:${' bước'.repeat(40)}`,
    }),
  )
