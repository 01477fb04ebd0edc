import type { Button, Card, LocalDate } from '../../core/index.ts'
import { currentValue } from '../../knowledge/index.ts'
import type { Aspect, Entry } from '../../knowledge/index.ts'
import { encodeAction } from '../actions.ts'
import { ASPECT_WORDS, answerWords, buttonWords } from '../wording.ts'
import { askedLines, extraLines, sourceLine } from './answer-parts.ts'
import type { AnswerInput } from './answer-parts.ts'
import { LONGEST_LABEL, peopleButton } from './buttons.ts'
import { isWhole } from './card-text.ts'
import { clip, wholeWords } from './clip.ts'
import { understoodLines } from './understood.ts'
import { LONGEST_NAME, titleOf } from './answer-title.ts'
import { screenOf } from './screens.ts'
import type { Screen, ScreenContent } from './screens.ts'

const MOST_BUTTONS = 5
const MOST_RELATED = 2
/** A value of one line up to this length stands on the card as it is. */
const WHOLE_LINE = 100

/** Which aspects a button offers first. */
const BUTTON_ORDER: readonly Aspect[] = [
  'components',
  'place_hours',
  'online',
  'postal',
  'substitute',
  'obligation',
  'fee',
  'duration',
  'form',
  'conditions',
  'steps',
  'result',
  'payment',
  'copies',
  'validity_change',
  'authority',
  'legal_basis',
  'status',
]

/** The answer (thẻ trả lời): what was asked first and whole, then the fixed order, the doubt beside its value. */
export function answerCard(given: AnswerInput): Card {
  if (isEnded(given.entry, given.day)) return repealedCard(given)
  const isFull = screenOf(contentOf(given), 1).hasMore
  const input = isFull ? { ...given, isWithoutSummary: true } : given
  const screen = screenOf(contentOf(input), input.page)
  const { entry, ratingFor } = input
  return {
    title: screen.title,
    paragraphs: screen.paragraphs,
    buttons: buttonsOf(input, screen),
    // nobody in mourning is asked for marks
    ...(ratingFor === null || entry.tone === 'grief' ? {} : { ratingFor }),
  }
}

function contentOf(input: AnswerInput): ScreenContent {
  const { entry } = input
  const title = titleOf(input)
  const isReplacement = input.replacedCode !== null
  const asked = askedLines(input)
  const extras = extraLines(input)
  return {
    title: isReplacement ? answerWords.replaced(input.replacedCode ?? '', entry.code) : title,
    opening: [
      ...understoodLines(input.understood ?? null),
      ...(entry.tone === 'grief' ? [answerWords.condolence] : []),
      ...(isReplacement ? [title] : []),
      ...(input.asksForPart ? [answerWords.whichPart] : []),
    ],
    asked: asked.length + extras.length > 0 ? asked : [bodyLine(entry)],
    askedTight: input.aspects.length > 1 ? askedLines(input, true) : [],
    extras,
    source: sourceLine(input),
  }
}

/** True when an entry no longer holds, whatever its values say. */
export const isEnded = (entry: Entry, day: LocalDate): boolean =>
  entry.isRepealed || (entry.validTo !== null && entry.validTo < day)

/** An entry without values still has its text, for example a legal document. */
const bodyLine = (entry: Entry): string => clip(entry.text, 380) || answerWords.nothingElse

function repealedCard(input: AnswerInput): Card {
  const { entry, ratingFor } = input
  return {
    title: answerWords.repealed(entry.code ?? clip(entry.shortTitle, LONGEST_NAME)),
    paragraphs: [
      [clip(entry.shortTitle, LONGEST_NAME), answerWords.repealedHelp],
      [sourceLine({ ...input, aspects: [] })],
    ],
    buttons: [peopleButton],
    ...(ratingFor === null ? {} : { ratingFor }),
  }
}

function buttonsOf(input: AnswerInput, screen: Screen): Button[] {
  const { entry, aspects, page } = input
  // an identifier too long for an action is left out: the entry is then the one of the last answer
  const show = (label: string, asked: readonly Aspect[], screenNumber: number): Button | null =>
    showButton(label, entry.id, asked, screenNumber) ?? showButton(label, '', asked, screenNumber)
  const more = screen.hasMore ? show(buttonWords.more, aspects, Math.max(1, page) + 1) : null
  const related = entry.related
    .slice(0, MOST_RELATED)
    .map(({ label, entryId }) => showButton(label, entryId, [], 1))
  const next = usefulAspects(input, screen).map((aspect) =>
    show(ASPECT_WORDS[aspect].button, [aspect], 1),
  )
  const offered = input.asksForPart ? [...next, ...related] : [...related, ...next]
  return [more, ...offered]
    .filter((button) => button !== null)
    .slice(0, MOST_BUTTONS - 1)
    .concat(peopleButton)
}

/** Aspects that the entry has, that were not asked, and that the card does not show whole already. */
function usefulAspects(
  { entry, aspects, day }: AnswerInput,
  { dropped, isShortened }: Screen,
): Aspect[] {
  const hidden = [
    ...(isShortened ? aspects.slice(1) : []),
    ...dropped.flatMap((extra) => extra.aspect ?? []),
  ]
  const open = BUTTON_ORDER.filter((aspect) => {
    const value = currentValue(entry, aspect, day)
    if (value === undefined || aspects.includes(aspect) || hidden.includes(aspect)) return false
    return !isOnCard(aspect) || !isWhole(value, WHOLE_LINE)
  })
  return [...hidden, ...open]
}

const isOnCard = (aspect: Aspect): boolean =>
  ['components', 'place_hours', 'duration', 'fee', 'online', 'postal', 'payment'].includes(aspect)

function showButton(
  label: string,
  entryId: string,
  aspects: readonly Aspect[],
  page: number,
): Button | null {
  const action = encodeAction({ kind: 'show', entryId, aspects, page })
  return action === null ? null : { label: wholeWords(label, LONGEST_LABEL), action }
}
