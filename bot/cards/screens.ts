import { renderPlain } from '../../core/index.ts'
import { answerWords } from '../wording.ts'
import { DISPENSABLE } from './answer-parts.ts'
import type { ExtraLine } from './answer-parts.ts'
import { FIRST_SCREEN, breakLine } from './card-text.ts'

/** One screen of an answer. */
export interface Screen {
  title: string
  paragraphs: readonly (readonly string[])[]
  hasMore: boolean
  /** Lines left out of this screen that a button should lead to. */
  dropped: readonly ExtraLine[]
  /** True when all but the first of what was asked is in short. */
  isShortened: boolean
}

export interface ScreenContent {
  title: string
  /** Lines under the title that are never dropped (a replaced procedure names itself here). */
  opening: readonly string[]
  asked: readonly string[]
  /** The same with all but the first in one line each; tried before what was asked is cut. */
  askedTight: readonly string[]
  extras: readonly ExtraLine[]
  source: string
}

/** Longest line on a card that takes several screens, so that lines pack well. */
const LONGEST_LINE = 220

/**
 * The screen with number `page` (from 1; one too high gives the last).
 * The first holds what was asked and as many other lines as fit, shortened if need be: those of the
 * smallest rank go first.
 * When what was asked does not fit by itself, it goes on at the end of a line.
 */
export function screenOf(content: ScreenContent, page: number): Screen {
  const first = firstScreen(content)
  if (page <= 1 || first.rest.length === 0) return first.screen
  const { title, source } = content
  const screens = laterScreens(answerWords.nextPage(title), first.rest, source)
  const at = Math.min(page - 2, screens.length - 1)
  const lines = screens[at] ?? []
  const hasMore = at < screens.length - 1
  return {
    title: answerWords.nextPage(title),
    paragraphs: [hasMore ? [...lines, answerWords.more] : lines, ...(hasMore ? [] : [[source]])],
    hasMore,
    dropped: [],
    isShortened: false,
  }
}

interface FirstScreen {
  screen: Screen
  /** What later screens show. */
  rest: readonly string[]
}

function firstScreen(content: ScreenContent): FirstScreen {
  const whole = fitting(content, content.asked)
  if (whole !== null) return whole
  const tight = content.askedTight.length < 2 ? null : fitting(content, content.askedTight)
  return tight ?? cutScreen(content)
}

/** The screen with all of `asked` and as many extra lines as fit; null when not even `asked` does. */
function fitting(content: ScreenContent, asked: readonly string[]): FirstScreen | null {
  const { title, extras } = content
  let kept = extras
  let isTight = false
  for (;;) {
    const dropped = extras.filter((extra) => !kept.includes(extra))
    // a dropped line that no button leads to is shown on the next screen
    const rest = dropped
      .filter((extra) => extra.aspect === null)
      .flatMap((extra) => breakLine(extra.text, LONGEST_LINE))
    const hasMore = rest.length > 0
    const lines = hasMore ? [...asked, answerWords.more] : asked
    const paragraphs = paragraphsOf(content, lines, kept, isTight)
    if (lengthOf(title, paragraphs) <= FIRST_SCREEN) {
      const isShortened = asked !== content.asked
      return { screen: { title, paragraphs, hasMore, dropped, isShortened }, rest }
    }
    if (kept.length === 0) return null
    const weakest = kept.reduce((a, b) => (b.rank < a.rank ? b : a))
    if (isTight || weakest.rank === DISPENSABLE) kept = kept.filter((extra) => extra !== weakest)
    else isTight = true
  }
}

/** What was asked does not fit: as many of its lines as do, the rest on later screens. */
function cutScreen(content: ScreenContent): FirstScreen {
  const { title, extras } = content
  const lines = content.asked.flatMap((line) => breakLine(line, LONGEST_LINE))
  const build = (count: number): string[][] =>
    paragraphsOf(content, [...lines.slice(0, count), answerWords.more], [], true)
  let count = lines.length
  while (count > 1 && lengthOf(title, build(count)) > FIRST_SCREEN) count -= 1
  return {
    screen: {
      title,
      paragraphs: build(count),
      hasMore: true,
      dropped: extras,
      isShortened: false,
    },
    rest: [
      ...lines.slice(count),
      ...extras.flatMap((extra) => breakLine(extra.text, LONGEST_LINE)),
    ],
  }
}

const paragraphsOf = (
  { opening, source }: ScreenContent,
  lines: readonly string[],
  extras: readonly ExtraLine[],
  isTight: boolean,
): string[][] =>
  [
    [...opening],
    [...lines],
    [...extras.map((extra) => (isTight ? extra.tight : extra.text)), source],
  ].filter((paragraph) => paragraph.length > 0)

/** Packs lines into screens, each with room for its title and its last line. */
function laterScreens(title: string, lines: readonly string[], source: string): string[][] {
  const room = FIRST_SCREEN - title.length - Math.max(source.length, answerWords.more.length) - 4
  const screens: string[][] = [[]]
  let used = 0
  for (const line of lines) {
    const current = screens.at(-1) ?? []
    if (current.length > 0 && used + line.length + 1 > room) {
      screens.push([line])
      used = line.length + 1
    } else {
      current.push(line)
      used += line.length + 1
    }
  }
  return screens
}

const lengthOf = (title: string, paragraphs: readonly (readonly string[])[]): number =>
  renderPlain({ title, paragraphs, buttons: [] }).normalize('NFC').length
