import { Failure } from '../../core/index.ts'
import type { FailureKind } from '../../core/index.ts'
import { wording } from './wording.ts'

type Known = readonly [FailureKind, (place: string) => string]

/** What each code of SQLite, PostgreSQL and the operating system means for us; codes not listed are bugs. */
const KNOWN: Readonly<Record<string, Known>> = {
  SQLITE_BUSY: ['wait', wording.busy],
  SQLITE_LOCKED: ['wait', wording.busy],
  SQLITE_READONLY: ['ours', wording.readOnly],
  SQLITE_PERM: ['ours', wording.readOnly],
  SQLITE_CANTOPEN: ['ours', wording.cannotOpen],
  SQLITE_NOTADB: ['ours', wording.notADatabase],
  SQLITE_CORRUPT: ['ours', wording.corrupt],
  SQLITE_FULL: ['ours', wording.diskFull],
  SQLITE_IOERR: ['ours', wording.diskError],

  EACCES: ['ours', wording.readOnly],
  EPERM: ['ours', wording.readOnly],
  EROFS: ['ours', wording.readOnly],
  ENOTDIR: ['ours', wording.cannotOpen],
  EEXIST: ['ours', wording.cannotOpen],
  EISDIR: ['ours', wording.cannotOpen],
  ENOENT: ['ours', wording.cannotOpen],
  ENOSPC: ['ours', wording.diskFull],
  EDQUOT: ['ours', wording.diskFull],
  EIO: ['ours', wording.diskError],

  ECONNREFUSED: ['unreachable', wording.unreachable],
  ECONNRESET: ['unreachable', wording.unreachable],
  EPIPE: ['unreachable', wording.unreachable],
  ENOTFOUND: ['unreachable', wording.unreachable],
  EAI_AGAIN: ['unreachable', wording.unreachable],
  ETIMEDOUT: ['unreachable', wording.unreachable],
  EHOSTUNREACH: ['unreachable', wording.unreachable],
  ENETUNREACH: ['unreachable', wording.unreachable],
  ERR_INVALID_URL: ['refused', wording.wrongUrl],

  // https://www.postgresql.org/docs/18/errcodes-appendix.html
  '08000': ['unreachable', wording.unreachable],
  '08003': ['unreachable', wording.unreachable],
  '08006': ['unreachable', wording.unreachable],
  '57P01': ['unreachable', wording.unreachable],
  '57P02': ['unreachable', wording.unreachable],
  '57P03': ['unreachable', wording.unreachable],
  '28000': ['refused', wording.wrongPassword],
  '28P01': ['refused', wording.wrongPassword],
  '3D000': ['refused', wording.noSuchDatabase],
  '42501': ['refused', wording.forbidden],
  '25006': ['refused', wording.forbidden],
  '53300': ['unreachable', wording.tooManyConnections],
  '53100': ['ours', wording.diskFull],
  '40001': ['conflict', wording.conflict],
  '40P01': ['conflict', wording.conflict],
}

const RETRY_AFTER_MS = 2_000

/** SQLite's extended codes (`SQLITE_IOERR_FSYNC`) mean what their first two words mean. */
const primaryCode = (code: string): string =>
  code.startsWith('SQLITE_') ? code.split('_', 2).join('_') : code

/** The driver's or system's code of an error; '' when it has none. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return typeof code === 'string' ? primaryCode(code) : ''
}

/**
 * What a driver or the file system threw, as a `Failure` that says what to do about `place`;
 * anything that only a bug explains (a broken constraint, wrong SQL) comes back unchanged.
 */
export function toFailure(error: unknown, place: string): unknown {
  if (error instanceof Failure) return error
  const known = KNOWN[codeOf(error)]
  if (!known) return error
  const [kind, say] = known
  return new Failure(kind, say(place), {
    cause: error,
    ...(kind === 'wait' ? { retryAfterMs: RETRY_AFTER_MS } : {}),
  })
}

/** True when the whole transaction was undone because another one came in between: repeating it is safe. */
export const isTransactionConflict = (error: unknown): boolean =>
  error instanceof Failure && error.kind === 'conflict' && KNOWN[codeOf(error.cause)] !== undefined

/** True for what the operating system answered: no such file, no permission, no space. */
export const isSystemError = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error
