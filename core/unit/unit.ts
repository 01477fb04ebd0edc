import type { LocalDate } from '../clock.ts'
import type { OfficeKind } from './offices.ts'
import type { OpeningHours } from './opening-hours.ts'

/** What the unit told us about one of its places; null is not known and never printed. */
export interface Office {
  address: string | null
  phone: string | null
  hours: OpeningHours | null
}

/** The unit that runs the assistant (đơn vị), as its administrator filled it in; null is not known. */
export interface UnitProfile {
  /** How the page names it, e.g. `UBND xã Kỳ Anh`. */
  name: string | null
  /** With its kind in lower case, e.g. `tỉnh Hà Tĩnh`, `thành phố Cần Thơ`. */
  province: string | null
  /** With its kind in lower case, e.g. `xã Kỳ Anh`, `phường Sông Trí`; null for a province. */
  commune: string | null
  offices: Readonly<Record<OfficeKind, Office>>
  /** Where phản ánh, kiến nghị are taken: an address, a page or a number. */
  feedback: string | null
  /** The day on which somebody last saved it. */
  updatedOn: LocalDate | null
}

const NOTHING: Office = { address: null, phone: null, hours: null }

/** A unit of which nothing is known yet. */
export const EMPTY_UNIT: UnitProfile = {
  name: null,
  province: null,
  commune: null,
  offices: { center: NOTHING, committee: NOTHING, police: NOTHING },
  feedback: null,
  updatedOn: null,
}

/** Where the running program gets the unit; cheap, asked with each message. */
export interface UnitSource {
  current(): UnitProfile
}
