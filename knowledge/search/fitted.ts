/** Made by `node test/bench/tune.ts --write`; not written by hand. Weights stand in the order of their features. */
export const RANKING_WEIGHTS: readonly number[] = [
  0.41, 0.362, 0.189, 0.181, 1.428, 3.438, 1.207, 0.006, 1.089, -0.789, 0.022, 1.129, 0.082, 2.489,
  -0.586, -0.123, 1.877, -2.837, 1.259, -0.718, 1.269, -0.622, -0.328, 0.792, 20, 0.09, 0.04, -0.83,
]

/** For: the first place is right. */
export const CONFIDENCE_WEIGHTS: readonly number[] = [
  -1.95, 1.182, 0.535, 0.1, 1.793, -0.069, -0.509, 0.965, 0.059, 0.003, -0.156, -0.018, 0.275,
  -0.309, 0.151, -0.158, 0.113, -0.257, -0.268, -0.333, 0.249, 0.371, -1.827, -0.842, 0.457, 0.138,
  0.269, 0.011, 0.594,
]

/** Answer when the first place is right with this probability, below it ask back: entries with question lines, and others. */
export const ANSWER_FROM = { withLines: 0.75, others: 0.75 }

/** For: the right one is among the first four. */
export const RELEVANCE_WEIGHTS: readonly number[] = [
  -2.269, 1.021, 0.014, 0.056, 1.429, 0.206, -0.037, 0.902, -0.13, 0.217, -0.106, 0.128, -0.276,
  0.052, 0.245, -0.184, 0.092, -0.267, -0.087, -0.134, 0.182, 0.387, -2.024, -0.549, 0.859, 0.551,
  0.206, 0.007, 0.265,
]
