import { foldText, foldWord } from '../../core/index.ts'
import type { Aspect, Knowledge } from '../../knowledge/index.ts'
import { contentWords, smallOnes } from './small-words.ts'
import { spelledWords } from './spelled-words.ts'

/** Single words that ask for an aspect when they stand alone or among small words: too common to count elsewhere. */
const BARE: readonly (readonly [Aspect, string])[] = [
  [
    'fee',
    'phi|tien|gia|cuoc phi|le phi|lephi|phi ton|nhieu tien|may tien|may dong|ton tien|bao nhieu|bao nhiu|nhieu|nhiu|bn',
  ],
  ['components', 'giay to|giay|ho so|hs'],
  ['place_hours', 'dia chi|cho nao|o mo|ra mo|noi nop'],
  ['duration', 'thoi gian|thoi han|lau|khi mo|chung mo|may bua'],
  ['online', 'online|onl|truc tuyen'],
  ['postal', 'buu dien|ship|buu chinh'],
  ['payment', 'chuyen khoan|thanh toan|ck|qr'],
  ['form', 'mau|don|to khai|mau don|bieu mau|file'],
  ['conditions', 'dieu kien'],
  ['result', 'ket qua|kq'],
  ['legal_basis', 'luat|can cu|can cu phap ly'],
  ['substitute', 'uy quyen|di thay|lam thay'],
  ['steps', 'cac buoc|quy trinh|trinh tu|cach lam'],
  ['copies', 'may ban|so ban'],
]
const bare = new Map(
  BARE.flatMap(([aspect, words]) =>
    words.split('|').map((word) => [word.split(' ').map(foldWord).join(' '), aspect] as const),
  ),
)
/** What may stand around such a word: "thế còn phí thì sao ạ". */
const AROUND = new Set(
  'the con thi sao vay roi va a ah u nhi nhe nha em oi anh chi ad co ba bac cho toi minh hoi xin ve cai khoan phan la gi nao cua no nay do day vs voi hen nghe ha hay biet muon can noi xem'
    .split(' ')
    .map(foldWord),
)
/** A bare aspect has no more words than this. */
const MOST_BARE = 8

/** "Hồ sơ của tôi đến đâu" asks how far it is, not where to go. */
const HOW_FAR = /\bho so\b(?!.*\bnop\b).{0,40}\b(?:den|toi) dau\b/

/** What a text asks about, Telex and VNI left-overs read; also by a single word ("phí?"). */
export function askedAspects(text: string, knowledge: Knowledge): readonly Aspect[] {
  const found = knowledge.aspectsOf(text)
  if (found.length > 0) return refinedAspects(text, found)
  const words = spelledWords(text)
  if (words.length === 0 || words.length > MOST_BARE) return []
  const spelled = knowledge.aspectsOf(words.join(' '))
  if (spelled.length > 0) return refinedAspects(words.join(' '), spelled)
  const aspect = bareAspect(words)
  return aspect === null ? [] : [aspect]
}

function bareAspect(words: readonly string[]): Aspect | null {
  if (words.length > MOST_BARE) return null
  const left = words.map(foldWord).filter((word) => !AROUND.has(word))
  return bare.get(left.join(' ')) ?? null
}

/** The text is nothing but a bare word for an aspect ("phí?", "lephi"). */
export const isBareAspect = (text: string): boolean => bareAspect(spelledWords(text)) !== null

/** Aspects as found by their phrases, put right where words in between decide. */
export function refinedAspects(text: string, aspects: readonly Aspect[]): readonly Aspect[] {
  const isHowFar = aspects.includes('place_hours') && HOW_FAR.test(foldText(text))
  if (!isHowFar) return aspects
  return [
    ...new Set(aspects.map((aspect): Aspect => (aspect === 'place_hours' ? 'status' : aspect))),
  ]
}

/** Longer texts bring words of their own. */
const MOST_WORDS = 12

/**
 * Words that could name a procedure and are no part of asking for an aspect. Which phrases ask for one is
 * knowledge's business; of two that overlap the longer one counts.
 */
export function namingWords(text: string, knowledge: Knowledge): string[] {
  const spelled = spelledWords(text)
  if (bareAspect(spelled) !== null) return []
  if (spelled.length > MOST_WORDS) return contentWords(text)
  const words = knowledge.wordsOf(spelled.join(' '))
  const folded = words.map((word) => foldWord(word.folded))
  const isSmall = smallOnes(folded)
  // a word that was typed must be no part of a small phrase as it was typed either
  const typed = new Set(spelled.map(foldWord))
  const naming = new Set(contentWords(text))
  return folded.filter(
    (word, at) =>
      !isSmall[at] && words[at]?.isAsking !== true && (naming.has(word) || !typed.has(word)),
  )
}
