/**
 * Why something failed, decided where it happened and never from a message text:
 * - `input`: what was asked cannot be done as asked (bad file, bad usage, unknown id)
 * - `conflict`: somebody else changed it meanwhile; look again and repeat
 * - `refused`: the other side said no for good
 * - `unreachable`: the other side did not answer; try again later
 * - `wait`: try again after `retryAfterMs`
 * - `ours`: our own code or machine broke
 */
export type FailureKind = 'input' | 'conflict' | 'refused' | 'unreachable' | 'wait' | 'ours'

export interface FailureOptions {
  cause?: unknown
  retryAfterMs?: number
}

/** The error of this program: a kind to branch on and a Vietnamese message that says what to do. */
export class Failure extends Error {
  readonly kind: FailureKind
  readonly retryAfterMs: number | undefined

  constructor(kind: FailureKind, message: string, options: FailureOptions = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause })
    this.name = 'Failure'
    this.kind = kind
    this.retryAfterMs = options.retryAfterMs
  }
}

/** Whatever was thrown, as an Error. */
export const toError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown))
