import { EMPTY_UNIT, fillUnit, officeContact, officeName, renderPlain } from '../../core/index.ts'
import type { Button, Card, UnitProfile } from '../../core/index.ts'
import { encodeAction } from '../actions.ts'
import { helpButton, peopleButton } from '../cards/buttons.ts'
import { FIRST_SCREEN } from '../cards/card-text.ts'
import type { GuardKind } from './kinds.ts'
import {
  callButton,
  dangerText,
  guardButtons,
  guardTexts,
  placeTexts,
  sayShort,
  type CallNumber,
  type GuardPlaces,
  type GuardText,
} from './wording.ts'

/** Numbers of each emergency, the one that comes first on top (facts checked 2026-11-21). */
const CALLS = {
  danger_flood: [112, 114, 115],
  danger_fire: [114, 115, 112],
  danger_medical: [115, 114],
  danger: [113, 114, 115, 112],
  violence: [113, 115],
  child: [111, 113, 115],
} as const satisfies Partial<Record<GuardKind, readonly CallNumber[]>>

const SAY_SHORT = {
  danger_flood: sayShort.people,
  danger_fire: sayShort.fire,
  danger_medical: sayShort.medical,
  danger: sayShort.people,
  violence: sayShort.police,
  child: sayShort.child,
} as const

const telephone = (number: number, label: string): Button => ({ label, action: `tel:${number}` })

const call = (number: CallNumber): Button => telephone(number, callButton(number))

const entry = (entryId: string, label: string): Button[] => {
  const action = encodeAction({ kind: 'show', entryId, aspects: [], page: 1 })
  return action === null ? [] : [{ label, action }]
}

/** Nobody who complains of an office is sent back to it: the province and legal aid instead of the counter. */
const AWAY_FROM_THE_OFFICE: readonly Button[] = [
  ...entry('phan-anh-khieu-nai-to-cao', guardButtons.report),
  telephone(1022, guardButtons.province),
  ...entry('2.000829', guardButtons.legalAid),
]

const BUTTONS: Readonly<Record<keyof typeof guardTexts, readonly Button[]>> = {
  despair: [call(115), peopleButton],
  scam: [call(113), ...entry('lua-dao-gia-danh-cap-nhat-vneid', guardButtons.scam), peopleButton],
  otp: [
    ...entry('quen-mat-khau-vneid', guardButtons.password),
    ...entry('lua-dao-gia-danh-cap-nhat-vneid', guardButtons.scam),
    peopleButton,
  ],
  manipulation: [helpButton, peopleButton],
  bribe: [...AWAY_FROM_THE_OFFICE, ...entry('thanh-toan-truc-tuyen', guardButtons.payment)],
  denunciation: AWAY_FROM_THE_OFFICE,
  identity_number: [
    ...entry('tra-cuu-tinh-trang-ho-so', guardButtons.dossier),
    helpButton,
    peopleButton,
  ],
  secret: [...entry('tra-cuu-tinh-trang-ho-so', guardButtons.dossier), helpButton, peopleButton],
  politics: [helpButton, peopleButton],
  abuse: [helpButton, peopleButton],
}

/**
 * The card for a guarded text: no rating, nothing of the text itself; an emergency has buttons to call only.
 * @param lastTitle title of the last such card, so that a kind with several texts says another one
 */
export function guardCard(
  kind: GuardKind,
  unit: UnitProfile,
  lastTitle: string | null = null,
): Card {
  // what a unit says of itself may be long: the rest of the card must stay on the first screen
  const cards = [
    placesOf(unit),
    { ...placesOf(unit), feedback: null },
    placesOf({ ...unit, offices: EMPTY_UNIT.offices, feedback: null }),
    placesOf(EMPTY_UNIT),
  ].map((places) => cardWith(kind, places, lastTitle))
  const fitting = cards.find((card) => renderPlain(card).length <= FIRST_SCREEN) ?? cards.at(-1)
  if (fitting === undefined) throw new Error(`no card for ${kind}`)
  return fitting
}

function cardWith(kind: GuardKind, places: GuardPlaces, lastTitle: string | null): Card {
  if (isEmergency(kind)) {
    const numbers = CALLS[kind]
    const isForPolice = kind === 'violence' || kind === 'child'
    const text = dangerText(numbers, SAY_SHORT[kind], places, isForPolice)
    return cardOf(text, numbers.map(call))
  }
  const texts: readonly GuardText[] = guardTexts[kind](places)
  const at = texts.findIndex(({ title }) => title === lastTitle)
  const text = texts[(at + 1) % texts.length]
  if (text === undefined) throw new Error(`no text for ${kind}`)
  return cardOf(text, BUTTONS[kind])
}

const isEmergency = (kind: GuardKind): kind is keyof typeof CALLS => kind in CALLS

const cardOf = ({ title, paragraphs }: GuardText, buttons: readonly Button[]): Card => ({
  title,
  paragraphs: paragraphs
    .map((lines) => lines.filter((line) => line !== ''))
    .filter((lines) => lines.length > 0),
  buttons,
})

function placesOf(unit: UnitProfile): GuardPlaces {
  const committee = officeName(unit, 'committee')
  return {
    center: officeContact(unit, 'center'),
    police: officeContact(unit, 'police'),
    committee: officeContact(unit, 'committee'),
    feedback: unit.feedback === null ? null : fillUnit(unit.feedback, unit),
    duty: placeTexts.duty(committee, unit.offices.committee.phone),
  }
}
