/** Made by `node test/bench/tune.ts --write`; not written by hand. Weights stand in the order of their features. */
export const RANKING_WEIGHTS: readonly number[] = [
  0.391, 0.365, 0.201, 0.18, 1.263, 3.337, 1.248, -0.051, 1.031, -0.83, 0.115, 0.985, -0.028, 1.845,
  -0.548, -0.081, 1.836, -3.172, 1.597, -0.547, 1.183, -0.572, -1.344, 0.89, 20, 0.087, -0.001,
  -0.813,
]

/** For: the first place is right. */
export const CONFIDENCE_WEIGHTS: readonly number[] = [
  -1.873, 1.133, 0.481, 0.171, 1.774, -0.223, -0.422, 0.937, -0.022, -0.05, -0.22, -0.025, 0.222,
  -0.301, 0.125, -0.082, 0.122, -0.088, -0.219, -0.398, 0.207, 0.294, -1.738, -0.702, 0.481, -0.059,
  0.249, 0.081, 0.594,
]

/** Answer when the first place is right with this probability, below it ask back: entries with question lines, and others. */
export const ANSWER_FROM = { withLines: 0.75, others: 0.75 }

/** For: the right one is among the first four. */
export const RELEVANCE_WEIGHTS: readonly number[] = [
  -2.004, 1.086, -0.033, 0.192, 1.366, 0.13, -0.25, 0.795, -0.031, 0.372, -0.204, 0.117, -0.006,
  0.057, 0.269, -0.103, 0.074, -0.156, -0.098, -0.124, 0.07, 0.351, -1.732, -0.395, 0.628, 0.321,
  0.249, 0.051, 0.408,
]
