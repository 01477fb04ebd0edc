import { renderPlain } from '../../core/index.ts'
import type { Button, Card } from '../../core/index.ts'
import type { Aspect, Entry } from '../../knowledge/index.ts'
import { encodeAction } from '../actions.ts'
import { buttonWords, chooseWords } from '../wording.ts'
import { FIRST_SCREEN, clip } from './card-text.ts'
import { LONGEST_LABEL } from './buttons.ts'

/** With "another thing" there are five buttons. */
export const MOST_CHOICES = 4
const LONGEST_ECHO = 40

/**
 * The question back (thẻ hỏi lại): one numbered line for each entry with how to recognise it.
 * @param aspects what was asked about it, answered when a choice is made
 * @param question what was asked, repeated when it is short and plain; null to ask for a choice again
 */
export function chooseCard(
  entries: readonly Entry[],
  aspects: readonly Aspect[],
  question: string | null,
): Card {
  const options = entries.slice(0, MOST_CHOICES)
  const title =
    question === null
      ? chooseWords.again(options.length)
      : chooseWords.title(echoOf(question), options.length)
  const howTo = [chooseWords.howTo(options.length)]
  const build = (nameLength: number, hintLength: number): string[][] => [
    options.map((entry, i) =>
      chooseWords.option(
        i + 1,
        clip(entry.shortTitle, nameLength),
        entry.hint === null ? null : clip(entry.hint, hintLength),
      ),
    ),
    howTo,
  ]
  const isFitting = (paragraphs: string[][]): boolean =>
    renderPlain({ title, paragraphs, buttons: [] }).length <= FIRST_SCREEN
  const sizes: readonly (readonly [number, number])[] = [
    [110, 110],
    [90, 70],
    [70, 40],
    [60, 20],
  ]
  const paragraphs = sizes.map(([name, hint]) => build(name, hint)).find(isFitting) ?? build(50, 20)
  return { title, paragraphs, buttons: choiceButtons(options, aspects) }
}

/** A short question in plain words; anything else is not repeated. */
function echoOf(question: string): string | null {
  const isPlain = /^[\p{L}\p{M}\d ,.?]+$/u.test(question) && question.length <= LONGEST_ECHO
  if (!isPlain) return null
  const bare = question.replace(/[ ,.?]+$/u, '')
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}

/** Each option leads to its entry, so that the button still works after other questions. */
function choiceButtons(entries: readonly Entry[], aspects: readonly Aspect[]): Button[] {
  const labels = distinctLabels(entries.map((entry) => entry.shortTitle))
  const options = entries.map(({ id }, i) => ({
    label: numbered(i + 1, labels[i] ?? ''),
    action: encodeAction({ kind: 'show', entryId: id, aspects, page: 1 }) ?? `pick:${i + 1}`,
  }))
  return [...options, { label: numbered(entries.length + 1, buttonWords.other), action: 'other' }]
}

const numbered = (number: number, label: string): string =>
  clip(chooseWords.button(number, label), LONGEST_LABEL)

/** Names short enough for buttons: what all have in common in front goes when they are too long. */
function distinctLabels(names: readonly string[]): string[] {
  const words = names.map((name) => name.split(/\s+/u))
  let common = 0
  while (words.every((list) => list.length > common + 1 && list[common] === words[0]?.[common])) {
    common += 1
  }
  return names.map((name, i) =>
    name.length <= LONGEST_LABEL - 2 ? name : (words[i]?.slice(common).join(' ') ?? name),
  )
}
