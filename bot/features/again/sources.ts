import { foldText, formatLocalDate, renderPlain } from '../../../core/index.ts'
import type { Card, LocalDate } from '../../../core/index.ts'
import { currentValue } from '../../../knowledge/index.ts'
import type { Aspect, Entry, Provenance, ValueSlot } from '../../../knowledge/index.ts'
import { peopleButton } from '../../cards/buttons.ts'
import { FIRST_SCREEN } from '../../cards/card-text.ts'
import { clip } from '../../cards/clip.ts'
import { talkCard } from '../../cards/plain-cards.ts'
import type { Feature } from '../../turn.ts'
import { ASPECT_WORDS } from '../../wording.ts'
import { contentWords } from '../small-words.ts'
import { sayOnly } from '../show-entry.ts'
import { sourceWords as say } from './wording.ts'

/** Asks whether the answer is sure and where it comes from, folded. */
const ASKS =
  /\b(?:(?:co )?chac (?:chan )?(?:khong|ko|k|hong|hok|chua|k0)|nguon (?:dau|nao|o dau|gi|tin)|(?:xem|cho xem|cho toi) nguon|lay (?:thong tin )?o dau ra|(?:tin|dang tin) (?:duoc )?(?:khong|ko|k)|ai noi (?:vay|the)|co dung (?:khong|ko|k)(?: vay| the| do)?$)|^nguon$/
const LEFT_OVER =
  /\b(?:chac|chan|nguon|tin|dang|duoc|thong|dung|dau|vay|the|do|thiet|that|ai noi|noi)\b/g
const LONGEST_TEXT = 80
const LONGEST_NAME = 80

/** What an overview shows. */
const SHOWN: readonly ValueSlot[] = ['summary', 'components', 'place_hours', 'duration', 'fee']

/** "Chắc không, nguồn đâu": the sources of the last answer, how sure each is, and where to look it up. */
export const sources: Feature = (turn) => {
  const { text, session, knowledge, day } = turn
  if (text === '' || text.length > LONGEST_TEXT) return null
  const folded = foldText(text)
    .replace(/[?!.,]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (!ASKS.test(folded) || contentWords(folded.replace(LEFT_OVER, ' ')).length > 0) return null
  const entry = session.entryId === null ? null : knowledge.find(session.entryId)
  const card = entry === null ? talkCard(say.which) : sourcesCard(entry, session.aspects, day)
  return {
    ...sayOnly(turn, card),
    asked: {
      text,
      outcome: entry === null ? 'none' : 'answer',
      reason: entry === null ? 'not_found' : null,
      entryId: entry?.id ?? null,
    },
  }
}

function sourcesCard(entry: Entry, aspects: readonly Aspect[], day: LocalDate): Card {
  const slots: readonly ValueSlot[] = aspects.length > 0 ? aspects : SHOWN
  const told = new Map<string, { what: string[]; from: Provenance }>()
  for (const slot of slots) {
    const from = currentValue(entry, slot, day)?.provenance
    if (from === undefined) continue
    const key = JSON.stringify([from.source, from.confidence, from.checkedOn])
    const line = told.get(key) ?? { what: [], from }
    line.what.push(slot === 'summary' || slot === 'note' ? say.answer : ASPECT_WORDS[slot].line)
    told.set(key, line)
  }
  if (told.size === 0) told.set('', { what: [say.answer], from: entry.provenance })
  const lines = [...told.values()].map(({ what, from }) =>
    say.line(
      what.join(', '),
      from.source,
      say.sure[from.confidence],
      from.checkedOn === null ? null : formatLocalDate(from.checkedOn),
    ),
  )
  const build = (kept: readonly string[]): Card => ({
    title: say.title(clip(entry.shortTitle, LONGEST_NAME)),
    paragraphs: [kept, [entry.code === null ? say.noCode : say.code(entry.code), say.slip]],
    buttons: [peopleButton],
  })
  let kept = lines
  while (kept.length > 1 && renderPlain(build(kept)).normalize('NFC').length > FIRST_SCREEN) {
    kept = kept.slice(0, -1)
  }
  return build(kept)
}
