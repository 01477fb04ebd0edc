import { foldWord, splitWords } from '../../core/index.ts'
import { greetingCard, thanksCard } from '../cards/plain-cards.ts'
import type { Feature } from '../turn.ts'
import { sayOnly } from './show-entry.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).map(foldWord))

const HELLO = set('chao hi hello alo helo hey xinchao')
const THANKS = set('cam on thanks thank tks thanh kiu camon bye tam biet')
const THANKS_START = set('cam camon thanks thank tks thanh bye tam')
/** Whom a greeting is for, and what goes with it. */
const AROUND = set(
  'xin anh chi em ban bac co chu ad admin bot tro ly oi a ah da vang ok oke nhe nha ca moi nguoi may you minh toi roi nhieu nhieu lam rat duoc hieu buoi sang chieu toi',
)
const WHO = new Set([
  'ban la ai',
  'may la ai',
  'ai day',
  'ban la nguoi hay may',
  'ban la may a',
  'bot a',
  'la bot a',
  'ban lam duoc gi',
  'ban giup duoc gi',
])

/** A message that only greets or thanks, or asks who is there. */
export const greeting: Feature = (turn) => {
  const words = splitWords(turn.text).map(foldWord)
  if (words.length === 0 || words.length > 10) return null
  if (WHO.has(words.join(' '))) return sayOnly(turn, greetingCard())
  const isOnly = (known: ReadonlySet<string>): boolean =>
    words.every((word) => known.has(word) || AROUND.has(word))
  if (words.some((word) => THANKS_START.has(word)) && isOnly(THANKS)) {
    return sayOnly(turn, thanksCard())
  }
  return words.some((word) => HELLO.has(word)) && isOnly(HELLO)
    ? sayOnly(turn, greetingCard())
    : null
}
