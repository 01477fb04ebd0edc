import { OFFICES, type UnitProfile } from '../../core/index.ts'
import type { UnitRecord } from './unit-record.ts'

/** A field of the unit's record: `name`, `center.phone`, … */
export type UnitField =
  | Exclude<keyof NonNullable<UnitRecord>, (typeof OFFICES)[number] | 'updated_on'>
  | `${(typeof OFFICES)[number]}.${'address' | 'phone' | 'hours'}`

/** What the administrator has not filled in yet; a province has no commune. */
export function emptyFields(unit: UnitProfile): UnitField[] {
  const { name, province, commune, feedback } = unit
  const isProvince = commune === null && province !== null
  const single = { name, province, commune: isProvince ? '' : commune, feedback }
  const fields = Object.entries(single).filter(([, value]) => value === null)
  return [
    ...fields.map(([field]) => field as UnitField),
    ...OFFICES.flatMap((office) =>
      (['address', 'phone', 'hours'] as const)
        .filter((part) => unit.offices[office][part] === null)
        .map((part): UnitField => `${office}.${part}`),
    ),
  ]
}
