import type { TopicAt } from './number-topic.ts'

/**
 * Numbers that say nothing about a person, in folded text:
 * dossier codes (`H33.05.20-261110-0012`), procedure codes (`2.000635.01`, `1.001193.H33`),
 * document numbers (`66.7/2025/NQ-CP`) and dates.
 */
const PUBLIC_NUMBERS = [
  /(?<!\d)(?:[a-z]\d{2}(?:\.\d{2,3}){0,4}|\d{3}(?:\.\d{2,3}){1,3}\.[a-z]\d{2})-\d{6}-\d{4,6}(?!\d)/g,
  /(?<![\d.])[1-3]\.\d{6}(?:\.\d{2,3})*(?:\.[a-z]\d{2})?(?!\d)/g,
  /(?<![\d.])\d{1,5}(?:\.\d{1,2})?(?:\/\d{4})?\/[a-z]{1,6}\d{0,2}(?:-[a-z]{1,8})*/g,
  /(?<![\d.-])(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?![.-]?\d)/g,
  /(?<![\d.-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/g,
]

const UNIT =
  '(?:dong|vnd|d|trieu|tr|ty|nghin|ngan|usd)(?![a-z])(?! (?:y|nai|thap|thoi|chi|hoi)(?![a-z]))'
const HAS_UNIT = new RegExp(`^ ?${UNIT}`)
const GROUPED_AMOUNT = /(?<![\d.,])[1-9]\d{0,2}(?:[.,]\d{3})+(?![.,]?\d)/g
const SPACED_AMOUNT = /(?<!\d[.,-]?)(?<!\d-? )[1-9]\d{0,2}(?: \d{3})+(?![.,]?\d)(?! \d)/g
const BARE_AMOUNT = /(?<!\d[.,-]?)(?<!\d-? )[1-9]\d{3,13}(?![.,-]?\d)/g

/** The same text with public numbers and amounts of money made unreadable, lengths unchanged. */
export function hideKnownNumbers(folded: string, topicAt: TopicAt): string {
  const codesHidden = PUBLIC_NUMBERS.reduce((text, pattern) => text.replace(pattern, blank), folded)
  return [GROUPED_AMOUNT, SPACED_AMOUNT, BARE_AMOUNT].reduce(
    (text, pattern) => hideAmounts(text, pattern, topicAt),
    codesHidden,
  )
}

const blank = (match: string): string => '\u0001'.repeat(match.length)

const hideAmounts = (text: string, pattern: RegExp, topicAt: TopicAt): string =>
  text.replace(pattern, (match: string, start: number) =>
    isAmount(match, start, text, topicAt) ? blank(match) : match,
  )

/**
 * Money has its unit, or ends in zeros, or follows a word for money;
 * from nine digits on never after a word for an identity.
 */
function isAmount(match: string, start: number, text: string, topicAt: TopicAt): boolean {
  const isGrouped = /[., ]/.test(match)
  if (isGrouped && match.length <= 9 && match.endsWith('000')) return true
  const hasUnit = HAS_UNIT.test(text.slice(start + match.length, start + match.length + 14))
  if (isGrouped && match.length <= 9 && hasUnit) return true
  const topic = topicAt(start)
  if (topic !== null && topic !== 'money') return false
  if (hasUnit) return true
  return isGrouped ? match.endsWith('000') || topic === 'money' : match.endsWith('0000')
}
