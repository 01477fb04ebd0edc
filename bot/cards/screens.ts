import { renderPlain } from '../../core/index.ts'
import { answerWords } from '../wording.ts'
import type { ExtraLine } from './answer-parts.ts'
import { FIRST_SCREEN, breakLine } from './card-text.ts'

/** One screen of an answer. */
export interface Screen {
  title: string
  paragraphs: readonly (readonly string[])[]
  hasMore: boolean
  /** Lines left out of this screen that a button should lead to. */
  dropped: readonly ExtraLine[]
}

export interface ScreenContent {
  title: string
  /** Lines under the title that are never dropped (a replaced procedure names itself here). */
  opening: readonly string[]
  asked: readonly string[]
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
  }
}

interface FirstScreen {
  screen: Screen
  /** What later screens show. */
  rest: readonly string[]
}

function firstScreen(content: ScreenContent): FirstScreen {
  const { title, opening, asked, source } = content
  let kept = content.extras
  let isLoose = true
  const build = (lines: readonly string[], isCut: boolean): string[][] =>
    [
      [...opening],
      [...lines, ...(isCut ? [answerWords.more] : [])],
      [...kept.map((extra) => (isLoose ? extra.text : extra.tight)), source],
    ].filter((paragraph) => paragraph.length > 0)
  const dropped = (): ExtraLine[] => content.extras.filter((extra) => !kept.includes(extra))
  const hiding = (): ExtraLine[] => dropped().filter((extra) => extra.aspect === null)
  for (;;) {
    const isCut = hiding().length > 0
    const paragraphs = build(asked, isCut)
    if (lengthOf(title, paragraphs) <= FIRST_SCREEN) {
      const screen = { title, paragraphs, hasMore: isCut, dropped: dropped() }
      return { screen, rest: isCut ? dropped().map((extra) => extra.text) : [] }
    }
    const weakest = kept.toSorted((a, b) => a.rank - b.rank)[0]
    if (weakest === undefined) break
    if (isLoose) isLoose = false
    else kept = kept.filter((extra) => extra !== weakest)
  }
  const lines = asked.flatMap((line) => breakLine(line, LONGEST_LINE))
  let count = lines.length
  while (count > 1 && lengthOf(title, build(lines.slice(0, count), true)) > FIRST_SCREEN) count -= 1
  const screen = {
    title,
    paragraphs: build(lines.slice(0, count), true),
    hasMore: true,
    dropped: dropped(),
  }
  return { screen, rest: [...lines.slice(count), ...dropped().map((extra) => extra.text)] }
}

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
