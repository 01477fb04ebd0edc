import { MASK_LABELS } from '../wording.ts'
import { hideKnownNumbers } from './known-numbers.ts'
import { foldKeepingLength } from './fold-length.ts'
import { secretSpans } from './mask-secrets.ts'
import { createTopicAt } from './number-topic.ts'
import type { NumberTopic, TopicAt } from './number-topic.ts'

type MaskKind = keyof typeof MASK_LABELS

interface Span {
  start: number
  end: number
  kind: MaskKind
}

/** Digits written together, with where they stand. */
interface Group {
  start: number
  end: number
  digits: string
}

/** The folded text with public numbers hidden, and what its words say about the numbers. */
interface Context {
  text: string
  topicAt: TopicAt
}

/** How many groups belong together; `kind` is null for a hotline, to be passed over. */
interface Found {
  count: number
  kind: MaskKind | null
}

/** What people put between the digits of one number: spaces, dots, dashes, brackets, invisible characters. */
const DIGIT_RUN = /\d(?:[ \t\u00a0.\-_\u00b7\u2010-\u2015\u200b-\u200d\u2060\ufeff()]{0,3}\d)*/g

/** As long as a personal number can be when its digits are written in groups (cards have up to 19). */
const LONGEST = 19

/**
 * Replaces numbers that identify a person — căn cước (12 digits), chứng minh (9), phone, tax, insurance,
 * passport, account and card numbers, e-mail addresses — and one-time codes and passwords by a Vietnamese label,
 * before a text is stored or logged.
 * Procedure codes, document numbers, dates, money, hotlines and dossier codes stay. Takes linear time.
 * @returns composed Unicode (NFC)
 */
export function maskPersonalNumbers(text: string): string {
  const source = text.normalize('NFC')
  const folded = foldKeepingLength(source)
  const secrets = secretSpans(folded)
  if (secrets.length === 0 && !/[@\p{Nd}]/u.test(source)) return source
  const emails = emailSpans(folded)
  const topicAt = createTopicAt(folded)
  const visible = hideKnownNumbers(hide(folded, emails), topicAt)
  const spans: Span[] = [...secrets, ...emails]
  for (const run of visible.matchAll(DIGIT_RUN)) {
    if (run[0].length >= 7)
      spans.push(...personalSpans(groupsOf(run[0], run.index), { text: visible, topicAt }))
  }
  return replaceSpans(source, spans)
}

/** True when `text` holds a label that `maskPersonalNumbers` put there. */
export const hasMaskedNumber = (text: string): boolean =>
  Object.values(MASK_LABELS).some((label) => text.includes(label))

/** True when one of the labels stands for a one-time code or a password. */
export const hasMaskedSecret = (text: string): boolean =>
  [MASK_LABELS.otp, MASK_LABELS.password].some((label) => text.includes(label))

/** The text without the labels of masked numbers: what a search should see. */
export const withoutMaskLabels = (text: string): string =>
  Object.values(MASK_LABELS)
    .reduce((rest, label) => rest.replaceAll(label, ' '), text)
    .replace(/\s+/gu, ' ')
    .trim()

/** The text with the spans made unreadable, lengths unchanged. */
function hide(text: string, spans: readonly Span[]): string {
  let hidden = ''
  let done = 0
  for (const { start, end } of spans) {
    hidden += text.slice(done, start) + '\u0001'.repeat(end - start)
    done = end
  }
  return hidden + text.slice(done)
}

function replaceSpans(source: string, spans: Span[]): string {
  let masked = ''
  let done = 0
  for (const { start, end, kind } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start < done) {
      // two kinds that overlap: what either covers is gone
      done = Math.max(done, end)
      continue
    }
    masked += source.slice(done, start) + MASK_LABELS[kind]
    done = end
  }
  return masked + source.slice(done)
}

const HOST =
  / ?(?:(?:[a-z0-9-]{1,63}(?:\.| \. )){1,4}[a-z]{2,10}|gmail|yahoo|outlook|hotmail|icloud)(?![a-z])/y

