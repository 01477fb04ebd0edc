/** What a reader takes before it refuses: files come from many hands. */
export interface ReadLimits {
  /** Bytes of one file, after unpacking. */
  maxFileBytes: number
}

export const DEFAULT_LIMITS: ReadLimits = { maxFileBytes: 500_000_000 }
