import { atOnce, type Parts } from '../../core/index.ts'
import { analyserParts, type AnalysedQuestion } from './analyse-question.ts'
import type { IndexData, IndexDelta } from './index-data.ts'
import type { Lexicon } from './lexicon.ts'
import { createRanking, type Ranked } from './rank.ts'
import { openIndexParts, type SearchIndex } from './search-index.ts'
import { createSpelling } from './spelling.ts'
import { titleParts } from './title-parts.ts'

/** Search over one index: from a question to ranked documents. */
export interface Search {
  index: SearchIndex
  analyse(question: string): AnalysedQuestion
  rank(question: AnalysedQuestion): Ranked[]
}

export const createSearch = (data: IndexData, lexicon: Lexicon): Search =>
  atOnce(searchParts(data, lexicon, null))

/** The same in parts, so that a server answers meanwhile. @param delta what changed since `data` was built */
export function* searchParts(
  data: IndexData,
  lexicon: Lexicon,
  delta: IndexDelta | null,
): Parts<Search> {
  const index = yield* openIndexParts(data, delta)
  yield
  const spelling = createSpelling(index)
  yield
  const analyse = yield* analyserParts(index, lexicon, spelling)
  yield
  const titles = yield* titleParts(index, lexicon)
  yield
  return { index, analyse, rank: createRanking(index, titles) }
}
