import { foldText } from '../../../core/index.ts'
import type { Term } from '../../../core/index.ts'

/** One case of a processing time: as it is written, and what it counts. */
export interface TermCase {
  label: string
  term: Term
}

/** What the text of a processing time says. */
export interface ReadTerms {
  cases: readonly TermCase[]
  /** After this hour of the day the next working day counts (`15`); null where the text names none. */
  cutOffHour: number | null
  /** What it adds for some (`vùng khó khăn: thêm 10 ngày`), as written. */
  additions: readonly string[]
}

/** Folded forms of what a clause may say. */
const RANGE = /\b(\d{1,3})(?: ?(?:-|–|den) ?(\d{1,3}))? (ngay lam viec|ngay|gio lam viec|gio)\b/
const HALF = /\bnua ngay\b/
const SAME_DAY = /\btrong ngay\b/
const CUT_OFF = /\bsau (\d{1,2}) ?(?:gio|h)\b/
const ADDITION = /\b(?:them|cong)(?: toi da| khoang| it nhat)? \d/
/** Counted from something else than the day of filing, or in months: nothing to compute. */
const OTHER_START = /\b(?:tinh tu|tu khi|tu luc|ke tu|truoc ngay|sau han|thang|hang nam|niem yet)\b/
const HOURS_OF_WORK = 8
const HOURS_OF_DAY = 24
const MOST_CASES = 4
/** Where there are more, what comes after these are the steps of them. */
const FIRST_CASES = 2
/** A longer clause tells more than a case. */
const LONGEST_LABEL = 80

/** Reads a processing time (`3 ngày làm việc; phải xác minh thì tối đa 5 ngày`); null when no case can be counted. */
export function readTerms(text: string): ReadTerms | null {
  const cases: TermCase[] = []
  const additions: string[] = []
  let cutOffHour: number | null = null
  for (const clause of clausesOf(text)) {
    const folded = foldText(clause)
    const cutOff = CUT_OFF.exec(folded)?.[1]
    if (cutOff !== undefined) cutOffHour = Number(cutOff)
    else if (ADDITION.test(folded)) additions.push(clause)
    else {
      const term = OTHER_START.test(folded) ? null : termOf(folded)
      if (term !== null && clause.length <= LONGEST_LABEL) cases.push({ label: clause, term })
      else if (RANGE.test(folded)) {
        if (cases.length === 0) return null
        additions.push(clause)
      }
    }
  }
  if (cases.length === 0) return null
  const kept = cases.length > MOST_CASES ? cases.slice(0, FIRST_CASES) : cases
  return { cases: kept, cutOffHour, additions }
}

/** Sentences and parts of them; at a comma only where both sides say how long. */
function clausesOf(text: string): string[] {
  const clauses = text
    .normalize('NFC')
    .replace(/\([^)]*\)/gu, ' ')
    .split(/[;\n]+|\.(?=\s|$)/u)
    .flatMap((sentence) => {
      const parts = sentence.split(/,(?=\s)/u)
      return parts.every(saysHowLong) ? parts : [sentence]
    })
  return clauses
    .map((clause) => clause.replace(/^[\s-]+|\s+$/gu, '').replace(/\s+/gu, ' '))
    .filter((clause) => clause !== '')
}

const saysHowLong = (clause: string): boolean => {
  const folded = foldText(clause)
  return RANGE.test(folded) || SAME_DAY.test(folded)
}

function termOf(folded: string): Term | null {
  const [, first, second, unit] = RANGE.exec(folded) ?? []
  if (first === undefined || unit === undefined)
    return SAME_DAY.test(folded) ? { kind: 'same-day' } : null
  const min = HALF.test(folded) ? 0 : Number(first)
  const max = Number(second ?? first)
  switch (unit) {
    case 'ngay lam viec':
      return { kind: 'working-days', min, max }
    case 'ngay':
      return { kind: 'days', min, max }
    case 'gio lam viec':
      return { kind: 'working-days', min: 0, max: Math.ceil(max / HOURS_OF_WORK) }
    default:
      return max <= HOURS_OF_WORK
        ? { kind: 'same-day' }
        : { kind: 'days', min: 0, max: Math.ceil(max / HOURS_OF_DAY) }
  }
}
