/** A word that no document has weighs as much as a rare one. */
export const UNKNOWN_IDF = 6

/**
 * From this inverse document frequency on a word is rare: it says more than others what a question is about,
 * and may itself be a slip of the keyboard (`cos`, `tep`).
 */
export const RARE_IDF = 5.5

/** `part` of `whole`; 0 of nothing is 0. */
export const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
