import { foldText, formatLocalDate, formatOpeningHours, officeName } from '../../../core/index.ts'
import type { Card, OfficeKind, UnitProfile } from '../../../core/index.ts'
import { peopleOf } from '../../cards/people-lines.ts'
import { talkCard } from '../../cards/plain-cards.ts'
import type { Feature, Turn } from '../../turn.ts'
import { officeNamed } from '../hours/office-asked.ts'
import { sayOnly } from '../show-entry.ts'
import { contentWords } from '../small-words.ts'
import { officeWords as say } from './wording.ts'

/** Asks where a place is or what its number is, folded. */
const ASKS =
  /\b(?:so dien thoai|so dt|sdt|dien thoai|so phone|hotline|duong day nong|so may|so nao|goi so|lien he|lien lac|dia chi|o dau|cho nao|o mo|nam dau|duong nao|thon nao|khu nao|ve dau|den dau)\b/
/** Names of the places and what stands around them. */
const AROUND =
  /\b(?:uy ban nhan dan|uy ban|ubnd|cong an|ca|tru so|trung tam phuc vu hanh chinh cong|trung tam hanh chinh cong|trung tam|phuc vu|hanh chinh cong|hanh chinh|ttpvhcc|mot cua|1 cua|bo phan|tiep nhan|xa|phuong|minh|nay|toi|ta|moi|so|goi|lien he|lien lac|nam|nha|duong|lam viec|cho)\b/g
const ASKS_FEEDBACK =
  /\b(?:phan anh|gop y|kien nghi|gop y kien|duong day nong|hotline)\b.*\b(?:gui|o dau|cho nao|so nao|so may|di dau|the nao|ra sao|cho ai|dau)\b/
const FEEDBACK_AROUND =
  /\b(?:phan anh|gop y|y kien|kien nghi|gui|nhan|duong day nong|hotline|xa|phuong|cua|noi|cho ai|may)\b/g
const MOST_WORDS = 12

/** "Số điện thoại công an xã", "ủy ban ở đâu", "phản ánh gửi ở đâu": what the unit told about its own places. */
export const offices: Feature = (turn) => {
  const folded = foldText(turn.text)
    .replace(/[?!.,\s]+/g, ' ')
    .trim()
  if (folded.split(' ').length > MOST_WORDS) return null
  const card = contactAsked(folded, turn.unit) ?? feedbackAsked(folded, turn.unit)
  if (card === null) return null
  const asked = { text: turn.text, outcome: 'answer' as const, reason: null, entryId: null }
  return { ...sayOnly(turn, card), asked }
}

function contactAsked(folded: string, unit: UnitProfile): Card | null {
  const office = officeNamed(folded)
  if (office === null || !ASKS.test(folded)) return null
  const rest = folded.replace(ASKS, ' ').replace(AROUND, ' ')
  return contentWords(rest).length > 0 ? null : contactCard(office, unit)
}

/** A place with all that is known of it; says so and names others while nothing is. */
function contactCard(office: OfficeKind, unit: UnitProfile): Card {
  const { address, phone, hours } = unit.offices[office]
  const name = officeName(unit, office)
  const lines = [
    address === null ? null : say.address(address),
    phone === null ? null : say.phone(phone),
    hours === null ? null : say.hours(formatOpeningHours(hours)),
  ].filter((line) => line !== null)
  return lines.length === 0
    ? talkCard({ title: say.unknownTitle(name), lines: [say.unknown, ...peopleOf(unit)] })
    : talkCard({ title: say.title(name), lines: [...lines, sourceOf(unit)] })
}

/** Only where the unit said where: a guide tells the ways that hold everywhere. */
function feedbackAsked(folded: string, unit: UnitProfile): Card | null {
  if (unit.feedback === null || !ASKS_FEEDBACK.test(folded)) return null
  const rest = folded.replace(ASKS, ' ').replace(FEEDBACK_AROUND, ' ')
  if (contentWords(rest).length > 0) return null
  return talkCard({
    title: say.feedbackTitle,
    lines: [say.feedback(unit.feedback), say.feedbackPortal, sourceOf(unit)],
  })
}

const sourceOf = ({ name, updatedOn }: Turn['unit']): string =>
  say.source(name ?? say.anyUnit, updatedOn === null ? null : formatLocalDate(updatedOn))
