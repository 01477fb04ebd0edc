import { foldText, foldWord, splitWords } from '../../core/index.ts'
import type { Aspect, Entry } from '../../knowledge/index.ts'
import { parseAction } from '../actions.ts'
import { MOST_CHOICES, chooseCard, whichOfCard } from '../cards/choose-card.ts'
import type { SessionData } from '../session-data.ts'
import type { Feature, Outcome, Turn } from '../turn.ts'
import { askedAspects, namingWords } from './asked-aspects.ts'
import { sayOther } from './command.ts'
import { entriesOf } from './entries-of.ts'
import { sayOnly, showEntry } from './show-entry.ts'
import { contentWords } from './small-words.ts'
import { severalNumbers, typedNumber } from './typed-number.ts'

/** "Cả hai", "tất cả": how many are meant, `all` for every one; null when the text says no such thing. */
const ALL =
  /^(?:(?:xin |cho |hoi |toi |em |xem )*)(?:(?:ca|tat ca)(?: (hai|ba|bon|2|3|4)| deu| luon)?|het)(?: (?:cai|viec|luon|deu|do|nay|nhe|nha|a))*$/
const COUNTS: Readonly<Record<string, number>> = { hai: 2, ba: 3, bon: 4, 2: 2, 3: 3, 4: 4 }
/** A text with more words is a question of its own. */
const MOST_WORDS = 8

/**
 * An answer to a question back: its number in figures or words, "cả hai", or words of one option.
 * The options stay for some messages; what names none of them and nothing else asks for a choice again.
 */
export const choice: Feature = (turn) => {
  const { choices, choicesAge } = turn.session
  if (turn.text === '') return null
  const near = pressNear(turn)
  if (near !== null) return near
  if (choices === null) return null
  const options = entriesOf(turn, choices.entryIds)
  if (options.length < 2) return null
  const isOpen = choicesAge === 0
  const several = severalNumbers(turn.text, options.length)
  if (several.length > 1)
    return showAll(
      turn,
      several.flatMap((n) => options[n - 1] ?? []),
    )
  const number = typedNumber(turn.text, options.length)
  if (number !== null) {
    return pickChoice(turn, number) ?? (isOpen ? askAgain(turn, options) : null)
  }
  const count = countOfAll(turn.text, options.length)
  if (count !== null) {
    return count === options.length ? showAll(turn, options) : askWhich(turn, options, count)
  }
  const named = namedOption(turn.text, options, isOpen)
  if (named !== null) return pickChoice(turn, options.indexOf(named) + 1)
  return isOpen ? aboutNone(turn, options) : null
}

/** Shows the list once more; null when there is none, or when it is not open and `isAnyAge` is not set. */
export function chooseAgain(turn: Turn, isAnyAge = false): Outcome | null {
  const { choices, choicesAge } = turn.session
  if (choices === null || (choicesAge > 0 && !isAnyAge)) return null
  const options = entriesOf(turn, choices.entryIds)
  return options.length < 2 ? null : askAgain(turn, options)
}

/** Takes the option with this number, from 1; the one after the last is "another thing". */
export function pickChoice(turn: Turn, number: number): Outcome | null {
  const { choices } = turn.session
  if (choices === null) return null
  if (number === choices.entryIds.length + 1) return sayOther(turn)
  const [entry] = entriesOf(turn, choices.entryIds.slice(number - 1, number))
  if (number < 1 || entry === undefined) return null
  return showEntry(turn, { entry, aspects: choices.aspects, askedText: choices.text })
}

/** A number typed after a card that had no answer presses its button to an entry. */
function pressNear(turn: Turn): Outcome | null {
  const { misses, missTitle, buttons } = turn.session
  if (misses === 0 || missTitle === null) return null
  const actions = buttons.map(({ action }) => parseAction(action))
  const shown = actions.flatMap((action) => (action?.kind === 'show' ? [action] : []))
  const number = shown.length === 0 ? null : typedNumber(turn.text, shown.length)
  const action = number === null ? undefined : shown[number - 1]
  const entry = action === undefined ? null : turn.knowledge.find(action.entryId)
  return action === undefined || entry === null
    ? null
    : showEntry(turn, { entry, aspects: action.aspects })
}

