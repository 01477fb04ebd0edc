import { foldText, renderPlain } from '../../../core/index.ts'
import type { Card, LocalDate } from '../../../core/index.ts'
import { currentValue } from '../../../knowledge/index.ts'
import type { Entry, ValueSlot } from '../../../knowledge/index.ts'
import { peopleButton } from '../../cards/buttons.ts'
import { FIRST_SCREEN, fullLines, oneLine } from '../../cards/card-text.ts'
import { clip } from '../../cards/clip.ts'
import { peopleOf } from '../../cards/people-lines.ts'
import { talkCard } from '../../cards/plain-cards.ts'
import type { Feature, Outcome, Turn } from '../../turn.ts'
import { contentWords } from '../small-words.ts'
import { sayOnly } from '../show-entry.ts'
import { plainWords as say } from './wording.ts'

/** Asks for the same in plainer words, folded. */
const ASKS =
  /\b(?:noi|giai thich|viet|tra loi|chi|dien giai)\b.*\b(?:de hieu|don gian|ngan gon|ngan|gon|de nghe|binh dan)\b|\b(?:kho hieu|dai qua|dai dong|roi qua|roi ram|ngan gon|tom tat|tom lai|(?:doc|nghe) (?:khong|ko|k|hong|chang) hieu)\b/g
/** What may stand around it besides small words. */
const AROUND =
  /\b(?:hieu|hon|noi|doc|nghe|giai thich|that|sao|thoi|lai|chut|xiu|luon|gium|het|troi)\b/g
const LONGEST_TEXT = 80
const LONGEST_LINE = 140
const LONGEST_NAME = 80

const LINES: readonly (readonly [ValueSlot, (text: string) => string])[] = [
  ['components', say.bring],
  ['place_hours', say.goTo],
  ['duration', say.wait],
  ['fee', say.pay],
]

/** "Nói lại dễ hiểu hơn": the same answer, one thing a line; asked again, the people who help. */
export const plainer: Feature = (turn) => {
  const { text, session, knowledge, day } = turn
  if (text === '' || text.length > LONGEST_TEXT) return null
  const folded = foldText(text).replace(/[?!.,]+/g, ' ')
  const rest = folded.replace(ASKS, ' ')
  if (rest === folded || contentWords(rest.replace(AROUND, ' ')).length > 0) return null
  const entry = session.entryId === null ? null : knowledge.find(session.entryId)
  if (entry === null) return sayOnly(turn, talkCard(say.which))
  return session.plainTimes > 0 ? toPeople(turn) : again(turn, plainCard(entry, day))
}

function toPeople(turn: Turn): Outcome {
  const lines = [say.peopleLine, ...peopleOf(turn.unit)]
  return again(turn, { title: say.peopleTitle, paragraphs: [lines], buttons: [peopleButton] })
}

/** What is talked about stays. */
function again(turn: Turn, card: Card): Outcome {
  const said = sayOnly(turn, card)
  return { ...said, session: { ...said.session, plainTimes: turn.session.plainTimes + 1 } }
}

/** The short forms of an entry, without codes and laws. */
function plainCard(entry: Entry, day: LocalDate): Card {
  const summary = currentValue(entry, 'summary', day)
  const inShort =
    summary === undefined
      ? []
      : [say.inShort(upper(bare(summary.short ?? fullLines(summary)[0] ?? '')))]
  const lines = LINES.flatMap(([slot, line]) => {
    const value = currentValue(entry, slot, day)
    const short = value === undefined ? null : oneLine(value, LONGEST_LINE)
    return short === null ? [] : [line(bare(short))]
  })
  const build = (kept: readonly string[]): Card => ({
    title: say.title(clip(entry.shortTitle, LONGEST_NAME)),
    paragraphs: [kept.length > 0 ? kept : [clip(entry.text, LONGEST_LINE)], [say.askMore]],
    buttons: [peopleButton],
  })
  let kept = [...inShort, ...lines]
  while (kept.length > 1 && renderPlain(build(kept)).normalize('NFC').length > FIRST_SCREEN) {
    kept = kept.slice(0, -1)
  }
  return build(kept)
}

const bare = (text: string): string => text.replace(say.codes, '').trim()

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
