/** Made by `node test/bench/tune.ts --write`; not written by hand. Weights stand in the order of their features. */
export const RANKING_WEIGHTS: readonly number[] = [
  0.395, 0.365, 0.204, 0.18, 1.249, 3.342, 1.228, -0.062, 1.014, -0.85, 0.126, 0.986, -0.021, 1.854,
  -0.542, -0.085, 1.844, -3.188, 1.606, -0.548, 1.174, -0.578, -1.444, 0.891, 20, 0.086, -0.001,
  -0.811,
]

/** For: the first place is right. */
export const CONFIDENCE_WEIGHTS: readonly number[] = [
  -1.967, 1.083, 0.506, 0.122, 1.918, -0.051, -0.446, 1.016, -0.014, -0.133, -0.043, -0.023, 0.251,
  -0.186, 0.137, -0.133, 0.121, 0.372, -0.169, -0.318, 0.174, 0.396, -1.86, -0.785, 0.394, 0.067,
  0.25, -0.032, 0.599,
]

/** Answer when the first place is right with this probability, below it ask back: entries with question lines, and others. */
export const ANSWER_FROM = { withLines: 0.75, others: 0.75 }

/** For: the right one is among the first four. */
export const RELEVANCE_WEIGHTS: readonly number[] = [
  -2.274, 0.889, -0.009, 0.119, 1.402, 0.306, -0.102, 0.957, -0.258, 0.2, -0.093, 0.139, -0.268,
  0.107, 0.299, -0.154, 0.053, 0.361, -0.072, -0.102, 0.14, 0.423, -2.048, -0.474, 0.728, 0.481,
  0.246, -0.23, 0.283,
]
