import type { Conversation } from '../../bot/index.ts'
import type { Clock, Random, UnitProfile, UnitSource, WorkingCalendar } from '../../core/index.ts'
import type { KnowledgeSource } from '../../knowledge/index.ts'

/** Where the web adapter reports what people should not see; a pino logger fits. */
export interface WebLogger {
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

export interface WebSettings {
  /** Name of the unit (đơn vị) in the page header while the unit has none. */
  unitName: string
  /** Addresses or CIDR ranges (v4, v6) of reverse proxies whose `X-Forwarded-*` headers are believed. */
  trustedProxies: readonly string[]
  /** Origins of sites that may show the chat in a frame; empty: only our own pages may. */
  frameAncestors: readonly string[]
  /** What people ask most, as buttons of the first screen; absent: the first procedures there are. */
  mostAsked?: () => readonly MostAsked[]
}

/** A button of the first screen. */
export interface MostAsked {
  /** An entry's. */
  id: string
  label: string
}

/** Whether the program can do its work now; `detail` names what is missing. */
export interface Readiness {
  ok: boolean
  detail: string
}

/** What the page needs on which an administrator fills in the unit. */
export interface UnitSetup {
  /** Opens the page. */
  code(): Promise<string>
  save(unit: UnitProfile): Promise<void>
}

/** What the web adapter needs from the rest of the program. */
export interface WebDeps {
  conversation: Conversation
  knowledge: Pick<KnowledgeSource, 'current'>
  /** The unit that the pages speak for. */
  unit: UnitSource
  setup: UnitSetup
  /** Says on which days the unit's office is open. */
  calendar: WorkingCalendar
  clock: Clock
  random: Random
  /** Recognises our cookies; the same for all processes on the same data. */
  sessionKey: Uint8Array
  settings: WebSettings
  ready(): Promise<Readiness>
  logger: WebLogger
}
