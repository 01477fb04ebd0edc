import { hasDiacritics, renderPlain } from '../../core/index.ts'
import type { Button, Card, LocalDate } from '../../core/index.ts'
import type { Aspect, Entry } from '../../knowledge/index.ts'
import { encodeAction } from '../actions.ts'
import { answerWords, buttonWords, chooseWords } from '../wording.ts'
import { FIRST_SCREEN } from './card-text.ts'
import { LONGEST_LABEL, peopleButton } from './buttons.ts'
import { clip, clipClause, wholeWords } from './clip.ts'
import { adviceAmong, factsOf } from './option-facts.ts'
import { understoodLines } from './understood.ts'

/** With the people there are five buttons; "another thing" has one where there is room. */
export const MOST_CHOICES = 4
const MOST_BUTTONS = 5
const LONGEST_ECHO = 60

/**
 * The question back (thẻ hỏi lại): one numbered line for each entry with how to recognise it.
 * @param aspects what was asked about it, answered when a choice is made
 * @param question what was asked, repeated when it is short and plain; null to ask for a choice again
 * @param understood how it was read, where a word of it was put right
 */
export function chooseCard(
  entries: readonly Entry[],
  aspects: readonly Aspect[],
  question: string | null,
  day: LocalDate,
  understood: string | null = null,
): Card {
  const options = entries.slice(0, MOST_CHOICES)
  return listCard(
    options,
    aspects,
    {
      understood,
      title:
        question === null
          ? chooseWords.again(options.length)
          : chooseWords.title(understood === null ? echoOf(question) : null, options.length),
      lastLine: chooseWords.howTo(options.length),
    },
    day,
  )
}

/** The same list, asked which `count` of them are meant ("cả hai" of three). */
export const whichOfCard = (
  entries: readonly Entry[],
  aspects: readonly Aspect[],
  count: number,
  day: LocalDate,
): Card =>
  listCard(
    entries.slice(0, MOST_CHOICES),
    aspects,
    { title: chooseWords.whichOf(count), lastLine: chooseWords.howToSeveral, understood: null },
    day,
  )

function listCard(
  options: readonly Entry[],
  aspects: readonly Aspect[],
  { title, lastLine, understood }: { title: string; lastLine: string; understood: string | null },
  day: LocalDate,
): Card {
  const advice = adviceAmong(options, day)
  const isGrief = options.every(({ tone }) => tone === 'grief')
  const build = (nameLength: number, hintLength: number, hasFacts: boolean): string[][] => [
    ...(understood === null ? [] : [understoodLines(understood)]),
    ...(isGrief ? [[answerWords.condolence]] : []),
    options.map((entry, i) =>
      chooseWords.option(
        i + 1,
        clip(entry.buttonLabel ?? entry.shortTitle, nameLength),
        entry.hint === null ? null : clipClause(entry.hint, hintLength),
        hasFacts ? factsOf(entry, aspects, day) : '',
      ),
    ),
    [lastLine, ...(advice === null || !hasFacts ? [] : [advice])],
  ]
  const isFitting = (paragraphs: string[][]): boolean =>
    renderPlain({ title, paragraphs, buttons: [] }).length <= FIRST_SCREEN
  const sizes: readonly (readonly [number, number, boolean])[] = [
    [110, 200, true],
    [110, 110, true],
    [110, 110, false],
    [90, 70, false],
    [70, 40, false],
    [60, 20, false],
  ]
  const paragraphs = sizes.map((size) => build(...size)).find(isFitting) ?? build(50, 20, false)
  return { title, paragraphs, buttons: choiceButtons(options, aspects) }
}

/** A short question in plain words with their marks, as it can stand in a sentence; anything else is not repeated. */
function echoOf(question: string): string | null {
  const bare = question.replace(/[ ,.?!]+$/u, '')
  const isPlain = /^[\p{L}\p{M}\d ]+$/u.test(bare) && bare.length <= LONGEST_ECHO
  if (!isPlain || !hasDiacritics(bare)) return null
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}

/** Each option leads to its entry, so that the button still works after other questions. */
export function choiceButtons(entries: readonly Entry[], aspects: readonly Aspect[]): Button[] {
  const labels = distinctLabels(entries)
  const options = entries.map(({ id }, i) => ({
    label: chooseWords.button(i + 1, labels[i] ?? ''),
    action: encodeAction({ kind: 'show', entryId: id, aspects, page: 1 }) ?? `pick:${i + 1}`,
  }))
  const other = {
    label: chooseWords.button(entries.length + 1, buttonWords.other),
    action: 'other',
  }
  return [...options, other].slice(0, MOST_BUTTONS - 1).concat(peopleButton)
}

/** Room for a name behind its number and a space. */
const LONGEST_NAME = LONGEST_LABEL - 2

/**
 * Names short enough for buttons, in whole words: what all have in common in front goes when they are too long.
 * Names that come out the same are left out: the number is enough.
 */
function distinctLabels(entries: readonly Entry[]): string[] {
  const names = entries.map(({ buttonLabel, shortTitle }) => buttonLabel ?? shortTitle)
  const words = names.map((name) => name.split(/\s+/u))
  let common = 0
  while (words.every((list) => list.length > common + 1 && list[common] === words[0]?.[common])) {
    common += 1
  }
  const labels = names.map((name, i) =>
    wholeWords(
      name.length <= LONGEST_NAME ? name : (words[i]?.slice(common).join(' ') ?? name),
      LONGEST_NAME,
    ),
  )
  return labels.map((label) => (labels.filter((other) => other === label).length > 1 ? '' : label))
}
