import { foldText } from '../../core/index.ts'
import type { Feature } from '../turn.ts'
import { askQuestion } from './question.ts'
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
  return askQuestion({ ...turn, text: rest }, rest)
}
