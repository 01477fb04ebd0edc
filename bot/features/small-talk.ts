import { foldWord, splitWords } from '../../core/index.ts'
import { chooseAgain } from './choice.ts'
import { talkCard } from '../cards/plain-cards.ts'
import type { Feature, Outcome, Turn } from '../turn.ts'
import { sayOther } from './command.ts'
import { greetingFor } from './greeting-for.ts'
import { namesEntry } from './names-entry.ts'
import { isNothingBut, phraseSet } from './phrase-set.ts'
import { sayOnly, showEntry, talkBack } from './show-entry.ts'
import { smallTalkWords } from './wording.ts'
import type { TalkWords } from './wording.ts'

/** What may stand around each of these. */
const AROUND = phraseSet(
  'a|ah|ak|oi|nhe|nha|nhen|nghe|nghen|he|hen|nhi|ne|ha|di|the|vay|nhu|qua|lam|roi|da|anh|chi|em|co|chu|bac|ad|bot|may|cai|do|con|thang|cho|toi|minh|ban|nay|kia|thiet|that|la|chao|xin chao|alo|hello|hi|cam on|cam on ban|xin loi|bi|muon|can|xin|nho|chau|ong|ba|cau|mot cau|mot viec|chut|ti|xiu|mot chut|chuyen|viec|nua|luon|voi|giup',
)

/** Kinds of small words, each with what is answered; the first that fits. */
const KINDS: readonly (readonly [ReadonlySet<string>, (turn: Turn) => Outcome])[] = [
  [
    phraseSet(
      'ngu|ngu nguoi|ngoc|dm|dmm|dcm|dkm|vcl|vl|vkl|clgt|deo|dit|dien|khung|mat day|vo dung|do te|te qua|nhu cut|cut|cho chet|chan|chan qua|bo lao|lao|nham nhi|oc cho|nhu bo|bo may|me may|im di|cut di|xam',
    ),
    (turn) => talk(turn, smallTalkWords.swearing),
  ],
  [
    phraseSet(
      'hoi|hoi tham|toi muon hoi|em muon hoi|minh muon hoi|con muon hoi|chau muon hoi|muon hoi|cho hoi|cho toi hoi|cho em hoi|cho minh hoi|cho con hoi|cho chau hoi|xin hoi|xin cho hoi|hoi chut|hoi ti|hoi xiu|hoi mot chut|hoi cai nay|hoi mot viec|hoi cau nay|hoi mot cau|nho tu van|tu van|can tu van|can hoi|giup voi|giup em voi|giup toi voi|co ai khong|co ai ko|co ai k|co ai o do khong|co ai day khong|co ai truc khong|co nguoi khong|ai do|ai truc|dang o day khong|con do khong',
    ),
    invite,
  ],
  [phraseSet('sai roi|sai|khong dung|ko dung|khong phai|ko phai|nham roi|chua dung'), sayWrong],
  [
    phraseSet(
      'khong|ko|k|hong|hok|kg|thoi|thoi khoi|khoi|khoi can|khong can|ko can|khong can nua|thoi khong can|thoi duoc|bo qua|de sau|khong co gi|khong sao|de khi khac',
    ),
    (turn) => (isChoosing(turn) ? sayOther(turn) : talk(turn, smallTalkWords.declined)),
  ],
  [
    phraseSet(
      'ok|oke|okie|okey|okela|uh|u|um|uhm|uk|uki|vang|da|da vang|dung|dung roi|duoc|duoc roi|hieu|hieu roi|da hieu|ro|ro roi|biet roi|the a|vay a|vay ha|the ha|vay ah|a the a|hay|tot|hay qua|tot qua|gioi|gioi qua|co|phai|dung vay|chuan|nhat tri',
    ),
    (turn) => chooseAgain(turn) ?? talk(turn, smallTalkWords.agreed),
  ],
  [
    phraseSet('tiep|xem tiep|tiep theo|xem them|con nua|con nua khong|noi tiep|them nua'),
    (turn) => talk(turn, smallTalkWords.nothingMore),
  ],
  [phraseSet('quay lai|tro lai|ve truoc|lui lai|back|quay lai danh sach|xem lai'), goBack],
]

const MOST_WORDS = 7

/** Nothing was numbered: a number by itself says nothing. */
const NUMBER = /^(?:\d{1,2}|mot|hai|ba|bon)$/

/** Short words that ask nothing get a short reply and count as no question. */
export const smallTalk: Feature = (turn) => {
  const words = splitWords(turn.text).map(foldWord)
  if (words.length === 0 || words.length > MOST_WORDS) return null
  if (words.length === 1 && NUMBER.test(words[0] ?? '')) return invite(turn)
  const kind = KINDS.find(([phrases]) => isNothingBut(words, phrases, AROUND))
  return kind === undefined || namesEntry(turn) ? null : kind[1](turn)
}

/** The next of several ways to say it, never the one said just before. */
function talk(turn: Turn, variants: readonly TalkWords[]): Outcome {
  const words = variants[turn.session.talks % variants.length]
  if (words === undefined) throw new Error('no words')
  return talkBack(turn, talkCard(words))
}

function invite(turn: Turn): Outcome {
  return talk(turn, smallTalkWords.invitation)
}

/** The last card asked which option is meant. */
const isChoosing = ({ session }: Turn): boolean =>
  session.choices !== null && session.choicesAge === 0

function sayWrong(turn: Turn): Outcome {
  return isChoosing(turn) ? sayOther(turn) : talk(turn, smallTalkWords.wrong)
}

/** To the last list of options, else to the entry that is talked about, else to the beginning. */
function goBack(turn: Turn): Outcome {
  const { session, knowledge } = turn
  const entry = session.entryId === null ? null : knowledge.find(session.entryId)
  const list = chooseAgain(turn, true)
  if (list !== null) return list
  return entry === null ? sayOnly(turn, greetingFor(turn)) : showEntry(turn, { entry, aspects: [] })
}
