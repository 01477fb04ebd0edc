import type { Button, Card } from '../../core/index.ts'
import type { Aspect, Entry, NoAnswerReason } from '../../knowledge/index.ts'
import { ASPECT_WORDS } from '../wording.ts'
import { entryButtons, exampleButtons, helpButton, peopleButton } from './buttons.ts'
import { clip } from './clip.ts'
import {
  apologyWords,
  goneWords,
  greetingWords,
  helpWords,
  otherWords,
  peopleWords,
  privacyWords,
  ratedWords,
  secretWords,
  SUGGESTED,
  thanksWords,
  tooFastWords,
  tooLongWords,
  unknownCodeWords,
  whichProcedure,
  noneWords,
  notHeldTitle,
  REPEATED_MISSES,
} from './wording.ts'

const MOST_SUGGESTED = 3
const LONGEST_SUBJECT = 150

interface Words {
  title: string
  lines: readonly string[]
}

const cardOf = (words: Words, buttons: readonly Button[]): Card => ({
  title: words.title,
  paragraphs: [words.lines],
  buttons,
})

/** Says that it is a machine and what it does. */
export const greetingCard = (): Card =>
  cardOf(greetingWords, [...exampleButtons, helpButton, peopleButton])

export const helpCard = (): Card => cardOf(helpWords, [...exampleButtons, peopleButton])

/** Where people answer. */
export const peopleCard = (): Card => cardOf(peopleWords, [helpButton])

export const thanksCard = (): Card => cardOf(thanksWords, [helpButton, peopleButton])

/** A short reply to words that ask nothing; how to ask and the people are one step away. */
export const talkCard = (words: Words): Card => cardOf(words, [helpButton, peopleButton])

/**
 * Nothing was found. From the second miss running on in other words each time, with another way out.
 * @param misses how many questions running had no answer before this one
 * @param near entries that may be meant all the same
 * @param subject with `not_held`: what was asked for and we hold nothing of
 */
export function noneCard(
  reason: NoAnswerReason,
  misses: number,
  near: readonly Entry[],
  subject?: { name: string; code: string | null },
): Card {
  const repeated = misses > 0 ? REPEATED_MISSES[(misses - 1) % REPEATED_MISSES.length] : undefined
  const words = repeated ?? firstWords(reason, subject)
  const suggested = reason === 'not_found' ? entryButtons(near.slice(0, MOST_SUGGESTED)) : []
  if (suggested.length > 0) {
    return {
      title: words.title,
      paragraphs: [words.lines, [SUGGESTED]],
      buttons: [...suggested, helpButton, peopleButton],
    }
  }
  if (repeated?.wayOut === 'people') return cardOf(words, [peopleButton, helpButton])
  // nothing is known of the situation: three happy examples may be out of place
  return repeated?.wayOut === 'examples'
    ? cardOf(words, [...exampleButtons, peopleButton])
    : cardOf(words, [helpButton, peopleButton])
}

const firstWords = (
  reason: NoAnswerReason,
  subject: { name: string; code: string | null } | undefined,
): Words =>
  reason === 'not_held' && subject !== undefined
    ? {
        ...noneWords.not_held,
        title: notHeldTitle(clip(subject.name, LONGEST_SUBJECT), subject.code),
      }
    : noneWords[reason]

/** A code was asked for that no entry has. */
export const unknownCodeCard = (code: string): Card =>
  cardOf({ title: unknownCodeWords.title(code), lines: unknownCodeWords.lines }, [
    helpButton,
    peopleButton,
  ])

/**
 * An aspect was asked, of nothing.
 * @param old what the conversation was about, offered first
 * @param isAgain asked in other words, when it was asked just before
 */
export function whichCard(aspects: readonly Aspect[], old: Entry | null, isAgain: boolean): Card {
  const names = aspects.map((aspect) => ASPECT_WORDS[aspect].title).join(', ')
  const first = old === null ? [] : entryButtons([old], aspects)
  const lines = first.length === 0 ? [] : [whichProcedure.orOld]
  return cardOf(
    {
      title: isAgain ? whichProcedure.again(names) : whichProcedure.title(names),
      lines: [...lines, ...whichProcedure.lines],
    },
    [...first, ...exampleButtons, peopleButton],
  )
}

/** None of the offered choices: other candidates, and how to say more. */
export const otherCard = (others: readonly Entry[]): Card =>
  cardOf(otherWords, [...entryButtons(others.slice(0, MOST_SUGGESTED)), helpButton, peopleButton])

export const ratedCard = (isHelpful: boolean, others: readonly Entry[]): Card =>
  isHelpful
    ? cardOf(ratedWords.helpful, [helpButton, peopleButton])
    : cardOf(ratedWords.unhelpful, [
        ...entryButtons(others.slice(0, MOST_SUGGESTED)),
        helpButton,
        peopleButton,
      ])

/** A rating of an answer that this conversation never had. */
export const unknownRatingCard = (): Card => cardOf(ratedWords.unknown, [helpButton, peopleButton])

export const tooLongCard = (): Card => cardOf(tooLongWords, [helpButton, peopleButton])

/**
 * Stands before the answer to a message that held personal numbers.
 * @param isSecret a one-time code or a password was among them
 */
export const privacyCard = (isSecret: boolean): Card =>
  cardOf(isSecret ? secretWords : privacyWords, [helpButton, peopleButton])

export const goneCard = (): Card => cardOf(goneWords, [helpButton, peopleButton])

export const apologyCard = (): Card => cardOf(apologyWords, [helpButton])

export const tooFastCard = (seconds: number): Card => ({
  title: tooFastWords.title,
  paragraphs: [[tooFastWords.line(Math.max(1, Math.ceil(seconds)))]],
  buttons: [],
})
