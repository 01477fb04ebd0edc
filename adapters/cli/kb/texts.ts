import { formatLocalDate, localDateOf } from '../../../core/index.ts'
import {
  shorten,
  type EntryDetail,
  type EntryHeader,
  type ImportReport,
  type QuarantinedRecord,
  type Rejection,
  type Revision,
  type RevisionDiff,
} from '../../../knowledge/index.ts'
import { kbWording as say } from './wording.ts'

/** Lines of one kind before a text says how many more there are. */
const MAX_LINES = 30
const VALUE_LENGTH = 90

/** What an import did, and the command that comes next. */
export function importText(report: ImportReport, isDryRun: boolean): string {
  const { rejected, read, draft, revision } = report
  const isChanged = report.added + report.changed + report.retired + report.removed > 0
  const next =
    read === rejected.length
      ? say.nothingRead
      : draft !== null
        ? say.draftMade(draft)
        : isDryRun && revision === null
          ? say.tried
          : isChanged && revision !== null
            ? say.published(revision)
            : say.nothingChanged(revision)
  return [
    say.counts(report),
    ...(rejected.length > 0 ? [say.rejectedTitle, ...limited(rejected.map(rejectionLine))] : []),
    ...(report.quarantined > 0 ? [say.reviewNext] : []),
    next,
  ].join('\n')
}

const rejectionLine = ({ file, sheet, row, problems }: Rejection): string => {
  const place = [file, sheet, row].filter((part) => part !== null).join(':')
  const reasons = problems.map(({ field, message }) => (field ? `${field}: ${message}` : message))
  return `  ${place}: ${reasons.join('; ')}`
}

export const listText = (entries: readonly EntryHeader[]): string =>
  [...entries.map(headerLine), say.listed(entries.length)].join('\n')

const headerLine = ({ id, title, state }: EntryHeader): string =>
  [`  ${id}`, shorten(title, VALUE_LENGTH), say.entryStates[state]].filter(Boolean).join('  ')

/** Every field of an entry as it is stored. */
export function detailText(detail: EntryDetail): string {
  const fields = Object.entries(detail.record).map(([key, value]) =>
    typeof value === 'string' ? `${key}: ${value}` : `${key}: ${JSON.stringify(value, null, 2)}`,
  )
  return [headerLine(detail).trim(), ...fields].join('\n')
}

export function diffText(diff: RevisionDiff): string {
  const blocks = (['added', 'changed', 'removed', 'retired', 'quarantined'] as const)
    .filter((part) => diff[part].length > 0)
    .map((part) => {
      const lines = part === 'changed' ? diff.changed.map(changeLines) : diff[part].map(headerLine)
      return [`${say.parts[part]} (${diff[part].length}):`, ...limited(lines)].join('\n')
    })
  return blocks.length === 0 ? say.noDifference : blocks.join('\n\n')
}

const changeLines = (entry: RevisionDiff['changed'][number]): string =>
  [
    headerLine(entry),
    ...entry.fields.map(
      ({ field, before, after }) => `      ${field}: ${inShort(before)} → ${inShort(after)}`,
    ),
  ].join('\n')

const inShort = (value: unknown): string =>
  value === null
    ? say.empty
    : shorten(typeof value === 'string' ? value : JSON.stringify(value), VALUE_LENGTH)

/** One line a revision: number or draft id, day, state, label. */
export const historyText = (revisions: readonly Revision[], current: number): string =>
  revisions
    .map(({ id, number, state, label, createdAt, publishedAt }) =>
      [
        number === null ? id : `#${number}`,
        formatLocalDate(localDateOf(new Date(publishedAt ?? createdAt))),
        number !== null && number === current ? say.current : say.states[state],
        label,
      ].join('  '),
    )
    .join('\n')

export const quarantineText = (records: readonly QuarantinedRecord[]): string =>
  records.length === 0
    ? say.noneWaiting
    : [
        ...records.map(
          ({ id, title, reason }) => `  ${id}  ${shorten(title, VALUE_LENGTH)}\n      ${reason}`,
        ),
        say.waitingNext,
      ].join('\n')

function limited(lines: readonly string[]): string[] {
  const more = lines.length - MAX_LINES
  return more > 0 ? [...lines.slice(0, MAX_LINES), `  ${say.more(more)}`] : [...lines]
}
