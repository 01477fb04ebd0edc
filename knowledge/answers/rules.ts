/** Which rule made the decision, in the order in which they are tried. */
export type Rule =
  /** a code is written in the question */
  | 'code'
  /** an entry keeps this question word for word; its words stand in a phrase written for an entry */
  | 'written'
  | 'phrase'
  | 'nothing_asked'
  | 'local_data'
  | 'punishment'
  | 'foreign'
  | 'no_candidate'
  | 'no_content'
  | 'not_held'
  /** words that fit several procedures, and no other word decides */
  | 'open_words'
  /** the lexicon reads all that is said as one entry */
  | 'only_meaning'
  /** sure enough; near enough to offer a choice; too far */
  | 'sure'
  | 'near'
  | 'far'
  /** several wishes in one question */
  | 'wishes'

/** Probabilities (0–1) by which the last rules decide, and what else they ask. */
export interface Sureness {
  /** That the first place is right. */
  right: number
  /** How likely that must be for an answer: more for entries whose question lines say how people ask. */
  needed: number
  /** That the right one is among the first four. */
  near: number
  /** Share of the first candidate among all. */
  first: number
  /** The first one's name is said, or nothing rare is said that it lacks. */
  isAbout: boolean
}
