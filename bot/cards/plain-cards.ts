import { foldText, officeContactHours } from '../../core/index.ts'
import type { Button, Card, UnitProfile } from '../../core/index.ts'
import type { Aspect, Entry, NoAnswerReason } from '../../knowledge/index.ts'
import { ASPECT_WORDS } from '../wording.ts'
import { entryButtons, exampleButtons, helpButton, peopleButton } from './buttons.ts'
import { clip } from './clip.ts'
import { peopleOf } from './people-lines.ts'
import {
  apologyWords,
  goneWords,
  greetingTitle,
  greetingWords,
  helpWords,
  localWords,
  otherWords,
  peopleWords,
  privacyWords,
  ratedWords,
  secretWords,
  SUGGESTED,
  tooFastWords,
  tooLongWords,
  unknownCodeWords,
  whichProcedure,
  noneWords,
  notHeldAgain,
  notHeldTitle,
  portalHotline,
  REPEATED_MISSES,
  THANKS,
} from './wording.ts'

const MOST_SUGGESTED = 3
const LONGEST_SUBJECT = 150
const LONGEST_OPTION = 80

interface Words {
  title: string
  lines: readonly string[]
  hasPeople?: true
}

const cardOf = (words: Words, buttons: readonly Button[]): Card => ({
  title: words.title,
  paragraphs: [words.lines],
  buttons,
})

/** With the people who answer, where the words lead to them. */
const withPeople = (words: Words, unit: UnitProfile): Words =>
  words.hasPeople ? { title: words.title, lines: [...words.lines, ...peopleOf(unit)] } : words

/**
 * Says that it is a machine, whose, and what it does.
 * @param offered what people ask most; examples while nothing is known of that
 */
export const greetingCard = (unit: UnitProfile, offered: readonly Button[] = []): Card =>
  cardOf(
    { ...greetingWords, title: greetingTitle(unit.name) },
    offered.length === 0
      ? [...exampleButtons, helpButton, peopleButton]
      : [...offered, helpButton, peopleButton],
  )

export const helpCard = (): Card => cardOf(helpWords, [...exampleButtons, peopleButton])

/** Where people answer. */
export function peopleCard(unit: UnitProfile): Card {
  const { title, lines } = withPeople(peopleWords, unit)
  return cardOf({ title, lines: [...lines, `- ${portalHotline}`] }, [helpButton])
}

/** @param times how many short replies were given before, so that this one is another */
export const thanksCard = (times: number): Card =>
  cardOf(THANKS[times % THANKS.length] ?? { title: '', lines: [] }, [helpButton, peopleButton])

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
  unit: UnitProfile,
  subject?: { name: string; code: string | null },
): Card {
  const repeated = misses > 0 ? REPEATED_MISSES[(misses - 1) % REPEATED_MISSES.length] : undefined
  const words = withPeople(repeated ?? firstWords(reason, subject), unit)
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

/**
 * Not held, asked for once more: in other words, with the people who know.
 * @param name the official name of what was asked for
 */
export const notHeldAgainCard = (name: string, unit: UnitProfile): Card =>
  cardOf(
    withPeople({ ...noneWords.not_held, title: notHeldAgain(clip(name, LONGEST_SUBJECT)) }, unit),
    [peopleButton, helpButton],
  )

/**
 * What only the commune knows: who answers, with telephone and hours; whom to call where there is danger.
 * @param about what was asked, in words of the lexicon
 */
export function localCard(
  about: string | null,
  text: string,
  unit: UnitProfile,
  isAgain: boolean,
): Card {
  const commune = unit.commune ?? localWords.anyCommune
  const isDanger = localWords.danger.test(foldText(text))
  return {
    title: (isAgain ? localWords.again : localWords.title)(about ?? localWords.anything, commune),
    paragraphs: [
      isAgain ? [] : noneWords.no_local_data.lines,
      [localWords.who(officeContactHours(unit, 'committee'))],
      [
        ...(isDanger ? [localWords.flood] : []),
        unit.name === null ? localWords.anyMachine : localWords.machine(unit.name),
      ],
    ].filter((lines) => lines.length > 0),
    buttons: [peopleButton, helpButton],
  }
}

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

/** Not what was meant: other candidates, numbered, and how to say more. */
export function otherCard(others: readonly Entry[]): Card {
  const near = others.slice(0, MOST_SUGGESTED)
  const numbered = near.map(({ shortTitle }, at) =>
    otherWords.option(at + 1, clip(shortTitle, LONGEST_OPTION)),
  )
  return {
    title: otherWords.title,
    paragraphs: [...(near.length < 2 ? [] : [[otherWords.maybe, ...numbered]]), otherWords.lines],
    buttons: [...entryButtons(near), helpButton, peopleButton],
  }
}

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

export const apologyCard = (unit: UnitProfile): Card =>
  cardOf(withPeople(apologyWords, unit), [helpButton])

export const tooFastCard = (seconds: number): Card => ({
  title: tooFastWords.title,
  paragraphs: [[tooFastWords.line(Math.max(1, Math.ceil(seconds)))]],
  buttons: [],
})
