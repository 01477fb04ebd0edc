import type { LocalDate } from '../../core/index.ts'
import type { Entry } from '../entry.ts'
import type { Search } from '../search/search.ts'
import type { Answer } from './answer.ts'
import type { Rule, Sureness } from './rules.ts'

/** What the decision needs besides the question. */
export interface DecideContext {
  search: Search
  entryAt(doc: number): Entry | undefined
  find(idOrCode: string): Entry | null
  /** The entry that has just this question written down. */
  written: Entry | null
  day: LocalDate
}

/** An answer with the rule that made it. */
export interface Decision {
  answer: Answer
  rule: Rule
  /** Null when a rule before them decided. */
  sureness: Sureness | null
}
