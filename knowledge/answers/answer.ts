import type { LocalDate } from '../../core/index.ts'
import type { Aspect, Entry } from '../entry.ts'
import type { AskedWord } from '../search/analyse-question.ts'
import type { Explanation } from './explanation.ts'

/** An entry that may be meant; `score` is the probability (0–1) that it is the right one. */
export interface Candidate {
  entry: Entry
  score: number
}

/** Why there is no answer. */
export type NoAnswerReason =
  /** nothing to search for: empty, only emoji, only greetings or punctuation */
  | 'empty'
  /** nothing near enough */
  | 'not_found'
  /** a procedure that we know by name but hold no entry of; see `subject` */
  | 'not_held'
  /** only the commune itself knows it: days of payment, lists, names, times; see `subject` */
  | 'no_local_data'
  /** about penalties, crimes, courts, weather … : not what we are for */
  | 'out_of_scope'
  /** written in another language */
  | 'foreign_language'

/**
 * What knowledge says to a question. `candidates` holds at most 10, best first, on every outcome.
 * `replacedCode` is the old code that was asked for when `entry` is what replaced it.
 * `understood` is the question as it was read, where a word of it was put right.
 */
export type Answer =
  | {
      outcome: 'answer'
      entry: Entry
      aspects: readonly Aspect[]
      candidates: readonly Candidate[]
      replacedCode: string | null
      understood?: string
    }
  | {
      outcome: 'choose'
      /** 2–5, best first; of words that fit several procedures in the order of the lexicon. */
      choices: readonly Candidate[]
      /** The choices are wishes of one message, in the asker's order. */
      areWishes?: true
      aspects: readonly Aspect[]
      candidates: readonly Candidate[]
      understood?: string
    }
  | {
      outcome: 'none'
      reason: NoAnswerReason
      /** With `not_held` the official name of what was asked for and its code; with `no_local_data` what is asked. */
      subject?: { name: string; code: string | null }
      aspects: readonly Aspect[]
      candidates: readonly Candidate[]
    }

/** What the asker's surroundings add to a question. */
export interface AskContext {
  /** Today in Viet Nam: repealed and expired entries are filtered by it. */
  day: LocalDate
}

/** The knowledge of one revision, ready to be asked; pure and synchronous. */
export interface Knowledge {
  /** The revision it was built from; 0 for an index built from a file. */
  readonly revision: number
  ask(question: string, context: AskContext): Answer
  /** How `ask` came to what it says: what was read, what speaks for the candidates, which rule decided. */
  explain(question: string, context: AskContext): Explanation
  /** The aspects that a text asks for, in order of appearance; used for follow-ups too. */
  aspectsOf(text: string): readonly Aspect[]
  /** The words of a text, chat words written out, and which of them ask for an aspect. */
  wordsOf(text: string): readonly AskedWord[]
  /** By id, code, or a code that it replaced. */
  find(idOrCode: string): Entry | null
  entries(): readonly Entry[]
}

/** Where the running program gets the current knowledge; swaps when a new revision is published. */
export interface KnowledgeSource {
  /** @throws Failure `wait` while the first index is still being loaded */
  current(): Knowledge
  /** Resolves when there is knowledge to ask. */
  loaded(): Promise<void>
}
