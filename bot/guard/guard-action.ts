import { GUARD_KINDS, type GuardKind } from './kinds.ts'

const MARK = 'guard:'

/** What is stored instead of a guarded text; no button sends it and nobody can. */
export const guardAction = (kind: GuardKind): string => `${MARK}${kind}`

/** The kind of a stored message whose text was not kept; null for any other. */
export function guardKindOf(action: string | null): GuardKind | null {
  if (action?.startsWith(MARK) !== true) return null
  return GUARD_KINDS.find((kind) => kind === action.slice(MARK.length)) ?? null
}
