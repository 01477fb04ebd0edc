import { z } from 'zod'
import {
  cleanText,
  EMPTY_UNIT,
  formatOpeningHours,
  parseOpeningHours,
  type Office,
  type UnitProfile,
} from '../../core/index.ts'
import { unitProblems } from './wording.ts'

const LONGEST = 200

const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => cleanText(String(value ?? '')))
  .refine((value) => value.length <= LONGEST, { error: unitProblems.tooLong(LONGEST) })
  .refine((value) => !/[{}]/.test(value), { error: unitProblems.braces })
  .transform((value) => (value === '' ? null : value))

/** One number or several; a dash alone is none. */
const phone = text.refine(
  (value) =>
    value === null || (/^[\d\s.,;/+()–-]{3,60}$/.test(value) && /(?:\d\D?){3}/.test(value)),
  { error: unitProblems.phone },
)

const hours = text.transform((value, context) => {
  if (value === null) return null
  const read = parseOpeningHours(value)
  if (read !== null) return read
  context.addIssue({ code: 'custom', message: unitProblems.hours })
  return z.NEVER
})

const officeRecord = z
  .strictObject({ address: text, phone, hours }, { error: unitProblems.unknownKey })
  .nullish()
  .transform((value): Office => value ?? { address: null, phone: null, hours: null })

const unitRecord = z.strictObject(
  {
    name: text,
    province: text.transform(withSmallKind),
    commune: text.transform(withSmallKind),
    center: officeRecord,
    committee: officeRecord,
    police: officeRecord,
    feedback: text,
    updated_on: z.iso.date().nullish(),
  },
  { error: unitProblems.unknownKey },
)

/** A field that is not as it should be; `field` is a path such as `center.phone`. */
export interface UnitProblem {
  field: string
  message: string
}

/** The unit as files and forms hold it: texts, empty where nothing is known. */
export type UnitRecord = z.input<typeof unitRecord>

/** Reads a unit from a file, a form or the store. */
export function readUnit(
  record: unknown,
): { unit: UnitProfile; problems: [] } | { unit: null; problems: UnitProblem[] } {
  const { data, error } = unitRecord.safeParse(record ?? {})
  if (data === undefined) {
    const problems = error.issues.map(({ path, message, code, ...issue }) => ({
      field: [...path, ...(code === 'unrecognized_keys' && 'keys' in issue ? issue.keys : [])].join(
        '.',
      ),
      message,
    }))
    return { unit: null, problems }
  }
  const { name, province, commune, center, committee, police, feedback, updated_on } = data
  const offices = { center, committee, police }
  const updatedOn = updated_on ?? null
  return {
    unit: { ...EMPTY_UNIT, name, province, commune, offices, feedback, updatedOn },
    problems: [],
  }
}

/** The unit as a record again. */
export function toUnitRecord(unit: UnitProfile): UnitRecord {
  const office = ({ address, phone: number, hours: open }: Office) => ({
    address,
    phone: number,
    hours: open === null ? null : formatOpeningHours(open),
  })
  return {
    name: unit.name,
    province: unit.province,
    commune: unit.commune,
    center: office(unit.offices.center),
    committee: office(unit.offices.committee),
    police: office(unit.offices.police),
    feedback: unit.feedback,
    updated_on: unit.updatedOn,
  }
}

/** `Xã Kỳ Anh` is written inside sentences: `xã Kỳ Anh`. */
function withSmallKind(name: string | null): string | null {
  return name?.replace(unitProblems.kinds, (kind) => kind.toLowerCase()) ?? null
}
