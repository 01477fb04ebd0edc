/** Made by `node test/bench/tune.ts --write`; not written by hand. Weights stand in the order of their features. */
export const RANKING_WEIGHTS: readonly number[] = [
  0.458, 0.377, 0.195, 0.185, 1.472, 3.272, 1.287, -0.006, 1.134, -0.787, -0.019, 1.182, 0.116,
  3.433, -0.594, -0.158, 1.92, -2.737, 1.003, -0.778, 1.243, -0.718, 3.679, 0.779, 20, 0.097, 0.06,
  -1.001,
]

/** For: the first place is right. */
export const CONFIDENCE_WEIGHTS: readonly number[] = [
  -1.972, 1.217, 0.488, 0.097, 1.521, -0.073, -0.498, 1.031, 0.074, 0.061, -0.06, 0, 0.504, -0.355,
  0.154, -0.185, 0.058, -1.549, -0.186, -0.29, 0.327, 0.373, -1.772, -0.868, 0.669, 0.11, 0.222,
  0.147, 0.599,
]

/** Answer when the first place is right with this probability; below it ask back. */
export const ANSWER_FROM = 0.81

/** For: the right one is among the first four. */
export const RELEVANCE_WEIGHTS: readonly number[] = [
  -2.222, 1.063, 0.001, 0.05, 1.168, 0.246, -0.106, 0.889, -0.04, 0.287, 0.187, 0.14, -0.17, 0.082,
  0.164, -0.148, 0.085, -1.572, -0.078, -0.099, 0.119, 0.316, -1.912, -0.489, 1.054, 0.522, 0.112,
  -0.055, 0.453,
]
