/**
 * What a text can be that is never searched for and never stored (loại tin cần chặn). Earlier kinds win: a life
 * first, then what would harm the sender, then the rest.
 */
export const GUARD_KINDS = [
  /** flood, storm, landslide, drowning (112, 114) */
  'danger_flood',
  /** fire, gas (114) */
  'danger_fire',
  /** a child is beaten, abused or lost (111) */
  'child',
  /** blows, weapons, threats, robbery (113) */
  'violence',
  /** somebody does not want to live (115) */
  'despair',
  /** accident, sudden illness (115) */
  'danger_medical',
  /** a cry for help that does not say what for */
  'danger',
  /** a stranger calls and wants money, codes, an app */
  'scam',
  /** asks for a one-time code or password, or gives one */
  'otp',
  /** words are to be put in the machine's mouth, or its rules are asked for */
  'manipulation',
  /** an official asks for money */
  'bribe',
  /** khiếu nại, tố cáo against an office or an official */
  'denunciation',
  /** gives an identity number to be looked up */
  'identity_number',
  /** secrets, personal data of others */
  'secret',
  /** elections, parties, leaders, persons */
  'politics',
  /** swearing */
  'abuse',
] as const
export type GuardKind = (typeof GUARD_KINDS)[number]

/** Life may hang on it: answered at once, before any store, index or limit. */
const URGENT: ReadonlySet<GuardKind> = new Set<GuardKind>([
  'danger_flood',
  'danger_fire',
  'danger_medical',
  'danger',
  'child',
  'violence',
  'despair',
])

/** Whether a kind is answered before anything is read or stored. */
export const isUrgentKind = (kind: GuardKind): boolean => URGENT.has(kind)
