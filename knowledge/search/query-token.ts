/** One place of the question with the syllables that may stand there. */
export interface QueryToken {
  /** Syllable numbers with their weights (0: only inside a known phrase); several where spelling was guessed. */
  readings: readonly { syllable: number; weight: number }[]
  /** Tone-exact form, where the asker wrote marks. */
  toned: string | null
  /** How much the place says about the procedure: 0 for `cho tôi hỏi`, little for `lệ phí`, 1 else. */
  weight: number
}
