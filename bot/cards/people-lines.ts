import { officeContactHours } from '../../core/index.ts'
import type { OfficeKind, UnitProfile } from '../../core/index.ts'
import { peopleLines as say } from './wording.ts'

/** Where people answer: the unit's own places as far as they are known, then the portal and the province's hotline. */
export function peopleOf(unit: UnitProfile): string[] {
  const places = (['center', 'committee'] as const).flatMap((office) => placeOf(unit, office))
  return [
    ...(places.length > 0 ? places : [say.center]),
    say.portal,
    say.hotline(unit.province),
  ].map(say.line)
}

/** An office with all that is known of it; nothing while nothing is. */
function placeOf(unit: UnitProfile, office: OfficeKind): string[] {
  const { address, phone, hours } = unit.offices[office]
  if (address === null && phone === null && hours === null) return []
  const contact = officeContactHours(unit, office)
  return [address === null ? contact : say.address(contact, address)]
}
