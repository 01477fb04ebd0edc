/** Each so many-th of a list, from the first on. */
export const takeEvery = <T>(list: readonly T[], every: number): T[] =>
  list.filter((_, at) => at % every === 0)
