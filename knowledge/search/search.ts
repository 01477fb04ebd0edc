import { createAnalyser, type AnalysedQuestion } from './analyse-question.ts'
import type { IndexData } from './index-data.ts'
import type { Lexicon } from './lexicon.ts'
import { rank, type Ranked } from './rank.ts'
import { openIndex, type SearchIndex } from './search-index.ts'
import { createSpelling } from './spelling.ts'
import { findTitleVariants } from './title-variants.ts'

/** Search over one index: from a question to ranked documents. */
export interface Search {
  index: SearchIndex
  analyse(question: string): AnalysedQuestion
  rank(question: AnalysedQuestion): Ranked[]
}

export function createSearch(data: IndexData, lexicon: Lexicon): Search {
  const index = openIndex(data)
  const analyse = createAnalyser(index, lexicon, createSpelling(index))
  const variants = findTitleVariants(index, lexicon)
  return { index, analyse, rank: (question) => rank(index, question, variants) }
}
