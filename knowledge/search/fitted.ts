/** Made by `node test/bench/tune.ts --write`; not written by hand. Weights stand in the order of their features. */
export const RANKING_WEIGHTS: readonly number[] = [
  0.454, 0.371, 0.187, 0.182, 1.475, 3.587, 1.24, 0.022, 1.155, -0.774, -0.029, 1.196, 0.134, 3.206,
  -0.611, -0.15, 1.935, -2.766, 1.072, -0.789, 1.307, -0.696, 3.798, 0.751, 20, 0.096, 0.072,
  -0.976,
]

/** For: the first place is right. */
export const CONFIDENCE_WEIGHTS: readonly number[] = [
  -1.993, 1.211, 0.504, 0.08, 1.572, -0.086, -0.529, 1.03, 0.111, 0.081, -0.097, -0.004, 0.55,
  -0.354, 0.124, -0.166, 0.067, -1.58, -0.152, -0.295, 0.215, 0.324, -1.796, -0.852, 0.651, 0.079,
  0.256, 0.119, 0.64,
]

/** Answer when the first place is right with this probability, below it ask back: entries with question lines, and others. */
export const ANSWER_FROM = { withLines: 0.74, others: 0.74 }

/** For: the right one is among the first four. */
export const RELEVANCE_WEIGHTS: readonly number[] = [
  -2.233, 1.101, 0.035, 0.027, 1.147, 0.255, -0.168, 0.907, -0.046, 0.326, 0.161, 0.138, -0.089,
  0.05, 0.182, -0.146, -0.035, -1.583, -0.034, -0.133, 0.156, 0.384, -1.925, -0.501, 1.066, 0.516,
  0.109, -0.057, 0.402,
]
