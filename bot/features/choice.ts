import { foldText, foldWord, splitWords } from '../../core/index.ts'
import type { Entry } from '../../knowledge/index.ts'
import { MOST_CHOICES, chooseCard } from '../cards/choose-card.ts'
import type { Feature, Outcome, Turn } from '../turn.ts'
import { contentWords } from './small-words.ts'
import { sayOther } from './command.ts'
import { entriesOf } from './entries-of.ts'
import { showEntry } from './show-entry.ts'

const NUMBERS: Readonly<Record<string, number>> = {
  mot: 1,
  nhat: 1,
  dau: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
}

/** Words that may stand around a typed number. */
const AROUND = new Set(
  'so cai viec thu chon chon toi em anh chi minh lua phuong an muc a ah nhe nha nhen di cho lay xin la y tien dau so day do oi u uh vang da ok dc duoc cau option'
    .split(' ')
    .map(foldWord),
)

const BOTH = /^(?:(?:xin |cho |hoi |toi |em )*)(?:ca|tat ca)(?: hai| 2| ba| 3| deu| viec| luon)*$/

/** An answer to the question back: its number in figures or words, "cả hai", or words of one option. */
export const choice: Feature = (turn) => {
  const { choices } = turn.session
  if (choices === null || turn.text === '') return null
  const options = entriesOf(turn, choices.entryIds)
  if (options.length < 2) return null
  const number = typedNumber(turn.text, options.length)
  if (number !== null) return pickChoice(turn, number) ?? askAgain(turn, options)
  if (BOTH.test(foldText(turn.text).replace(/[.!\s]+$/, ''))) return showAll(turn, options)
  const named = namedOption(turn.text, options)
  if (named !== null) return pickChoice(turn, options.indexOf(named) + 1)
  const aspects = turn.knowledge.aspectsOf(turn.text)
  const isAboutChoice = aspects.some((aspect) => aspect !== 'status')
  if (isAboutChoice && contentWords(turn.text).length === 0) {
    return askAgain(turn, options, [...new Set([...choices.aspects, ...aspects])])
  }
  return null
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

function askAgain(
  turn: Turn,
  options: readonly Entry[],
  aspects = turn.session.choices?.aspects ?? [],
): Outcome {
  const card = chooseCard(options, aspects, null)
  const { choices } = turn.session
  return {
    cards: [card],
    session: {
      ...turn.session,
      choices: choices === null ? null : { ...choices, aspects },
      buttons: card.buttons,
    },
  }
}

/** All options one after the other; what follows is about the first. */
function showAll(turn: Turn, options: readonly Entry[]): Outcome {
  const outcomes = options
    .slice(0, MOST_CHOICES)
    .map((entry) => showEntry(turn, { entry, aspects: turn.session.choices?.aspects ?? [] }))
  const cards = outcomes.flatMap((outcome) => outcome.cards)
  return { cards, session: outcomes[0]?.session ?? turn.session }
}

/** "2", "số 2", "mot", "cái đầu", "việc thứ hai", "cái cuối"; null when the text is no number. */
function typedNumber(text: string, count: number): number | null {
  const words = splitWords(text).map(foldWord)
  if (words.length === 0 || words.length > 7) return null
  if (words.every((word) => AROUND.has(word) || word === 'cuoi' || word === 'cung')) {
    if (words.includes('cuoi')) return count
    return words.includes('dau') ? 1 : null
  }
  const numbers = words.filter((word) => !AROUND.has(word))
  const [only] = numbers
  if (numbers.length !== 1 || only === undefined) return null
  return /^\d{1,2}$/.test(only) ? Number(only) : (NUMBERS[only] ?? null)
}

/** The only option whose name or hint holds the whole typed text. */
function namedOption(text: string, options: readonly Entry[]): Entry | null {
  const typed = foldText(text).replace(/[.,!?\s]+$/, '')
  if (typed.length < 5) return null
  const matching = options.filter((entry) =>
    foldText(`${entry.shortTitle} | ${entry.hint ?? ''}`).includes(typed),
  )
  return matching.length === 1 ? (matching[0] ?? null) : null
}
