import { foldText, renderPlain } from '../../core/index.ts'
import type { Card, LocalDate } from '../../core/index.ts'
import { currentValue } from '../../knowledge/index.ts'
import type { Aspect, Entry } from '../../knowledge/index.ts'
import { wishWords } from '../wording.ts'
import { FIRST_SCREEN, oneLine } from './card-text.ts'
import { MOST_CHOICES, choiceButtons } from './choose-card.ts'
import { clip } from './clip.ts'

const LONGEST_NAME = 60
/** How much is said of the place and of the one thing that matters, the first that fits. */
const SIZES = [70, 50, 36, 0] as const

/** In which order several things are best done: what the others need first, then what is done the same day. */
export function inBestOrder(entries: readonly Entry[], day: LocalDate): Entry[] {
  const rank = (entry: Entry): number => {
    if (foldText(entry.field ?? '').includes(wishWords.identityField)) return 0
    return isSameDay(entry, day) ? 1 : 2
  }
  return entries.toSorted((a, b) => rank(a) - rank(b))
}

const isSameDay = (entry: Entry, day: LocalDate): boolean =>
  foldText(currentValue(entry, 'duration', day)?.text ?? '').startsWith(wishWords.sameDay)

/**
 * Several things asked at once: one numbered line each with where it is done and what it takes, in the order in which
 * they are best done.
 * @param entries in that order
 */
export function wishesCard(
  entries: readonly Entry[],
  aspects: readonly Aspect[],
  day: LocalDate,
): Card {
  const options = entries.slice(0, MOST_CHOICES)
  const isIdentityFirst = foldText(options[0]?.field ?? '').includes(wishWords.identityField)
  const order = isIdentityFirst
    ? wishWords.identityFirst
    : options.some((entry) => isSameDay(entry, day))
      ? wishWords.sameDayFirst
      : wishWords.anyOrder
  const build = (size: number): Card => ({
    title: wishWords.title(options.length),
    paragraphs: [
      options.map((entry, at) => wishWords.wish(at + 1, ...lineOf(entry, aspects, day, size))),
      [
        order,
        wishWords.howTo(options.length),
        ...(entries.length > options.length ? [wishWords.others] : []),
      ],
    ],
    buttons: choiceButtons(options, aspects),
  })
  const cards = SIZES.map(build)
  const isFitting = (card: Card): boolean =>
    renderPlain(card).normalize('NFC').length <= FIRST_SCREEN
  return cards.find(isFitting) ?? build(0)
}

/** Name, where, and the one thing that matters: what was asked, else how long it takes. */
function lineOf(
  entry: Entry,
  aspects: readonly Aspect[],
  day: LocalDate,
  size: number,
): [string, string[]] {
  const matters = [...aspects, 'duration' as const, 'fee' as const].find(
    (aspect) => aspect !== 'place_hours' && currentValue(entry, aspect, day) !== undefined,
  )
  const told = (['place_hours', ...(matters === undefined ? [] : [matters])] as const)
    .map((aspect) => currentValue(entry, aspect, day))
    .map((value) => (value === undefined || size === 0 ? null : oneLine(value, size)))
    .filter((line) => line !== null)
    .map((line) => line.replace(/(?:[,;.] …|\.)$/u, ''))
  return [clip(entry.shortTitle, LONGEST_NAME), told]
}