/** Addresses found from their `@` outwards: a pattern for the whole would take quadratic time on long words. */
function emailSpans(text: string): Span[] {
  const spans: Span[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = text[at - 1] === ' ' ? at - 1 : at
    const nameEnd = start
    while (start > 0 && nameEnd - start < 64 && /[a-z0-9._%+-]/.test(text[start - 1] ?? ''))
      start -= 1
    if (start === nameEnd || start < (spans.at(-1)?.end ?? 0)) continue
    HOST.lastIndex = at + 1
    if (HOST.test(text)) spans.push({ start, end: HOST.lastIndex, kind: 'email' })
  }
  return spans
}

const groupsOf = (run: string, offset: number): Group[] =>
  [...run.matchAll(/\d+/g)].map((match) => ({
    start: offset + match.index,
    end: offset + match.index + match[0].length,
    digits: match[0],
  }))

/** Walks over the groups of one run and takes, at each place, the longest personal number that starts there. */
function personalSpans(groups: readonly Group[], context: Context): Span[] {
  const spans: Span[] = []
  for (let i = 0; i < groups.length;) {
    const found = numberAt(groups, i, context)
    if (found?.kind) {
      const first = groups[i]
      const last = groups[i + found.count - 1]
      if (first && last) {
        const start = lettersStart(first.start, found.kind, context.text)
        spans.push({ start, end: last.end, kind: found.kind })
      }
    }
    i += found?.count ?? 1
  }
  return spans
}

/** What starts at group `i`: a personal number, a hotline to pass over (`kind: null`), or nothing. */
function numberAt(groups: readonly Group[], i: number, { text, topicAt }: Context): Found | null {
  const first = groups[i]
  if (!first) return null
  const topic = topicAt(first.start)
  if (first.digits.length >= 9) {
    const kind = singleKind(first, topic, text)
    const next = groups[i + 1]
    const hasBranch =
      first.digits.length === 10 &&
      next?.digits.length === 3 &&
      text.slice(first.end, next.start).includes('-')
    return { count: hasBranch ? 2 : 1, kind: hasBranch && kind !== null ? 'tax' : kind }
  }
  const next = groups[i + 1]
  if (/^(?:\d?0?84|0)$/.test(first.digits) && next && /^0?[235789]\d{8,9}$/.test(next.digits)) {
    return { count: 2, kind: 'phone' }
  }
  if (isPassport(first, text)) return { count: 1, kind: 'passport' }
  let best: Found | null = null
  let digits = ''
  for (let j = i; j < groups.length; j += 1) {
    const group = groups[j]
    if (!group || group.digits.length > 8 || digits.length + group.digits.length > LONGEST) break
    digits += group.digits
    if (digits.length < 8) continue
    const taken = groups.slice(i, j + 1)
    const isPublic = isHotline(digits, first, topic)
    const kind = isPublic ? null : groupedKind(digits, taken, topic, text)
    if (isPublic || kind) best = { count: taken.length, kind }
  }
  return best
}

/** Nine digits or more without a gap are personal, unless they are a hotline. */
function singleKind(group: Group, topic: NumberTopic | null, text: string): MaskKind | null {
  const { digits } = group
  if (digits.length === 10 && isHotline(digits, group, topic)) return null
  if (digits.length === 13 && hasCardLetters(group.start, text)) return 'healthCard'
  return kindByTopic(digits, topic) ?? kindByShape(digits)
}

/** Call centres have 1800 or 1900 and four or six digits more; a tax number may begin like that, too. */
function isHotline(digits: string, first: Group, topic: NumberTopic | null): boolean {
  if (topic !== null && topic !== 'hotline' && topic !== 'phone' && topic !== 'money') return false
  if (!/^1[89]00(?:\d{4}|\d{6})$/.test(digits)) return false
  return (
    digits.length === 8 || first.digits.length === 4 || topic === 'hotline' || topic === 'phone'
  )
}

const PHONE = /^(?:0[35789]\d{8}|02\d{8,9}|01[2689]\d{8}|(?:00)?84(?:0?[35789]\d{8}|0?2\d{8,9}))$/

