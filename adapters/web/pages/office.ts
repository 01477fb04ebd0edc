import {
  formatOpeningHours,
  officeName,
  type Office,
  type OfficeKind,
  type UnitProfile,
} from '../../../core/index.ts'
import { wording } from '../wording.ts'
import { html, type Html } from './html.ts'
import { linkedText } from './text.ts'

/** An office with its name. */
interface NamedOffice extends Office {
  name: string
}

const SHOWN: readonly OfficeKind[] = ['center', 'committee']

/** The place to go to (nơi tiếp nhận): the centre, or else the committee; null when nothing is known of either. */
export function officeToShow(unit: UnitProfile): NamedOffice | null {
  for (const kind of SHOWN) {
    const office = unit.offices[kind]
    const isKnown = [office.address, office.phone, office.hours].some((part) => part !== null)
    if (isKnown) return { name: officeName(unit, kind), ...office }
  }
  return null
}

const noCodes = (): boolean => false

/**
 * Where to go and whom to call, with what is known of it; '' when nothing is.
 * @param openNow whether it is open now, in words
 */
export function officeHtml(unit: UnitProfile, openNow: string | null): Html | '' {
  const text = wording.office
  const office = officeToShow(unit)
  if (office === null && unit.feedback === null) return ''
  const lines: [string, string | null][] = [
    [text.address, office?.address ?? null],
    [text.phone, office?.phone ?? null],
    [text.hours, office?.hours ? formatOpeningHours(office.hours) : null],
    [text.feedback, unit.feedback],
  ]
  return html`<div class="office">
    ${office === null ? '' : html`<p class="office-name">${office.name}</p>`}
    ${openNow === null ? '' : html`<p class="open-now">${openNow}</p>`}
    ${lines.map(([name, value]) =>
      value === null
        ? ''
        : html`<p>
            ${name}: ${name === text.phone ? phoneHtml(value) : linkedText(value, noCodes)}
          </p>`,
    )}
  </div>`
}

/** Every number of it can be called. */
const phoneHtml = (phones: string): (Html | string)[] =>
  phones.split(/([,;/]\s*| - )/).map((part) => {
    const digits = part.replace(/[^\d+]/g, '')
    return digits.length < 3 ? part : html`<a href="tel:${digits}">${part.trim()}</a>`
  })