/** Short, and its words name nothing: what it asks is kept for the choice, and the choice is asked for again. */
function aboutNone(turn: Turn, options: readonly Entry[]): Outcome | null {
  const { text, knowledge, session } = turn
  const words = splitWords(text)
  if (words.length > MOST_WORDS || !words.some((word) => /\p{L}/u.test(word))) return null
  if (namingWords(text, knowledge).length > 0) return null
  const asked = askedAspects(text, knowledge)
  // how far a dossier is has nothing to do with the options
  if (asked.length > 0 && asked.every((aspect) => aspect === 'status')) return null
  return askAgain(turn, options, [...new Set([...(session.choices?.aspects ?? []), ...asked])])
}

function askAgain(
  turn: Turn,
  options: readonly Entry[],
  aspects: readonly Aspect[] = turn.session.choices?.aspects ?? [],
): Outcome {
  const card = chooseCard(options, aspects, null, turn.day)
  return { cards: [card], session: reopened(turn, aspects, card.buttons) }
}

function askWhich(turn: Turn, options: readonly Entry[], count: number): Outcome {
  const aspects = turn.session.choices?.aspects ?? []
  const card = whichOfCard(options, aspects, count, turn.day)
  return { cards: [card], session: reopened(turn, aspects, card.buttons) }
}

function reopened(
  { session }: Turn,
  aspects: readonly Aspect[],
  buttons: SessionData['buttons'],
): SessionData {
  const { choices } = session
  return {
    ...session,
    choices: choices === null ? null : { ...choices, aspects },
    choicesAge: 0,
    missTitle: null,
    buttons,
  }
}

/** Several options one after the other; what follows is about the first. */
function showAll(turn: Turn, options: readonly Entry[]): Outcome {
  const outcomes = options
    .slice(0, MOST_CHOICES)
    .map((entry) => showEntry(turn, { entry, aspects: turn.session.choices?.aspects ?? [] }))
  const cards = outcomes.flatMap((outcome) => outcome.cards)
  return outcomes[0] === undefined ? sayOnly(turn) : { cards, session: outcomes[0].session }
}

function countOfAll(text: string, count: number): number | null {
  const match = ALL.exec(foldText(text).replace(/[.!?\s]+$/, ''))
  if (match === null) return null
  const said = match[1] === undefined ? count : (COUNTS[match[1]] ?? count)
  return Math.min(said, count)
}

/** What is typed when the options are no longer on the last card must say more than a syllable. */
const SHORTEST_LATER = 5

/**
 * The only option whose name or hint holds the typed words, or what is left of them without small ones ("cái xe ấy");
 * just after the options one short word is enough, and the option's own keywords count too.
 */
function namedOption(text: string, options: readonly Entry[], isOpen: boolean): Entry | null {
  const whole = splitWords(text).map(foldWord)
  if (whole.length === 0 || whole.length > MOST_WORDS) return null
  const names = ({ shortTitle, hint, buttonLabel }: Entry): string[] => [
    shortTitle,
    hint ?? '',
    buttonLabel ?? '',
  ]
  const typed = whole.join(' ')
  const exact = typed.length < SHORTEST_LATER ? null : onlyWith(typed, options, names)
  if (exact !== null || !isOpen) return exact
  const content = contentWords(text).join(' ')
  if (content === '') return null
  return (
    onlyWith(content, options, names) ?? onlyWith(content, options, ({ keywords }) => [...keywords])
  )
}

function onlyWith(
  typed: string,
  options: readonly Entry[],
  wordsOf: (option: Entry) => readonly string[],
): Entry | null {
  const matching = options.filter((option) =>
    wordsOf(option).some((words) =>
      ` ${splitWords(words).map(foldWord).join(' ')} `.includes(` ${typed} `),
    ),
  )
  return matching.length === 1 ? (matching[0] ?? null) : null
}
