import {
  buildIndex,
  createKnowledge,
  toSearchDocument,
  type Lexicon,
} from '../../../knowledge/index.ts'
import { TODAY } from '../../support/knowledge/shipped.ts'
import { bytesOf } from './bytes.ts'
import type { Engine } from './engine.ts'

/** Ours as the bot calls it: spelling, lexicon, ranking and the decision whether to answer are in the time. */
export const createOurs = (lexicon: Lexicon): Engine => ({
  name: 'ours',
  settings: 'knowledge.ask with the shipped lexicon and weights, decision included',
  build: (entries) => {
    const data = buildIndex(entries.map(toSearchDocument))
    const knowledge = createKnowledge(0, entries, data, lexicon)
    return {
      search: (question) =>
        knowledge.ask(question, { day: TODAY }).candidates.map(({ entry }) => entry.id),
      indexBytes: bytesOf(data),
      foreignBytes: 0,
      close: () => {},
    }
  },
})
