import { Failure } from '../../core/index.ts'
import { EXACT_TEXT_KEYS } from '../../knowledge/index.ts'
import { wording } from './wording.ts'

/**
 * Parses JSON; bare numbers under identifier keys come back as they are written, so that the code
 * 1.004870 keeps its last zero.
 * @throws Failure `input` when the text is no JSON
 */
export function parseExactJson(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new Failure('input', wording.badJson(placeOf(cause)), { cause })
  }
  if (!hasExactNumber(value, false)) return value
  return overlay(value, JSON.parse(text, sourceOfNumber), false)
}

/** Gives every number as its source text (JSON.parse source text access). */
function sourceOfNumber(
  this: unknown,
  _key: string,
  value: unknown,
  context?: { source?: string },
): unknown {
  return typeof value === 'number' ? (context?.source ?? value) : value
}

function hasExactNumber(value: unknown, isExact: boolean): boolean {
  if (typeof value === 'number') return isExact
  if (Array.isArray(value)) return value.some((item) => hasExactNumber(item, isExact))
  if (value === null || typeof value !== 'object') return false
  return Object.entries(value).some(([key, item]) => hasExactNumber(item, EXACT_TEXT_KEYS.has(key)))
}

/** `value` with the numbers under identifier keys taken from `source`, which has the same shape. */
function overlay(value: unknown, source: unknown, isExact: boolean): unknown {
  if (typeof value === 'number') return isExact ? source : value
  if (Array.isArray(value)) {
    return value.map((item, at) => overlay(item, (source as unknown[])[at], isExact))
  }
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      overlay(item, (source as Record<string, unknown>)[key], EXACT_TEXT_KEYS.has(key)),
    ]),
  )
}

/** Where the parser stopped, for people; the engine says it only in its message. */
function placeOf(error: unknown): string {
  const [, column] = /column (\d+)/.exec(String(error)) ?? []
  return column === undefined ? '' : wording.atColumn(column)
}
