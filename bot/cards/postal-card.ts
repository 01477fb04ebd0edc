import { foldText, renderPlain } from '../../core/index.ts'
import type { Button, Card, LocalDate } from '../../core/index.ts'
import { currentValue } from '../../knowledge/index.ts'
import type { Aspect, Entry, ValueSlot } from '../../knowledge/index.ts'
import { encodeAction } from '../actions.ts'
import { ASPECT_WORDS, answerWords, postalWords } from '../wording.ts'
import { sourceLine } from './answer-parts.ts'
import type { AnswerInput } from './answer-parts.ts'
import { peopleButton } from './buttons.ts'
import { FIRST_SCREEN, fullLines, oneLine } from './card-text.ts'
import { clip } from './clip.ts'

/** What the guide says of every parcel, in this order. */
const STEPS: readonly (readonly [ValueSlot, string])[] = [
  ['postal', postalWords.how],
  ['fee', postalWords.fee],
  ['duration', postalWords.duration],
  ['result', postalWords.receiving],
]
const LONGEST_STEP = 150
const LONGEST_OWN = 160
const LONGEST_RESULT = 40

/**
 * One procedure by public post (dịch vụ bưu chính công ích): its own rule, and how the post does it.
 * @param guide the guide to the public post
 * @returns null when the procedure cannot be done by post, nothing is known of it, or it does not fit
 */
export function postalCard(input: AnswerInput, guide: Entry): Card | null {
  const { entry, day } = input
  const own = currentValue(entry, 'postal', day)
  if (own === undefined || postalWords.refusal.test(foldText(own.text))) return null
  const steps = STEPS.flatMap(([slot, label]) => {
    const value = currentValue(guide, slot, day)
    const line = value === undefined ? null : oneLine(value, LONGEST_STEP)
    return line === null ? [] : [answerWords.line(label, line)]
  })
  if (steps.length < STEPS.length) return null
  const rule = ruleOf(fullLines(own).join(' '))
  const result = plainResult(entry, day)
  const isPlain = result !== null && postalWords.plainly.test(own.text)
  const title = isPlain
    ? postalWords.title(result)
    : answerWords.title(clip(entry.shortTitle, LONGEST_RESULT * 2), [ASPECT_WORDS.postal.title])
  const source = sourceLine({ ...input, entry: guide, aspects: ['postal'] })
  const paragraphs = isPlain
    ? [steps, [...(rule === '' ? [] : [clip(rule, LONGEST_OWN)]), source]]
    : [[clip(rule, LONGEST_OWN)], [...steps, source]]
  const card: Card = {
    title,
    paragraphs,
    buttons: buttonsOf(entry, guide),
    ...(input.ratingFor === null ? {} : { ratingFor: input.ratingFor }),
  }
  return renderPlain(card).normalize('NFC').length <= FIRST_SCREEN ? card : null
}

/** Without the "được" that the title says. */
function ruleOf(text: string): string {
  const rest = text.replace(postalWords.plainly, '').replace(/^[.,;\s]+/u, '')
  const said = rest === '' ? '' : rest
  return said.charAt(0).toUpperCase() + said.slice(1)
}

/** What is sent home, where it is said in few words. */
function plainResult(entry: Entry, day: LocalDate): string | null {
  const short = currentValue(entry, 'result', day)?.short
  return short !== undefined && short.length <= LONGEST_RESULT && !/[;:(]/.test(short)
    ? short
    : null
}

function buttonsOf(entry: Entry, guide: Entry): Button[] {
  const show = (label: string, { id }: Entry, aspects: readonly Aspect[]): Button[] => {
    const action = encodeAction({ kind: 'show', entryId: id, aspects, page: 1 })
    return action === null ? [] : [{ label, action }]
  }
  return [
    ...show(postalWords.offices, guide, ['place_hours']),
    ...show(ASPECT_WORDS.online.button, entry, ['online']),
    ...show(postalWords.back, entry, ['components']),
    peopleButton,
  ]
}
