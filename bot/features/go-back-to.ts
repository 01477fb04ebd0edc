import { foldText } from '../../core/index.ts'
import type { Feature } from '../turn.ts'
import { askKnowledge, askQuestion } from './question.ts'
import { showEntry } from './show-entry.ts'
import { contentWords } from './small-words.ts'

/**
 * Says that an earlier subject is taken up again; what follows names it. `tro lai` alone also begins names ("trở lại
 * quốc tịch"). Folded.
 */
const AGAIN =
  /^(?:(?:thoi|the|vay|gio|roi|cho|toi|em|minh|con) )*(?:quay (?:lai|ve|lui)|tro ve|tro lai(?= (?:viec|vu|cau|chuyen|phan) )) (?:(?:voi|ve|cai|viec|vu|cau|chuyen|phan|cho|hoi) )*/

/** "Quay lại khai sinh": the entry that the rest names, not one with "lại" in its name. */
export const goBackTo: Feature = (turn) => {
  const words = turn.text.split(/\s+/u).filter((word) => word !== '')
  const [start = ''] = AGAIN.exec(words.map(foldText).join(' ')) ?? []
  const rest = words.slice(start.split(' ').length - 1).join(' ')
  if (start === '' || contentWords(rest).length === 0) return null
  const again = { ...turn, text: rest }
  const found = askKnowledge(turn.knowledge, rest, turn.day)
  const [first] = found?.outcome === 'choose' ? found.choices : []
  // nobody goes back to a question back: the most usual of what the word fits is meant
  return first === undefined
    ? askQuestion(again, rest)
    : showEntry(again, {
        entry: first.entry,
        aspects: found?.aspects ?? [],
        replacedCode: null,
        askedText: rest,
        candidates: found?.candidates ?? [],
        dossierCode: null,
      })
}
