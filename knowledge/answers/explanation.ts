import type { Aspect, ValueSlot } from '../entry.ts'
import type { FEATURE } from '../search/weights.ts'
import type { Rule, Sureness } from './rules.ts'

/** Something that ranking measures of a document. */
export type FeatureName = keyof typeof FEATURE

/** Where in an entry a word stands. */
export type FieldName = 'title' | 'keywords' | 'questions' | 'other' | ValueSlot

/** How a question was read, ranked and decided: for people who keep the content and the lexicon. */
export interface Explanation {
  words: readonly ExplainedWord[]
  /** The question as understood, where a word was replaced. */
  corrected: string | null
  rows: readonly ExplainedRow[]
  /** Names of special cases that the question tells, each place with all that it may mean. */
  cases: readonly (readonly string[])[]
  aspects: readonly Aspect[]
  /** The first five, best first. */
  candidates: readonly ExplainedCandidate[]
  decision: ExplainedDecision
}

/** A word of the question and how it was read. */
export interface ExplainedWord {
  /** Folded, chat words written out. */
  word: string
  /** The syllables that may stand there, best first, when these are not just the word. */
  readAs: readonly string[]
  /** How much it says about the procedure, 0–1. */
  weight: number
  isAsking: boolean
}

/** A row of the lexicon of which a phrase stands in the question. */
export interface ExplainedRow {
  /** The words of the question. */
  phrase: string
  means: readonly string[]
  codes: readonly string[]
  /** The words fit several procedures. */
  isOpen: boolean
}

/** An entry that may be meant, with all that speaks for it and against it. */
export interface ExplainedCandidate {
  id: string
  title: string
  /** Probability against the others, 0–1. */
  probability: number
  /** Points of the ranking: the sum of what the features give; null for what the ranking did not find. */
  score: number | null
  /** The features that give something, the most first. */
  features: readonly { name: FeatureName; value: number; weight: number; gives: number }[]
  /** The words and pairs of words of the question that stand in it, those that give most first. */
  terms: readonly ExplainedTerm[]
}

/** A word or pair of words of the question that stands in an entry. */
export interface ExplainedTerm {
  /** One or two folded syllables. */
  term: string
  /** The lexicon added it. */
  isAdded: boolean
  /** BM25 points over all fields, and over title and keywords. */
  all: number
  names: number
  fields: readonly FieldName[]
}

/** What was decided and why. */
export interface ExplainedDecision {
  outcome: 'answer' | 'choose' | 'none'
  rule: Rule
  sureness: Sureness | null
  /** The thresholds by which `sureness` is judged. */
  thresholds: { right: number; first: number; near: number }
}
