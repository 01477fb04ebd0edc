import type { Button, Card } from '../../core/index.ts'
import type { Aspect, Entry, NoAnswerReason } from '../../knowledge/index.ts'
import {
  ASPECT_WORDS,
  REPEATED_MISSES,
  SUGGESTED,
  apologyWords,
  goneWords,
  greetingWords,
  helpWords,
  noneWords,
  otherWords,
  peopleWords,
  privacyWords,
  ratedWords,
  thanksWords,
  tooFastWords,
  tooLongWords,
  whichProcedure,
} from '../wording.ts'
import { entryButtons, exampleButtons, helpButton, peopleButton } from './buttons.ts'

const MOST_SUGGESTED = 3

const cardOf = (
  words: { title: string; lines: readonly string[] },
  buttons: readonly Button[],
): Card => ({ title: words.title, paragraphs: [words.lines], buttons })

/** Says that it is a machine and what it does. */
export const greetingCard = (): Card => cardOf(greetingWords, [...exampleButtons, helpButton])

export const helpCard = (): Card => cardOf(helpWords, [...exampleButtons, peopleButton])

/** Where people answer. */
export const peopleCard = (): Card => cardOf(peopleWords, [helpButton])

export const thanksCard = (): Card => cardOf(thanksWords, [helpButton])

/**
 * Nothing was found. The second miss running names the people who can answer, in two wordings by turns.
 * @param misses how many questions running had no answer before this one
 * @param near entries that may be meant all the same
 */
export function noneCard(reason: NoAnswerReason, misses: number, near: readonly Entry[]): Card {
  const repeated = REPEATED_MISSES[(misses - 1) % REPEATED_MISSES.length]
  const words = misses > 0 && repeated ? repeated : noneWords[reason]
  const suggested = reason === 'not_found' ? entryButtons(near.slice(0, MOST_SUGGESTED)) : []
  if (suggested.length === 0) return cardOf(words, [...exampleButtons, peopleButton])
  return {
    title: words.title,
    paragraphs: [words.lines, [SUGGESTED]],
    buttons: [...suggested, helpButton, peopleButton],
  }
}

/** An aspect was asked, of nothing. */
export const whichCard = (aspects: readonly Aspect[]): Card =>
  cardOf(
    {
      title: whichProcedure.title(aspects.map((aspect) => ASPECT_WORDS[aspect].title).join(', ')),
      lines: whichProcedure.lines,
    },
    [...exampleButtons, peopleButton],
  )

/** None of the offered choices: other candidates, and how to say more. */
export const otherCard = (others: readonly Entry[]): Card =>
  cardOf(otherWords, [...entryButtons(others.slice(0, MOST_SUGGESTED)), helpButton, peopleButton])

export const ratedCard = (isHelpful: boolean, others: readonly Entry[]): Card =>
  isHelpful
    ? cardOf(ratedWords.helpful, [helpButton])
    : cardOf(ratedWords.unhelpful, [
        ...entryButtons(others.slice(0, MOST_SUGGESTED)),
        helpButton,
        peopleButton,
      ])

export const tooLongCard = (): Card => cardOf(tooLongWords, [helpButton, peopleButton])

/** Follows an answer to a message that held personal numbers. */
export const privacyCard = (): Card => cardOf(privacyWords, [helpButton])

export const goneCard = (): Card => cardOf(goneWords, [helpButton, peopleButton])

export const apologyCard = (): Card => cardOf(apologyWords, [helpButton])

export const tooFastCard = (seconds: number): Card => ({
  title: tooFastWords.title,
  paragraphs: [[tooFastWords.line(Math.max(1, Math.ceil(seconds)))]],
  buttons: [],
})
