import { formatOpeningHours } from './opening-hours.ts'
import { OFFICES, type OfficeKind } from './offices.ts'
import type { UnitProfile } from './unit.ts'
import {
  COMMUNE,
  OFFICE_NAMES,
  OFFICE_TOKENS,
  PROVINCE,
  WITH_HOURS,
  WITH_PHONE,
} from './wording.ts'

const TOKEN = /\{([^{}]{1,40})\}/gu

/** The office as people call it: with the commune's name where it is known. */
export const officeName = (unit: UnitProfile, office: OfficeKind): string =>
  `${OFFICE_NAMES[office]} ${unit.commune ?? COMMUNE}`

/** The office with its telephone, where that is known. */
export function officeContact(unit: UnitProfile, office: OfficeKind): string {
  const { phone } = unit.offices[office]
  return phone === null ? officeName(unit, office) : `${officeName(unit, office)}, ${phone}`
}

/** The office with its telephone and its usual week, where those are known. */
export function officeContactHours(unit: UnitProfile, office: OfficeKind): string {
  const { hours } = unit.offices[office]
  const contact = officeContact(unit, office)
  return hours === null ? contact : `${contact}, ${formatOpeningHours(hours)}`
}

/**
 * Puts the unit's data where the text has tokens such as `{trung tâm}`; what is not known reads as the general word.
 * Braces that hold no token of ours stay.
 */
export const fillUnit = (text: string, unit: UnitProfile): string =>
  text.includes('{')
    ? text.replace(TOKEN, (whole, token: string) => valueOf(nameOf(token), unit) ?? whole)
    : text

/** The offices that a text names by tokens, each once, in the order of `OFFICES`. */
export function officesIn(text: string): OfficeKind[] {
  const names = [...text.matchAll(TOKEN)].map(([, token = '']) => nameOf(token))
  return OFFICES.filter((office) =>
    names.some((name) =>
      ['', WITH_PHONE, WITH_HOURS].some((more) => OFFICE_TOKENS[office] + more === name),
    ),
  )
}

const nameOf = (token: string): string =>
  token.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()

function valueOf(name: string, unit: UnitProfile): string | null {
  if (name === COMMUNE) return unit.commune ?? COMMUNE
  if (name === PROVINCE) return unit.province ?? PROVINCE
  for (const office of OFFICES) {
    if (name === OFFICE_TOKENS[office]) return officeName(unit, office)
    if (name === OFFICE_TOKENS[office] + WITH_PHONE) return officeContact(unit, office)
    if (name === OFFICE_TOKENS[office] + WITH_HOURS) return officeContactHours(unit, office)
  }
  return null
}
