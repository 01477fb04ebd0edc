import {
  Failure,
  fillUnit,
  formatLocalDate,
  type Button,
  type Card,
  type LocalDate,
  type UnitProfile,
} from '../../core/index.ts'
import { bulletinWording as say } from './wording.ts'

/** A bulletin of administrative reform for everybody who subscribed (bản tin CCHC). */
export interface Bulletin {
  day: LocalDate
  /** 1–4 items of one line each, with the day until which each matters. */
  items: readonly string[]
  /** A warning, below the items. */
  warning: string | null
  /** Names of the texts that it rests on. */
  sources: readonly string[]
  /** What leads on; stopping is added by itself. */
  buttons: readonly Button[]
}

const MOST_ITEMS = 4
const MOST_BUTTONS = 5

/**
 * The card of a bulletin: items first, how to stop last. Whoever approved it is kept elsewhere, not printed.
 * @throws Failure `input` when there is nothing in it, or more than people read
 */
export function bulletinCard(bulletin: Bulletin, unit: UnitProfile): Card {
  const { items, warning, sources, day } = bulletin
  if (items.length === 0 || items.length > MOST_ITEMS) {
    throw new Failure('input', say.wrongCount(MOST_ITEMS))
  }
  if (sources.length === 0) throw new Failure('input', say.noSource)
  const fill = (text: string): string => fillUnit(text, unit)
  return {
    title: say.title(unit.commune ?? unit.province ?? unit.name, formatLocalDate(day)),
    paragraphs: [
      items.map((item) => `- ${fill(item)}`),
      [...(warning === null ? [] : [say.warning(fill(warning))]), say.end(sources.join(', '))],
    ],
    buttons: [...bulletin.buttons.slice(0, MOST_BUTTONS - 1), { label: say.stop, action: 'stop' }],
  }
}