function kindByShape(digits: string): MaskKind {
  if (PHONE.test(digits)) return 'phone'
  if (digits.length === 12 && digits.startsWith('0')) return 'identity'
  if (digits.length === 9) return 'oldIdentity'
  if (digits.length === 10 || digits.length === 13) return 'tax'
  return digits.length <= 19 ? 'account' : 'number'
}

function kindByTopic(digits: string, topic: NumberTopic | null): MaskKind | null {
  if (topic === 'identity') return digits.length === 9 ? 'oldIdentity' : 'identity'
  if (topic === 'phone' || topic === 'tax' || topic === 'insurance' || topic === 'account')
    return topic
  return null
}

/** A number in groups needs more than its length: the shape of a known kind, or the word before it. */
function groupedKind(
  digits: string,
  groups: readonly Group[],
  topic: NumberTopic | null,
  text: string,
): MaskKind | null {
  const count = digits.length
  const first = groups[0]
  if (!first || (count < 9 && topic !== 'account') || areCommonNumbers(groups)) return null
  if (PHONE.test(digits)) return 'phone'
  if (count === 12 && digits.startsWith('0')) return 'identity'
  if (count === 13 && hasCardLetters(first.start, text)) return 'healthCard'
  if (fitsTopic(digits, topic) && isEvenlyWritten(groups, text)) return kindByTopic(digits, topic)
  if (groups.every((group) => group.digits.length === 1)) return kindByShape(digits)
  return looksGrouped(digits, groups) && isEvenlyWritten(groups, text) ? kindByShape(digits) : null
}

/** How many digits the kinds have that a word before them can announce; phones are known by their shape. */
function fitsTopic(digits: string, topic: NumberTopic | null): boolean {
  const count = digits.length
  if (topic === 'identity') return count === 9 || count === 12
  if (topic === 'tax') return count === 10 || count === 13
  if (topic === 'insurance') return count === 10 || count === 13 || count === 15
  return topic === 'account' && count >= 8 && !digits.endsWith('000')
}

/** Years, emergency numbers and 1022 one after the other are no personal number. */
const areCommonNumbers = (groups: readonly Group[]): boolean =>
  groups.length > 1 &&
  groups.every((group) => /^(?:(?:19|20)\d\d|11[1-5]|1022)$/.test(group.digits))

const isEvenlyWritten = (groups: readonly Group[], text: string): boolean =>
  new Set(groups.slice(1).map((group, i) => text.slice(groups[i]?.end, group.start))).size <= 1

function looksGrouped(digits: string, groups: readonly Group[]): boolean {
  const hasSize = (test: (size: number) => boolean): boolean =>
    groups.every((group) => test(group.digits.length))
  const firstSize = groups[0]?.digits.length ?? 0
  if (digits.length >= 14) {
    return firstSize >= 4 && groups.slice(0, -1).every((group) => group.digits.length >= 3)
  }
  const isShaped =
    (digits.length === 9 && hasSize((size) => size === 3)) ||
    (digits.length === 10 && groups.length <= 4 && hasSize((size) => size >= 2)) ||
    (digits.length === 12 && hasSize((size) => size === firstSize)) ||
    (digits.length === 13 && groups.length === 3 && groups[2]?.digits.length === 3)
  return isShaped && !groups.some((group) => /^(?:19|20)\d\d$/.test(group.digits))
}

/** The two letters that begin a health insurance card, such as `GD`, standing alone before the digits. */
const hasCardLetters = (start: number, text: string): boolean =>
  /(?:^|[^a-z])[a-z]{2} ?$/.test(text.slice(Math.max(0, start - 4), start))

const isPassport = (group: Group, text: string): boolean =>
  /^\d{7,8}$/.test(group.digits) &&
  /(?:^|[^a-z0-9])[bcekp]$/.test(text.slice(Math.max(0, group.start - 2), group.start)) &&
  !/[a-z0-9]/.test(text[group.end] ?? '')

function lettersStart(start: number, kind: MaskKind, text: string): number {
  if (kind === 'passport') return start - 1
  if (kind !== 'healthCard') return start
  return text[start - 1] === ' ' ? start - 3 : start - 2
}
