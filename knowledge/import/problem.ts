import type { SourcePlace } from './source.ts'

/** One thing wrong with a record; `field` is a key, or a path such as `values.fee.0.valid_to`. */
export interface Problem {
  field: string | null
  /** Vietnamese; says what is expected. */
  message: string
}

/** A record that was not accepted, and everything that is wrong with it; the first problem on top. */
export interface Rejection extends SourcePlace {
  field: string | null
  message: string
  problems: readonly Problem[]
}

/** The rejection of the record at `place`; `row` of a problem inside a document is more exact. */
export function rejectionOf(place: SourcePlace, problems: readonly Problem[]): Rejection {
  const { field, message } = problems[0] ?? { field: null, message: '' }
  return { file: place.file, sheet: place.sheet, row: place.row, field, message, problems }
}
