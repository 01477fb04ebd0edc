import { foldWord, splitWords } from '../../core/index.ts'
import { thanksCard } from '../cards/plain-cards.ts'
import type { Feature } from '../turn.ts'
import { isNothingBut, phraseSet } from './phrase-set.ts'
import { greetingFor } from './greeting-for.ts'
import { namesEntry } from './names-entry.ts'
import { sayOnly, talkBack } from './show-entry.ts'

const HELLO = phraseSet(
  'chao|xin chao|xinchao|hi|hello|helo|hey|alo|a lo|chao buoi sang|chao buoi chieu|chao buoi toi',
)
const THANKS = phraseSet(
  'cam on|camon|xin cam on|thanks|thank|thank you|thanks you|thanh kiu|tks|thx|da ta|cam ta|biet on|bye|bye bye|tam biet|xin tam biet|chao tam biet|hen gap lai',
)
/** Whom a greeting is for, and what goes with it. */
const AROUND = phraseSet(
  'xin|anh|chi|em|ban|bac|co|chu|chau|con|ong|ba|cau|mo|di|bot|tro ly|ad|admin|may|minh|toi|moi nguoi|ca nha|ca|shop|oi|a|ah|ak|da|vang|ok|oke|nhe|nha|nhen|nghe|nghen|nge|he|hen|hi|nhoa|nhi|ne|nhieu|lam|rat|qua|duoc|hieu|roi|buoi sang|buoi chieu|buoi toi|truoc|nhieu nhieu',
)
const WHO = phraseSet(
  'ban la ai|may la ai|ai day|ban la nguoi hay may|ban la may a|bot a|la bot a|ban lam duoc gi|ban giup duoc gi',
)

/** A message that only greets or thanks, or asks who is there; never one that names something we know. */
export const greeting: Feature = (turn) => {
  const words = splitWords(turn.text).map(foldWord)
  if (words.length === 0 || words.length > 10) return null
  if (WHO.has(words.join(' '))) return sayOnly(turn, greetingFor(turn))
  const isThanks = isNothingBut(words, THANKS, AROUND)
  const isHello = !isThanks && isNothingBut(words, HELLO, AROUND)
  if ((!isThanks && !isHello) || namesEntry(turn)) return null
  return isThanks
    ? talkBack(turn, thanksCard(turn.session.talks))
    : sayOnly(turn, greetingFor(turn))
}
